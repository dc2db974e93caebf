/** The words, signs and footnote marks that stand around a figure and say how it is meant: "ít nhất từ 05 … trở lên", "≥", "(*)". */
import type { Operator, Quantity } from './model.ts'

/** A figure without what stood around it. */
export interface Framed {
  readonly core: string
  readonly op: Operator
  readonly sense?: Quantity['sense']
  readonly footnote?: string
  /** "từ" stood before it, which only a range or "trở lên" completes. */
  readonly from: boolean
}

/** Longer texts are sentences. */
const LONGEST = 120

type Meaning = Operator | 'decrease' | 'increase' | 'from'

/** "giảm còn 3%" is where a level ends, not by how much it falls. */
const MEANINGS: readonly (readonly [meaning: Meaning, words: readonly string[]])[] = [
  ['>', ['lớn hơn', 'cao hơn', 'nhiều hơn', 'trên', 'hơn']],
  ['>=', ['lớn hơn hoặc bằng', 'bằng hoặc lớn hơn', 'trên hoặc bằng', 'ít nhất', 'tối thiểu']],
  ['>=', ['không thấp hơn', 'không nhỏ hơn', 'không ít hơn', 'không dưới']],
  ['<', ['nhỏ hơn', 'thấp hơn', 'ít hơn', 'dưới']],
  ['<=', ['nhỏ hơn hoặc bằng', 'bằng hoặc nhỏ hơn', 'dưới hoặc bằng', 'tối đa', 'nhiều nhất']],
  ['<=', ['không cao hơn', 'không lớn hơn', 'không nhiều hơn', 'không vượt quá', 'không vượt', 'không quá']],
  ['<=', ['không trên']],
  ['~', ['khoảng', 'xấp xỉ', 'gần', 'trên dưới']],
  ['=', ['dự kiến', 'dự ước', 'ước', 'đạt', 'phấn đấu', 'duy trì', 'giữ vững', 'giữ nguyên', 'ở mức']],
  ['=', ['bình quân', 'bình quân hằng năm', 'bình quân hàng năm', 'bình quân mỗi năm']],
  ['=', ['còn', 'xuống còn', 'giảm còn', 'giảm xuống', 'giảm xuống còn']],
  ['decrease', ['giảm']],
  ['increase', ['tăng']],
  ['from', ['từ']],
]

/** The longest first: "trên dưới" also opens with "trên". */
const OPENINGS = MEANINGS.flatMap(([meaning, words]) => words.map((each) => ({ words: each, meaning }))).sort(
  (one, other) => other.words.length - one.words.length,
)

const SIGNS: Readonly<Record<string, Operator>> = {
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  '⩾': '>=',
  '≧': '>=',
  '>': '>',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '⩽': '<=',
  '≦': '<=',
  '<': '<',
  '~': '~',
  '≈': '~',
}

/**
 * Marks of footnotes behind a figure: (*) (1) [2] (a) ** ¹. A superscript behind "m" is a square or cubic metre, and a plain
 * digit is only told from the figure's own behind a per-cent sign ("0,24‰5").
 */
const FOOTNOTE =
  / ?((?:(?:\((?:[1-9]\d?|\*{1,3}|[a-e])\)|\[(?:[1-9]\d?|\*{1,3})\]|\*{1,3}|[†‡⁰¹⁴-⁹]|(?<!(?<!\p{L})[kcd]?m)[²³]) ?)+)$|(?<=[%‰])([1-9]\d?)$/u

/** Takes off what stands around the figure; undefined for sentences and for words that contradict each other. */
export function frame(text: string): Framed | undefined {
  if (text.length > LONGEST) return undefined
  const mark = FOOTNOTE.exec(text)
  const footnote = (mark?.[1] ?? mark?.[2])?.replaceAll(' ', '')
  let core = mark === null ? text : text.slice(0, mark.index)
  let op: Operator = '='
  let sense: Framed['sense']
  let from = false
  /** False where two words contradict each other ("trên … trở lên"). */
  const bound = (found: Operator): boolean => {
    if (op !== '=' && found !== '=' && op !== found) return false
    if (found !== '=') op = found
    return true
  }

  for (let opening = openingOf(core); opening !== undefined; opening = openingOf(core)) {
    core = opening.rest
    if (opening.meaning === 'from') from = true
    else if (opening.meaning === 'decrease' || opening.meaning === 'increase') {
      if (sense !== undefined) return undefined
      sense = opening.meaning
    } else if (!bound(opening.meaning)) return undefined
  }
  const closing = / ?trở (lên|xuống)$/iu.exec(core)
  if (closing !== null) {
    core = core.slice(0, closing.index)
    if (!bound(closing[1]?.toLowerCase() === 'lên' ? '>=' : '<=')) return undefined
  }
  return {
    core,
    op,
    from,
    ...(sense !== undefined && { sense }),
    ...(footnote !== undefined && { footnote }),
  }
}

function openingOf(text: string): { rest: string; meaning: Meaning } | undefined {
  const sign = /^(?:[<>]=|=[<>]|[<>≥≤⩾⩽≧≦~≈]) ?/.exec(text)?.[0]
  const meant = sign === undefined ? undefined : SIGNS[sign.trim()]
  if (sign !== undefined && meant !== undefined) return { rest: text.slice(sign.length), meaning: meant }
  if (/^[-+\d]/.test(text)) return undefined
  const lower = text.toLowerCase()
  for (const { words, meaning } of OPENINGS) {
    if (lower.startsWith(words) && /^[ \d<>≥≤⩾⩽≧≦~≈]/.test(lower.slice(words.length))) {
      return { rest: text.slice(words.length).trimStart(), meaning }
    }
  }
  return undefined
}
