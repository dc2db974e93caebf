/** Small workbooks of texts and numbers for end-to-end tests. */
import { xlsx } from '../excel/xlsx.ts'

export type WrittenCell = string | number | null

/** A number is a numeric cell, null an empty one. The first row is row 1 of the only sheet. */
export function writtenWorkbook(rows: readonly (readonly WrittenCell[])[]): Uint8Array {
  const xml = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const address = `r="${'ABCDEFGHIJ'.charAt(column)}${row + 1}"`
      if (cell === null) return ''
      if (typeof cell === 'number') return `<c ${address}><v>${cell}</v></c>`
      return `<c ${address} t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return xlsx({ rows: xml.join('') })
}
