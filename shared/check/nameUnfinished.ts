/**
 * name-unfinished: a name that ends in the middle of a phrase, as after copying from another file.
 * It ends in a comma, in a bracket that stays open, in a word that something must follow ("và", "của", "đối với"), or is a
 * rate of those who reach something that is not said ("Tỷ lệ hộ gia đình đạt"). Silent for sections and totals, for last
 * words that are part of a proper name or of a phrase of their own ("hiện có", "kèm theo"), and where the rows below go on.
 */
import type { Finding, Report, Row } from '../model.ts'
import { childrenOf } from '../outline.ts'
import { normalText } from '../text.ts'
import { finding } from './finding.ts'

const OPEN = /(?<!\p{L})(?:và|hoặc|của|với|trên|dưới|từ|các|những|mỗi|để|nhằm|tại|cho|bởi|là|thuộc|theo|có)$/u
const CLOSED =
  /(?<!\p{L})(?:(?:phía|bên|ở|cấp|nêu|kể|nói|tầng|như) (?:trên|dưới)|(?:hiện|tồn) tại|giặt là|(?:trực|phụ|lệ) thuộc|(?:kèm|tiếp|đi|mang) theo|(?:hiện|đã|chưa|sẵn|vốn|không|nếu|tự) có)$/u
const OPEN_RATE = /^T[ỷỉ] lệ (?:.+ )?đạt$/u

/** A row with a name that ends so, whatever stands below it. */
export interface OpenName {
  readonly row: Row
  readonly name: string
}

export function openNames({ rows }: Report): readonly OpenName[] {
  return rows.flatMap((row) => {
    const name = normalText(row.name)
    return row.kind === 'section' || row.kind === 'total' || !isUnfinished(name) ? [] : [{ row, name }]
  })
}

export function nameUnfinished({ columns, rows }: Report, names: readonly OpenName[]): readonly Finding[] {
  const column = columns.find(({ role }) => role === 'name')
  return names
    .filter(({ row }) => childrenOf(rows, row).length === 0)
    .map(({ row, name }) => finding('name-unfinished', 'warning', row, column, { name }))
}

/** Read as written: "Nà Các" is a village. */
function isUnfinished(name: string): boolean {
  return (
    name.endsWith(',') || staysOpen(name) || (OPEN.test(name) && !CLOSED.test(name)) || OPEN_RATE.test(name)
  )
}

/** What closes without having been opened ("a)") does not count. */
function staysOpen(name: string): boolean {
  let depth = 0
  for (const letter of name) {
    if (letter === '(') depth++
    else if (letter === ')') depth = Math.max(0, depth - 1)
  }
  return depth > 0
}
