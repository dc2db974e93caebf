/** The limits at the door: how big and how deep a workbook may be before reading it is refused. */
import { MOST_FILE_BYTES } from '../../shared/workbookFile.ts'

export const LIMITS = {
  fileBytes: MOST_FILE_BYTES,
  entries: 1_000,
  partBytes: 100_000_000,
  totalBytes: 200_000_000,
  /** Inflated to deflated size, looked at only above `ratioFloorBytes`. */
  ratio: 100,
  ratioFloorBytes: 100_000,
  sheets: 255,
  /** Rows and columns with content on one sheet. */
  rows: 200_000,
  columns: 512,
  /** Cells with content in the whole workbook. */
  cells: 2_000_000,
  nesting: 64,
  textLength: 32_767,
} as const

/** Time and memory that reading one workbook may take in its own process. */
export const READING = {
  milliseconds: 10_000,
  bigFileMilliseconds: 60_000,
  bigFileBytes: 5_000_000,
  heapMegabytes: 512,
} as const
