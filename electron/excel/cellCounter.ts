/** Counts cells with content against the limits, sheet by sheet and over the whole workbook. */
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

export class CellCounter {
  private readonly sheet: string
  private readonly columns = new Set<number>()
  private row = 0
  private rows = 0
  /** Of all sheets so far. */
  private cells: number

  /** `before` is how many cells the sheets before this one have. */
  constructor(sheet: string, before = 0) {
    this.sheet = sheet
    this.cells = before
  }

  /** Counts one cell; rows come one after another. Refuses the first that is too many. */
  count(row: number, column: number): void {
    if (++this.cells > LIMITS.cells) refuse('limit', 'too-many-cells', { limit: LIMITS.cells })
    if (row !== this.row) {
      this.row = row
      if (++this.rows > LIMITS.rows) {
        refuse('limit', 'too-many-rows', { sheet: this.sheet, limit: LIMITS.rows })
      }
    }
    this.columns.add(column)
    if (this.columns.size > LIMITS.columns) {
      refuse('limit', 'too-many-columns', { sheet: this.sheet, limit: LIMITS.columns })
    }
  }
}
