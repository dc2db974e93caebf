/** The program's sentences outside the window, in the person's language: dialogs, failures, command line. */
import { createInstance } from 'i18next'
import enChanges from '../resources/locales/en/changes.json' with { type: 'json' }
import enCli from '../resources/locales/en/cli.json' with { type: 'json' }
import enCommon from '../resources/locales/en/common.json' with { type: 'json' }
import enFailures from '../resources/locales/en/failures.json' with { type: 'json' }
import enFigures from '../resources/locales/en/figures.json' with { type: 'json' }
import enFindings from '../resources/locales/en/findings.json' with { type: 'json' }
import enImport from '../resources/locales/en/import.json' with { type: 'json' }
import viChanges from '../resources/locales/vi/changes.json' with { type: 'json' }
import viCli from '../resources/locales/vi/cli.json' with { type: 'json' }
import viCommon from '../resources/locales/vi/common.json' with { type: 'json' }
import viFailures from '../resources/locales/vi/failures.json' with { type: 'json' }
import viFigures from '../resources/locales/vi/figures.json' with { type: 'json' }
import viFindings from '../resources/locales/vi/findings.json' with { type: 'json' }
import viImport from '../resources/locales/vi/import.json' with { type: 'json' }
import type { Failure } from '../shared/result.ts'

const resources = {
  vi: {
    changes: viChanges,
    cli: viCli,
    common: viCommon,
    failures: viFailures,
    figures: viFigures,
    findings: viFindings,
    import: viImport,
  },
  en: {
    changes: enChanges,
    cli: enCli,
    common: enCommon,
    failures: enFailures,
    figures: enFigures,
    findings: enFindings,
    import: enImport,
  },
}

export type Language = keyof typeof resources

export interface Texts {
  readonly language: Language
  /** `key` is "namespace:key"; without a namespace it is looked up in `common`. */
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string
  /** The one sentence a person reads: what happened, where, and what to do. */
  readonly failureText: (failure: Failure) => string
}

export function createTexts(language: Language): Texts {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    resources,
    defaultNS: 'common',
    keySeparator: false,
    // With every text in memory the texts are there when init returns.
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  const t: Texts['t'] = (key, params = {}) => i18n.t(key, params)
  return { language, t, failureText: (failure) => t(`failures:${failure.reason}`, failure.params) }
}
