/** What the cells below a header tell about its column: figures, words, verdicts, ordinals. */
import { isMark } from '../marks.ts'
import { saysSomething } from './cell.ts'
import { ordinalKind } from './ordinal.ts'
import type { RawRow } from './rows.ts'
import { plainWords } from '../text.ts'

export interface Evidence {
  /** Cells that say something; lone dashes and the like do not. */
  readonly filled: number
  readonly figures: number
  /** Figures without any word beside them. */
  readonly bareFigures: number
  readonly texts: number
  readonly verdicts: number
  readonly ordinals: number
  /** Of the texts, in characters. */
  readonly averageLength: number
}

export const NO_EVIDENCE: Evidence = {
  filled: 0,
  figures: 0,
  bareFigures: 0,
  texts: 0,
  verdicts: 0,
  ordinals: 0,
  averageLength: 0,
}

/** In characters; longer texts are sentences. */
const LONGEST_VERDICT = 60
const LONGEST_ORDINAL = 10
const BEGINS_VERDICT = /^[(\s]*[cdđhkuưv]/iu
const VERDICT =
  /^\(?(?:du kien |uoc |co ban |da )?(?:vuot|dat|khong dat|chua dat|(?:chua )?danh gia(?: cuoi nam)?|(?:khong |chua )?hoan thanh)(?: (?:ke hoach|kh|chi tieu|muc tieu|va vuot|nq|nghi quyet|xuat sac|tot).{0,20})?\)?\.?$/

function isVerdict(text: string): boolean {
  return text.length <= LONGEST_VERDICT && BEGINS_VERDICT.test(text) && VERDICT.test(plainWords(text))
}

/** By sheet column. */
export function evidenceOf(rows: readonly RawRow[]): ReadonlyMap<number, Evidence> {
  const counts = new Map<number, Count>()
  for (const { cells } of rows) {
    for (const [key, cell] of Object.entries(cells)) {
      if (!saysSomething(cell) && !isMark(cell.text)) continue
      const column = Number(key)
      const count = counts.get(column) ?? {
        filled: 0,
        figures: 0,
        bareFigures: 0,
        verdicts: 0,
        ordinals: 0,
        length: 0,
      }
      counts.set(column, count)
      count.filled++
      if (cell.text.length <= LONGEST_ORDINAL && isOrdinal(cell.text)) count.ordinals++
      if (cell.quantity !== undefined || cell.flags !== undefined) {
        count.figures++
        if (!/\p{L}{2}/u.test(cell.text)) count.bareFigures++
      } else {
        count.length += cell.text.length
        if (isVerdict(cell.text)) count.verdicts++
      }
    }
  }
  return new Map([...counts].map(([column, count]) => [column, evidence(count)]))
}

interface Count {
  filled: number
  figures: number
  bareFigures: number
  verdicts: number
  ordinals: number
  length: number
}

function evidence({ length, ...count }: Count): Evidence {
  const texts = count.filled - count.figures
  return { ...count, texts, averageLength: texts === 0 ? 0 : length / texts }
}

function isOrdinal(text: string): boolean {
  return ordinalKind(text) !== undefined || isMark(text)
}
