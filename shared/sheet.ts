/** A workbook as plain cells: what every reader makes and the layout recognition takes. Rows and columns count from 1. */
import type { DecimalText } from './model.ts'

/** TCVN3 (ABC, fonts ".Vn…") and VNI (fonts "VNI-…"). */
export type LegacyEncoding = 'tcvn3' | 'vni'

export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv' | 'ods' | 'html'
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Only cells with content, row by row, each row from left to right. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly CellRange[]
  /** Only columns that say something: width in characters, hidden. */
  readonly columns: readonly { readonly column: number; readonly width?: number; readonly hidden: boolean }[]
  /** Only hidden rows. */
  readonly hiddenRows: readonly number[]
}

export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetCell {
  readonly row: number
  readonly column: number
  /** Dates are numbers with a date format: type "date". A formula has the type of its cached value. */
  readonly type: 'text' | 'number' | 'boolean' | 'error' | 'date'
  /**
   * What a person sees under Vietnamese regional settings: "2.225,4", "99,67%", "01/12/2023", "#DIV/0!". NFC. "" for a
   * number that its format, or a sheet without zeros, shows as nothing.
   */
  readonly text: string
  /** Numbers and dates: the stored number at 15 significant digits, times 100 under a per-cent format. */
  readonly value?: DecimalText
  /** The number format hides digits of the value (shown 99,7, stored 99.67). */
  readonly digitsHidden?: boolean
  readonly formula?: string
  /** A formula without a cached value: nobody calculated it. Its text is "". */
  readonly uncalculated?: boolean
  readonly bold?: boolean
  readonly indent?: number
  /** The text, or part of it, was in an encoding from before Unicode and has been turned into Unicode. */
  readonly converted?: LegacyEncoding
}
