/** How the figures of a parent follow from the rows below it, with what keeps them from it or stands against it. */
import { Button, Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isSourceFigure } from '../../shared/columns.ts'
import { ROLL_UPS, type Column, type Report, type RollUp, type Row } from '../../shared/model.ts'
import { partsOf } from '../../shared/outline.ts'
import { headerOf } from '../../shared/paper.ts'
import { rolledUp } from '../../shared/rollUp.ts'
import { folded, normalText } from '../../shared/text.ts'
import { edit } from '../actions/editing.ts'
import { Section } from './Section.tsx'

const NAMES: Readonly<Record<RollUp, string>> = {
  sum: 'row:rollUpSum',
  mean: 'row:rollUpMean',
  last: 'row:rollUpLast',
  none: 'row:rollUpNone',
}

/** Only for rows that have parts; of sections, where what they hold could be added up. */
export function RollUpSection({ report, row }: { readonly report: Report; readonly row: Row }) {
  const { t } = useTranslation()
  const parts = partsOf(report.rows, row)
  if (parts.length === 0 || !mayHaveFigures(row, parts)) return null
  const worksOut = row.rollUp !== undefined && row.rollUp !== 'none'
  const columns = report.columns.filter(({ role, hidden }) => isSourceFigure(role) && hidden !== true)
  return (
    <Section
      section="rollUp"
      title={t('row:rollUp', { n: parts.length })}
      summary={t(row.rollUp === undefined ? 'row:rollUpUnset' : NAMES[row.rollUp])}
    >
      <Field label={t('row:rollUpHow')} size="small">
        <Select
          size="small"
          data-testid="roll-up"
          value={row.rollUp ?? ''}
          onChange={(_, { value }) => {
            const chosen = ROLL_UPS.find((each) => each === value) ?? null
            void edit([{ type: 'row', row: row.id, set: { rollUp: chosen } }])
          }}
        >
          <option value="">{t('row:rollUpUnset')}</option>
          {ROLL_UPS.map((each) => (
            <option key={each} value={each}>
              {t(NAMES[each])}
            </option>
          ))}
        </Select>
      </Field>
      {worksOut &&
        columns.map((column) => <RolledUpNote key={column.id} report={report} row={row} column={column} />)}
    </Section>
  )
}

/** A section is a heading, unless it has figures or what it holds is all counted in one unit. */
function mayHaveFigures(row: Row, parts: readonly Row[]): boolean {
  if (row.kind !== 'section' || row.rollUp !== undefined || Object.keys(row.cells).length > 0) return true
  const units = new Set(parts.map(({ unit }) => folded(unit)))
  return units.size === 1 && !units.has('')
}

interface RolledUpNoteProps {
  readonly report: Report
  readonly row: Row
  readonly column: Column
}

/** What is missing for the figure, or that another one was typed; nothing where all is well. */
function RolledUpNote({ report, row, column }: RolledUpNoteProps) {
  const { t } = useTranslation()
  const name = headerOf(column).join(' – ')
  const result = rolledUp(report, row, column)
  const cell = row.cells[column.id]
  if ('missing' in result) {
    return (
      <p className="row-note" data-testid="roll-up-missing">
        {name}: {t(`figures:${result.missing.key}`, result.missing.params)}
      </p>
    )
  }
  if (cell?.rolledUp === true || cell === undefined || cell.text.trim() === '') return null
  // An adjusted plan never follows: its value that counts is set to the sum as it is now.
  const typed = cell.planValues === undefined ? '' : result.text
  return (
    <div className="row-note" data-testid="roll-up-typed">
      {t('row:rollUpTyped', { column: name, text: normalText(cell.text), figure: result.text })}
      <Button
        size="small"
        data-testid="use-rolled-up"
        onClick={() => void edit([{ type: 'cell', row: row.id, column: column.id, text: typed }])}
      >
        {t('row:useRolledUp', { figure: result.text })}
      </Button>
    </div>
  )
}
