/** What can be corrected about the selected rows and about where the table stands; every tool names its key. */
import { Button, Input, Tooltip } from '@fluentui/react-components'
import { ArrowUndoRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROW_KINDS } from '../../shared/model.ts'
import type { PlannedTable, RowSpan } from '../../shared/layout/plan.ts'
import { KIND_NAMES } from './kinds.ts'
import { KIND_KEYS, type RowCommand } from './rowKeys.ts'

export interface RowToolsProps {
  readonly table: PlannedTable
  readonly lastRow: number
  readonly canRestore: boolean
  readonly disabled: boolean
  readonly onCommand: (command: RowCommand) => void
  readonly onPlace: (place: { readonly headerRows?: RowSpan; readonly lastRow?: number }) => void
  readonly onRestore: () => void
}

export function RowTools({
  table,
  lastRow,
  canRestore,
  disabled,
  onCommand,
  onPlace,
  onRestore,
}: RowToolsProps) {
  const { t } = useTranslation('import')
  const { first, last } = table.headerRows
  return (
    <div className="row-tools" role="toolbar" aria-label={t('import:rowTools')}>
      <span className="row-tools-group">
        {ROW_KINDS.map((kind) => (
          <Tool
            key={kind}
            testId={`row-${kind}`}
            label={t(`import:${KIND_NAMES[kind]}`)}
            hint={t('import:makeKind', { kind: t(`import:${KIND_NAMES[kind]}`), keys: KIND_KEYS[kind] })}
            onClick={() => onCommand({ type: 'kind', kind })}
          />
        ))}
      </span>
      <span className="row-tools-group">
        <span className="quiet">{t('import:level')}</span>
        <Tool
          testId="row-out"
          icon={<ChevronLeftRegular />}
          hint={t('import:levelOut')}
          onClick={() => onCommand({ type: 'level', step: -1 })}
        />
        <Tool
          testId="row-in"
          icon={<ChevronRightRegular />}
          hint={t('import:levelIn')}
          onClick={() => onCommand({ type: 'level', step: 1 })}
        />
      </span>
      <Tool
        testId="row-leave-out"
        label={t('import:leaveOut')}
        hint={t('import:leaveOutHint')}
        onClick={() => onCommand({ type: 'leave-out' })}
      />
      <span className="row-tools-group">
        <span className="quiet">{t('import:headerFrom')}</span>
        <RowNumber
          testId="header-first"
          label={t('import:headerFirst')}
          value={first}
          isAllowed={(row) => row <= last}
          disabled={disabled}
          onChange={(row) => onPlace({ headerRows: { first: row, last } })}
        />
        <span className="quiet">{t('import:headerTo')}</span>
        <RowNumber
          testId="header-last"
          label={t('import:headerLast')}
          value={last}
          isAllowed={(row) => row >= first && row < lastRow}
          disabled={disabled}
          onChange={(row) => onPlace({ headerRows: { first, last: row } })}
        />
        <span className="quiet">{t('import:tableTo')}</span>
        <RowNumber
          testId="last-row"
          label={t('import:lastRow')}
          value={lastRow}
          isAllowed={(row) => row > last}
          disabled={disabled}
          onChange={(row) => onPlace({ lastRow: row })}
        />
      </span>
      <span className="commands-rest" />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        data-testid="import-restore"
        // Keeps the focus where there is nothing to restore any more.
        disabledFocusable={!canRestore || disabled}
        onClick={onRestore}
      >
        {t('import:restore')}
      </Button>
    </div>
  )
}

interface ToolProps {
  readonly testId: string
  readonly label?: string
  readonly icon?: React.JSX.Element
  readonly hint: string
  readonly onClick: () => void
}

function Tool({ testId, label, icon, hint, onClick }: ToolProps) {
  return (
    <Tooltip content={hint} relationship={label === undefined ? 'label' : 'description'}>
      <Button size="small" icon={icon} className="row-tool" data-testid={testId} onClick={onClick}>
        {label}
      </Button>
    </Tooltip>
  )
}

interface RowNumberProps {
  readonly testId: string
  readonly label: string
  readonly value: number
  readonly isAllowed: (row: number) => boolean
  readonly disabled: boolean
  readonly onChange: (row: number) => void
}

const LAST_OF_SHEET = 1_048_576

/** Counts once the person is done with it, for every change has the file read again. */
function RowNumber({ testId, label, value, isAllowed, disabled, onChange }: RowNumberProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    const row = Number(typed)
    setTyped(null)
    if (typed === null || row === value) return
    if (Number.isInteger(row) && row >= 1 && row <= LAST_OF_SHEET && isAllowed(row)) onChange(row)
  }
  return (
    <Input
      type="number"
      size="small"
      className="row-number"
      data-testid={testId}
      aria-label={label}
      title={label}
      min={1}
      value={typed ?? String(value)}
      readOnly={disabled}
      onChange={(_, { value: text }) => setTyped(text)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (typed === null || (event.key !== 'Enter' && event.key !== 'Escape')) return
        // Takes the number over, or leaves it; only the next such key is about the whole preview.
        event.stopPropagation()
        if (event.key === 'Enter') commit()
        else setTyped(null)
      }}
    />
  )
}
