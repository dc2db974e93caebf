/** A figure: how its text was understood, the other way to read it, its plans, when it was counted and by whom. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isEmpty, isPlaceholder } from '../../shared/cells.ts'
import type { Cell, Column, Report, Row } from '../../shared/model.ts'
import { readings } from '../../shared/quantity.ts'
import { edit } from '../actions/editing.ts'
import { useStore } from '../store.ts'
import { MetadataFields } from './MetadataFields.tsx'
import { meaningOf } from './meaning.ts'
import { PlanValues } from './PlanValues.tsx'

export interface FigureProps {
  readonly report: Report
  readonly row: Row
  readonly column: Column
}

export function FigureCell({ report, row, column }: FigureProps) {
  const { t } = useTranslation()
  const cell = row.cells[column.id]
  return (
    <>
      {cell !== undefined && !isEmpty(cell) && <Meaning cell={cell} />}
      {cell?.rolledUp === true && <p className="row-note">{t('row:noteRolledUp')}</p>}
      <Readings row={row} column={column} />
      {column.role === 'plan' && <PlanValues report={report} row={row} column={column} />}
      <MetadataFields report={report} row={row} column={column} />
    </>
  )
}

function Meaning({ cell }: { readonly cell: Cell }) {
  const { t } = useTranslation()
  const { text, quantity } = cell
  if (quantity === undefined && !isPlaceholder(text)) return null
  return (
    <p className="row-note" data-testid="row-meaning">
      {quantity === undefined ? t('row:meansNothing') : t('row:means', { meaning: meaningOf(quantity, t) })}
    </p>
  )
}

/** Only where dots and commas leave a doubt, or a person has decided it. */
function Readings({ row, column }: Omit<FigureProps, 'report'>) {
  const { t } = useTranslation()
  const findings = useStore((state) => state.findings)
  const cell = row.cells[column.id]
  if (cell === undefined) return null
  const isDoubtful = findings.some(
    (finding) =>
      finding.code === 'separator-unclear' && finding.row === row.id && finding.column === column.id,
  )
  const possible = readings(cell.text).filter(({ value, part }) => value !== undefined && part === undefined)
  if (possible.length === 0 || (!isDoubtful && cell.chosen !== true)) return null
  const read = cell.quantity?.value
  return (
    <Field label={t('row:readAs')} size="small">
      <RadioGroup
        className="row-readings"
        data-testid="readings"
        layout="horizontal"
        value={cell.chosen === true ? (read ?? '') : ''}
        onChange={(_, { value }) => void edit([{ type: 'reading', row: row.id, column: column.id, value }])}
      >
        {possible.map((quantity) => {
          const meaning = meaningOf(quantity, t)
          const isRead = quantity.value === read && cell.chosen !== true
          return (
            <Radio
              key={meaning}
              value={quantity.value ?? ''}
              label={isRead ? t('row:readNow', { figure: meaning }) : meaning}
            />
          )
        })}
      </RadioGroup>
    </Field>
  )
}
