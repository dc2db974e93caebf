/** What is questioned in the row with the keyboard, in sentences, and how many rows are selected. */
import { useTranslation } from 'react-i18next'
import type { Preview } from './previewReport.ts'
import type { RowSelection } from './rowSelection.ts'

export interface RowNotesProps {
  readonly preview: Preview
  readonly selection: RowSelection | undefined
}

export function RowNotes({ preview, selection }: RowNotesProps) {
  const { t } = useTranslation(['import', 'findings'])
  const { rows, columns, findings } = preview
  const stored = rows.find(({ row }) => row.row === selection?.active)?.stored
  const found = findings.filter(({ row }) => row !== undefined && row === stored?.id)
  const selected = selection?.rows.size ?? 0
  return (
    <div className="row-notes" data-testid="row-notes" aria-live="polite">
      <span className="quiet">
        {selected > 1
          ? t('import:rowsSelected', { n: selected })
          : t('import:rowSelected', { row: selection?.active })}
      </span>
      {found.map(({ code, params, column }, index) => {
        const letter = columns.find((each) => each.column.id === column)?.source?.letter
        const note = t(`findings:${code}`, params)
        return (
          <span key={index} className="row-note">
            {letter === undefined ? note : t('import:noteInColumn', { letter, note })}
          </span>
        )
      })}
    </div>
  )
}
