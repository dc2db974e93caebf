/** Which files of a folder are workbooks by their names, and how many and how big they may be. */

export const MOST_FILE_BYTES = 20_000_000
/** In one folder with those below it, or dropped at once. */
export const MOST_FILES = 2_000
/** Files and folders looked at before a folder counts as too big, such as a whole drive. */
export const MOST_ENTRIES = 50_000

export const WORKBOOK_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'ods', 'csv', 'tsv'] as const

const names = new Intl.Collator('vi', { numeric: true })

export function isWorkbookName(name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return WORKBOOK_EXTENSIONS.some((known) => known === extension)
}

/** Hidden files and folders, and what Excel leaves beside a workbook that is open ("~$bieu.xlsx"). */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$')
}

/** "Xã 2" before "Xã 10". */
export function compareNames(a: string, b: string): number {
  return names.compare(a, b)
}
