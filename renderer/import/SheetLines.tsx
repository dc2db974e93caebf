/** Lines of the sheet that are no part of the table, by which a person sees whether they should be. */
import type { SheetLine } from '../../shared/layout/plan.ts'
import type { PreviewColumn } from './previewReport.ts'

/** In pixels: none is broken. */
export const LINE_HEIGHT = 22

export interface SheetLinesProps {
  readonly lines: readonly SheetLine[]
  readonly columns: readonly PreviewColumn[]
}

export function SheetLines({ lines, columns }: SheetLinesProps) {
  return lines.map(({ row, cells }) => (
    <tr key={row} className="preview-around" data-testid="preview-around" style={{ height: LINE_HEIGHT }}>
      <td className="preview-number">{row}</td>
      <td />
      {columns.map(({ column, source }) => (
        <td key={column.id}>
          <div>{cells.find((cell) => cell.column === source?.column)?.text}</div>
        </td>
      ))}
    </tr>
  ))
}
