/** How a table lies on the sheet of paper. */

/** In CSS pixels: the border left of the first column. Every other is in the width of its column. */
export const TABLE_BORDER = 1

/** How the tables of a report are set: one size and direction for the whole report. */
export interface Setting {
  readonly landscape: boolean
  /** Of the table's text, in points. */
  readonly fontSize: number
}
