/** Confirming a preview: this table, those that are ticked, or all of the file; says what is missing. */
import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmImport, isStoring, tablesLeft, tablesToImport } from '../actions/importing.ts'
import { useStore, type Importing, type ImportPreview } from '../store.ts'
import { NO_DRAFT } from './drafts.ts'
import { openQuestions } from './questions.ts'
import { Remember } from './Remember.tsx'

export function ConfirmButtons({ importing }: { readonly importing: ImportPreview }) {
  const { t } = useTranslation(['import', 'update'])
  const { plan, table: index, drafts, chosen, imported, busy } = importing
  const table = plan.tables[index]
  const tables = tablesToImport(importing)
  const left = tablesLeft(importing)
  const questions = table === undefined ? [] : openQuestions(table, (drafts[index] ?? NO_DRAFT).corrections)
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The last answer takes its question away, and the focus with it.
    if (questions.length === 0 && document.activeElement === document.body) confirm.current?.focus()
  }, [questions.length])
  const storing = isStoring(importing)
  const isThereAlready = useStore(({ updatable }) => updatable.length > 0)
  const withoutPeriod = tables.filter((each) => {
    const period = drafts[each]?.corrections.period ?? plan.tables[each]?.period
    return period?.kind === 'unknown'
  })
  return (
    <>
      {table !== undefined && <Remember table={table} draft={drafts[index] ?? NO_DRAFT} />}
      <span className="commands-rest" />
      {left.length > 1 && tables.length < left.length && (
        <Button data-testid="import-all" disabled={busy !== null} onClick={() => void confirmImport(true)}>
          {imported.length === 0
            ? t('import:confirmAll', { n: left.length })
            : t('import:confirmOthers', { n: left.length })}
        </Button>
      )}
      <Button
        appearance="primary"
        ref={confirm}
        autoFocus={questions.length === 0}
        data-testid="import-confirm"
        disabled={busy !== null}
        icon={storing ? <Spinner size="extra-tiny" /> : undefined}
        onClick={() => void confirmImport()}
      >
        {confirmText()}
        {withoutPeriod.length > 0 && ` ${t('import:confirmWithoutPeriod')}`}
      </Button>
    </>
  )

  function confirmText(): string {
    if (plan.tables.length === 1) return t(isThereAlready ? 'update:confirmNew' : 'import:confirm')
    return chosen.length === 0 ? t('import:confirmThis') : t('import:confirmSome', { n: chosen.length })
  }
}

/** Enter imports, wherever it has no other meaning. */
export function confirmByEnter(event: KeyboardEvent, importing: Importing): void {
  if (event.key !== 'Enter' || importing.step !== 'preview' || importing.plan.tables.length === 0) return
  const { target } = event
  const hasOwnMeaning = target instanceof Element && target.closest('button, select, summary') !== null
  if (!hasOwnMeaning && !event.defaultPrevented) void confirmImport()
}
