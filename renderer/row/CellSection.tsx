/** The cell with the cursor: what stands in it, what that means, and what a person can say about it. */
import { Button } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { setAsideEdit } from '../../shared/check/fixes.ts'
import { isComputed, isSourceFigure } from '../../shared/columns.ts'
import type { Column, Finding, Row } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { edit } from '../actions/editing.ts'
import { cellView } from '../grid/cells.ts'
import { comparisonOf, noteOf } from '../grid/notes.ts'
import { useStore, type OpenReport } from '../store.ts'
import { ComputedCell } from './ComputedCell.tsx'
import { FigureCell } from './FigureCell.tsx'
import { Section } from './Section.tsx'

export interface CellProps {
  readonly open: OpenReport
  readonly row: Row
  readonly column: Column
}

export function CellSection({ open, row, column }: CellProps) {
  const { t } = useTranslation()
  const { report, computed } = open
  const all = useStore((state) => state.findings)
  const findings = all.filter((finding) => finding.row === row.id)
  const view = cellView(report, row, column, computed, findings)
  const note = noteOf({ ...(view.mark !== undefined && { mark: view.mark }) }, t)
  const comparison = comparisonOf(column, report.columns, t)
  return (
    <Section section="cell" title={headerOf(column).join(' – ')} summary={view.text}>
      <p className="row-cell-text" data-testid="row-cell-text">
        {view.text === '' ? '–' : view.text}
      </p>
      {comparison !== undefined && <p className="row-note quiet">{comparison}</p>}
      {note !== undefined && (
        <p className="row-note row-mark" data-testid="row-note">
          {note}
        </p>
      )}
      {view.mark?.type === 'settled' && <AskAgain findings={view.mark.findings} />}
      {isComputed(column.role) && <ComputedCell open={open} row={row} column={column} view={view} />}
      {isSourceFigure(column.role) && <FigureCell report={report} row={row} column={column} />}
    </Section>
  )
}

/** What was let stand is questioned anew. */
function AskAgain({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  return (
    <Button size="small" data-testid="ask-again" onClick={() => void edit([setAsideEdit(findings, null)])}>
      {t('row:askAgain')}
    </Button>
  )
}
