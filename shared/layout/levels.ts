/**
 * How deep each row stands: a top row 0, every other its parent's + 1. Ordinals of one kind are sisters; which kind
 * stands above which follows from custom (A, I, 1, 1.1, a), -) and, for letters and Roman numerals, from which comes first.
 * Rows without any stand as deep as they are indented, below bold ones, and below the row whose formula adds them up.
 */
import { ordinalKind, type OrdinalKind } from './ordinal.ts'

interface RankedRow {
  /** The sheet's. */
  readonly row: number
  readonly ordinal: string
  readonly mark?: string
  /** Without unit and figures, so that it can head others. */
  readonly heading: boolean
  /** "Trong đó:" stands below the row it opens up. */
  readonly opensItems: boolean
  /** "Tổng cộng", "Cộng": stands beside the rows it adds up and heads none. */
  readonly total: 'all' | 'part' | undefined
  /** The ordinals of what a total says it adds up: "Cộng A", "Cộng (I+II)". */
  readonly adds: readonly string[]
  readonly capitals: boolean
  /** How far the name is indented, in any measure. */
  readonly indent: number
  readonly bold: boolean
  /** The sheet rows that a formula of it adds up. */
  readonly sums: readonly number[]
}

interface Place {
  readonly level: number
  /** Indexes of the rows above it in the tree, the outermost first. */
  readonly ancestors: readonly number[]
}

interface Rank {
  /** The smaller, the further out. */
  readonly rank: number
  readonly mark?: string
}

interface Standing extends Rank {
  readonly index: number
  readonly row: RankedRow
}

const RANK = { number: 2, plain: 5, opening: 6, bracketed: 7, mark: 8 } as const
/** Less than one step of an indent, which is a hundredth. */
const NOT_BOLD = 0.005

export function placesOf(rows: readonly RankedRow[]): readonly Place[] {
  const kinds = settledKinds(rows)
  const romanFirst = kinds.find((kind) => kind === 'letter' || kind === 'roman') === 'roman'
  const lightRank = boldHeads(rows, kinds) ? NOT_BOLD : 0
  const stack: Standing[] = []
  return rows.map((row, index) => {
    if (row.total !== undefined) return totalPlace(stack, row, rows)
    const rank = rankOf(row, kinds[index], romanFirst, lightRank)
    const standing = { ...rank, index, row }
    unwind(stack, standing)
    const ancestors = stack.map((above) => above.index)
    stack.push(standing)
    return { level: ancestors.length, ancestors }
  })
}

/** Bold rows are heads where they are the fewer among the rows without ordinal and mark, and the first of these is bold. */
function boldHeads(rows: readonly RankedRow[], kinds: readonly (SettledKind | undefined)[]): boolean {
  const plain = rows.filter((row, index) => kinds[index] === undefined && isPlain(row))
  const bold = plain.filter((row) => row.bold)
  return plain[0]?.bold === true && bold.length * 2 < plain.length
}

function isPlain({ mark, heading, opensItems, total }: RankedRow): boolean {
  return mark === undefined && !heading && !opensItems && total === undefined
}

/** In the section it adds up, or beside the sections it adds up; a grand total stands at the top. */
function totalPlace(
  stack: readonly Standing[],
  { total, adds }: RankedRow,
  rows: readonly RankedRow[],
): Place {
  const sections = stack.filter(({ rank }) => rank < RANK.number)
  const named = sections.findIndex(({ index }) => adds.includes(bareOrdinal(rows[index]?.ordinal ?? '')))
  const unnamed = total === 'all' ? 0 : sections.length
  const around = sections.slice(0, named < 0 ? unnamed : adds.length > 1 ? named : named + 1)
  return { level: around.length, ancestors: around.map(({ index }) => index) }
}

function bareOrdinal(ordinal: string): string {
  return ordinal.replace(/^\(|[.):/]+$/g, '')
}

/** Leaves on the stack what stands above a row of this rank. */
function unwind(stack: Standing[], row: Standing): void {
  const sister = row.mark === undefined ? -1 : stack.findIndex(({ mark }) => mark === row.mark)
  if (sister >= 0) stack.length = sister
  for (let above = stack.at(-1); above !== undefined && above.rank >= row.rank; above = stack.at(-1)) {
    if (row.mark !== undefined && above.mark !== undefined) return
    if (isIndentedBelow(row, above) || isAddedUp(row, above)) return
    stack.pop()
  }
}

/** A heading further in than the heading above it. */
function isIndentedBelow({ row, rank }: Standing, { row: above }: Standing): boolean {
  return row.heading && rank < RANK.number && row.ordinal === '' && above.heading && row.indent > above.indent
}

function isAddedUp({ row, rank }: Standing, { row: above }: Standing): boolean {
  return rank >= RANK.plain && rank < RANK.opening && above.sums.includes(row.row)
}

function rankOf(row: RankedRow, kind: SettledKind | undefined, romanFirst: boolean, lightRank: number): Rank {
  const outer = { letter: romanFirst ? 1 : 0, roman: romanFirst ? 0 : 1, number: RANK.number }
  if (row.mark !== undefined && kind === undefined) {
    return { rank: RANK.mark, mark: /[-–—−]/.test(row.mark) ? '-' : row.mark }
  }
  if (kind === undefined) {
    if (row.opensItems) return { rank: RANK.opening }
    if (row.heading) return { rank: row.capitals ? 1.4 : 1.6 }
    return { rank: RANK.plain + Math.min(row.indent, 99) / 100 + (row.bold ? 0 : lightRank) }
  }
  if (typeof kind === 'object') return { rank: outer[kind.head] + (kind.depth - 1) / 10 }
  return { rank: kind === 'bracketed' ? RANK.bracketed : outer[kind] }
}

type SettledKind =
  'letter' | 'roman' | 'number' | 'bracketed' | Extract<OrdinalKind, { readonly kind: 'dotted' }>

/** Decides for each single capital whether it counts as a letter or as a Roman numeral: C after B, but V after IV. */
function settledKinds(rows: readonly RankedRow[]): readonly (SettledKind | undefined)[] {
  const kinds = rows.map(({ ordinal }) => ordinalKind(ordinal))
  let letter = ''
  let roman = 0
  return kinds.map((kind, index) => {
    if (kind === undefined) return undefined
    if (kind.kind === 'dotted') return kind
    if (kind.kind !== 'letter' && kind.kind !== 'roman' && kind.kind !== 'letter-or-roman') return kind.kind
    const asLetter = kind.kind === 'letter' || (kind.kind === 'letter-or-roman' && isLetter(kind, index))
    if (asLetter && 'letter' in kind) {
      letter = kind.letter
      roman = 0
      return 'letter'
    }
    if ('value' in kind) roman = kind.value
    return 'roman'
  })

  function isLetter(kind: { readonly letter: string; readonly value: number }, index: number): boolean {
    const nextLetter = letter !== '' && kind.letter.charCodeAt(0) === letter.charCodeAt(0) + 1
    const nextRoman = kind.value === roman + 1
    if (nextLetter !== nextRoman) return nextLetter
    if (nextLetter) return !romanFollows(index)
    return !'IVX'.includes(kind.letter)
  }

  /** "I" after "H" starts Roman numerals if "II" comes before any other capital. */
  function romanFollows(index: number): boolean {
    const next = kinds
      .slice(index + 1)
      .find((kind) => kind?.kind === 'letter' || kind?.kind === 'roman' || kind?.kind === 'letter-or-roman')
    return next?.kind === 'roman'
  }
}
