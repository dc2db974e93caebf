/** Every text of the window, in both languages. Screens ask for keys; without a namespace a key is one of `common`. */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import enBatch from '../resources/locales/en/batch.json'
import enChanges from '../resources/locales/en/changes.json'
import enCommon from '../resources/locales/en/common.json'
import enFailures from '../resources/locales/en/failures.json'
import enFigures from '../resources/locales/en/figures.json'
import enFindings from '../resources/locales/en/findings.json'
import enImport from '../resources/locales/en/import.json'
import enProfiles from '../resources/locales/en/profiles.json'
import enSettings from '../resources/locales/en/settings.json'
import enRow from '../resources/locales/en/row.json'
import enSummary from '../resources/locales/en/summary.json'
import viBatch from '../resources/locales/vi/batch.json'
import enPaste from '../resources/locales/en/paste.json'
import enUpdate from '../resources/locales/en/update.json'
import viChanges from '../resources/locales/vi/changes.json'
import viCommon from '../resources/locales/vi/common.json'
import viFailures from '../resources/locales/vi/failures.json'
import viFigures from '../resources/locales/vi/figures.json'
import viFindings from '../resources/locales/vi/findings.json'
import viImport from '../resources/locales/vi/import.json'
import viProfiles from '../resources/locales/vi/profiles.json'
import viSettings from '../resources/locales/vi/settings.json'
import viRow from '../resources/locales/vi/row.json'
import viSummary from '../resources/locales/vi/summary.json'
import viPaste from '../resources/locales/vi/paste.json'
import viUpdate from '../resources/locales/vi/update.json'

const resources = {
  vi: {
    batch: viBatch,
    changes: viChanges,
    common: viCommon,
    failures: viFailures,
    figures: viFigures,
    findings: viFindings,
    import: viImport,
    profiles: viProfiles,
    settings: viSettings,
    row: viRow,
    summary: viSummary,
    paste: viPaste,
    update: viUpdate,
  },
  en: {
    batch: enBatch,
    changes: enChanges,
    common: enCommon,
    failures: enFailures,
    figures: enFigures,
    findings: enFindings,
    import: enImport,
    profiles: enProfiles,
    settings: enSettings,
    row: enRow,
    summary: enSummary,
    paste: enPaste,
    update: enUpdate,
  },
}

export const texts: i18n = createInstance()
void texts.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: false,
  resources,
  defaultNS: 'common',
  keySeparator: false,
  // With every text in memory the texts are there when init returns.
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Also tells the page, so that screen readers pronounce it right. */
export function speak(language: 'vi' | 'en'): void {
  document.documentElement.lang = language
  if (texts.language !== language) void texts.changeLanguage(language)
}
