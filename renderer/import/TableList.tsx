/** The tables of a file: the cursor shows one of them, ticks say which are imported together. */
import { Checkbox } from '@fluentui/react-components'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseTable, chooseTogether } from '../actions/importing.ts'
import type { PlannedTable } from '../../shared/layout/plan.ts'

export interface TableListProps {
  readonly tables: readonly PlannedTable[]
  readonly shown: number
  readonly chosen: readonly number[]
  readonly imported: readonly number[]
  /** Whether something is asked about that table. */
  readonly isAsked: (table: number) => boolean
}

export function TableList({ tables, shown, chosen, imported, isAsked }: TableListProps) {
  const { t } = useTranslation('import')
  const list = useRef<HTMLDivElement>(null)
  const show = (table: number) => {
    if (table < 0 || table >= tables.length) return
    chooseTable(table)
    list.current?.children[table]?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      className="table-list"
      ref={list}
      role="listbox"
      aria-multiselectable
      aria-label={t('import:tablesOfFile')}
      aria-activedescendant={`import-table-${shown}`}
      tabIndex={0}
      data-testid="import-tables"
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, Home: -shown, End: tables.length - 1 - shown }[event.key]
        if (step !== undefined) show(shown + step)
        else if (event.key === ' ') chooseTogether(shown, !chosen.includes(shown))
        else return
        event.preventDefault()
      }}
    >
      {tables.map(({ sheet, range, title, rows }, table) => (
        <div
          key={table}
          id={`import-table-${table}`}
          role="option"
          aria-selected={chosen.includes(table)}
          aria-current={table === shown}
          className="table-option"
          data-testid="import-table"
          onClick={() => show(table)}
        >
          <Checkbox
            tabIndex={-1}
            checked={chosen.includes(table)}
            aria-label={t('import:chooseTable', { title: title || sheet })}
            data-testid="choose-table"
            onClick={(event) => event.stopPropagation()}
            onChange={(_, { checked }) => chooseTogether(table, checked === true)}
          />
          <span className="table-name">
            <span className="table-title">{title || sheet}</span>
            <span className="quiet">{t('import:tableAt', { sheet, range, n: rows.length })}</span>
            {imported.includes(table) && <span className="table-imported">{t('import:tableImported')}</span>}
            {isAsked(table) && <span className="table-asked">{t('import:tableAsked')}</span>}
          </span>
        </div>
      ))}
    </div>
  )
}
