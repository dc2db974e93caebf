/** Sheet names have no font: their encoding is that of the cells. */
import type { LegacyEncoding, Sheet } from '../../../shared/sheet.ts'
import { decodeLegacy } from './decode.ts'

export function withLegibleNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const encodings = new Set<LegacyEncoding>()
  for (const { cells } of sheets) {
    for (const { converted } of cells) if (converted !== undefined) encodings.add(converted)
  }
  const [encoding, another] = encodings
  if (encoding === undefined || another !== undefined) return sheets
  return sheets.map((sheet) => ({ ...sheet, name: decodeLegacy(sheet.name, { encoding, capitals: false }) }))
}
