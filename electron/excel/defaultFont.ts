/**
 * Gives a workbook of exceljs, which always says Calibri 11, another default font. It is the font of new cells, and the
 * measure of every column: where Calibri is not installed, columns would get other widths.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const STYLES = 'xl/styles.xml'

/** `name` and `size` (in points) of the default font. The workbook's first font is its default. */
export function withDefaultFont(workbook: Uint8Array, name: string, size: number): Uint8Array {
  const parts = unzipSync(workbook)
  const styles = parts[STYLES]
  if (styles === undefined) throw new Error(`No ${STYLES} in the workbook`)
  const font = `<font><sz val="${size}"/><color theme="1"/><name val="${name}"/><family val="1"/></font>`
  const changed = strFromU8(styles).replace(/<font>.*?<\/font>/su, font)
  return zipSync({ ...parts, [STYLES]: strToU8(changed) })
}
