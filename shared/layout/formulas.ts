/**
 * What the workbook's own formulas tell of a table: which columns a column divides, subtracts or compares as growth, and
 * which rows a row adds up. Formulas are not taken at their form but by what they come to for sample numbers, so that
 * =E10/D10*100, =ROUND(E10/(D10/100),2) and =IF(D10=0,"",E10/D10%) say the same.
 */
import { addedRows, isSubtotal, mayAdd } from './addedRows.ts'
import { parseFormula, type Expression } from './formulaText.ts'
import { valueOf, type NumberAt } from './formulaValue.ts'
import type { GridRow } from './grid.ts'

/** Sheet columns: `of` against `to`. */
export interface FormulaComparison {
  readonly kind: 'ratio' | 'change' | 'growth'
  readonly of: number
  readonly to: number
  /** Of a growth a year: over how many years. */
  readonly steps?: number
  /** A hundredfold, or shown as such by the format of the cell. */
  readonly perCent: boolean
}

export interface ColumnFormula extends FormulaComparison {
  /** In how many rows. */
  readonly rows: number
}

export interface FormulaEvidence {
  /** By sheet column: what it compares in most of its rows. */
  readonly columns: ReadonlyMap<number, ColumnFormula>
  /** By sheet row: the sheet rows that it adds up in most of the columns in which it adds up any, in ascending order. */
  readonly sums: ReadonlyMap<number, readonly number[]>
}

/** Rows further down would say the same. */
const MOST_ROWS = 5_000
/** Formulas over more cells of their row compare no two columns. */
const MOST_REFERENCES = 5
const MOST_STEPS = 20
/** Numbers without a common factor, once rising and once falling from each to the next. */
const SAMPLES: readonly (readonly number[])[] = [
  [37, 53, 71, 97, 113],
  [127, 89, 61, 43, 29],
  [17, 83, 31, 67, 101],
]
const EXACT = 1e-9
/** The row of a reference. */
const ROW = /(?<=[A-Za-z]\$?)\d+/g

/** `rows` are those of the table's body, `sheet` the name of its sheet. */
export function formulaEvidence(rows: readonly GridRow[], sheet: string): FormulaEvidence {
  const looked = rows.slice(0, MOST_ROWS)
  const formulas = looked.flatMap(formulasOf)
  const comparisonOf = rememberedComparisons(sheet)
  const compared = formulas.flatMap((formula) => {
    const comparison = comparisonOf(formula)
    return comparison === undefined ? [] : [{ column: formula.column, comparison }]
  })
  return {
    columns: comparedColumns(compared, filledCells(looked)),
    sums: summedRows(addedIn(formulas, sheet)),
  }
}

interface Formula {
  readonly row: number
  readonly column: number
  readonly text: string
  /** The cell is shown as a percentage. */
  readonly shownPerCent: boolean
}

function formulasOf({ row, cells, unseen }: GridRow): readonly Formula[] {
  return [...cells, ...unseen].flatMap(({ column, formula, text }) =>
    formula === undefined ? [] : [{ row, column, text: formula, shownPerCent: text.endsWith('%') }],
  )
}

/** Formulas that differ by nothing but their row are worked out once. */
function rememberedComparisons(sheet: string): (formula: Formula) => FormulaComparison | undefined {
  const known = new Map<string, FormulaComparison | null>()
  return (formula) => {
    const { row, column, text, shownPerCent } = formula
    const own = String(row)
    const inAnyRow = text.replace(ROW, (digits) => (digits === own ? '#' : digits))
    const key = text.includes('!') ? `${row} ${text}` : `${column} ${shownPerCent} ${inAnyRow}`
    const before = known.get(key)
    if (before !== undefined) return before ?? undefined
    const expression = parseFormula(text, sheet)
    const comparison = expression && comparisonIn(formula, expression)
    known.set(key, comparison ?? null)
    return comparison
  }
}

interface Added {
  readonly row: number
  /** Sheet rows in ascending order, joined by commas. */
  readonly parts: string
}

function addedIn(formulas: readonly Formula[], sheet: string): readonly Added[] {
  const sums = formulas.flatMap((formula) => {
    const expression = mayAdd(formula.text, formula.column) ? parseFormula(formula.text, sheet) : undefined
    return expression === undefined ? [] : [{ ...formula, expression }]
  })
  const subtotals = new Set(sums.filter(({ expression }) => isSubtotal(expression)).map(placeOf))
  return sums.flatMap(({ row, column, expression }) => {
    const parts = partsIn(row, column, expression, subtotals)
    return parts === undefined ? [] : [{ row, parts: parts.join() }]
  })
}

/** How many cells of each sheet column hold a formula or something to be seen. */
function filledCells(rows: readonly GridRow[]): ReadonlyMap<number, number> {
  const filled = new Map<number, number>()
  for (const { cells, unseen } of rows) {
    for (const { column } of [...cells, ...unseen]) filled.set(column, (filled.get(column) ?? 0) + 1)
  }
  return filled
}

function comparedColumns(
  compared: readonly { readonly column: number; readonly comparison: FormulaComparison }[],
  filled: ReadonlyMap<number, number>,
): ReadonlyMap<number, ColumnFormula> {
  const columns = new Map<number, ColumnFormula>()
  for (const [column, found] of Map.groupBy(compared, (each) => each.column)) {
    const alike = largest(
      found,
      ({ comparison: { kind, of, to, steps = 1 } }) => `${kind} ${of} ${to} ${steps}`,
    )
    const [first] = alike
    const isMost = alike.length * 2 > (filled.get(column) ?? 0)
    if (first !== undefined && isMost) columns.set(column, { ...first.comparison, rows: alike.length })
  }
  return columns
}

function summedRows(added: readonly Added[]): ReadonlyMap<number, readonly number[]> {
  const sums = new Map<number, readonly number[]>()
  for (const [row, found] of Map.groupBy(added, (each) => each.row)) {
    const alike = largest(found, ({ parts }) => parts)
    const [first] = alike
    if (first !== undefined && alike.length * 2 > found.length)
      sums.set(row, first.parts.split(',').map(Number))
  }
  return sums
}

/** Those of one key that are the most, the first of several. */
function largest<T>(all: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const groups = [...Map.groupBy(all, keyOf).values()]
  return groups.reduce<readonly T[]>((most, group) => (group.length > most.length ? group : most), [])
}

/** What the formula makes of two cells of its own row, whatever other cells decide whether it does. */
function comparisonIn(
  { row, column, shownPerCent }: Formula,
  expression: Expression,
): FormulaComparison | undefined {
  const columns = [...new Set(referencesIn(expression).map((each) => (each.row === row ? each.column : 0)))]
  if (columns.includes(column) || columns.length > MOST_REFERENCES) return undefined
  const inRow = columns.filter((each) => each !== 0)
  const results = SAMPLES.map((sample) => {
    const at: NumberAt = (otherRow, other) => (otherRow === row ? (sample[inRow.indexOf(other)] ?? NaN) : NaN)
    return valueOf(expression, at)
  })
  if (!results.every((result) => typeof result === 'number' && Number.isFinite(result))) return undefined
  for (const [x, of] of inRow.entries()) {
    for (const [y, to] of inRow.entries()) {
      if (x === y) continue
      const meaning = MEANINGS.find(({ work }) =>
        SAMPLES.every((sample, index) => {
          const wanted = work(sample[x] ?? NaN, sample[y] ?? NaN)
          return Math.abs(Number(results[index]) - wanted) <= EXACT * Math.max(1, Math.abs(wanted))
        }),
      )
      if (meaning === undefined) continue
      const { kind, steps, factor } = meaning
      const perCent = factor === 100 || (factor === 1 && shownPerCent)
      return { kind, of, to, ...(steps > 1 && { steps }), perCent }
    }
  }
  return undefined
}

interface Meaning {
  readonly kind: FormulaComparison['kind']
  readonly steps: number
  readonly factor: number
  readonly work: (of: number, to: number) => number
}

/** As shares of 1, as per cent and as per mille; other factors make yields and the like of two figures. */
const FACTORS = [1, 100, 1_000]
const MEANINGS: readonly Meaning[] = [
  { kind: 'change', steps: 1, factor: 1, work: (of, to) => of - to },
  ...FACTORS.flatMap((factor): readonly Meaning[] => [
    { kind: 'ratio', steps: 1, factor, work: (of, to) => (of / to) * factor },
    ...Array.from({ length: MOST_STEPS }, (_, index) => index + 1).map((steps): Meaning => ({
      kind: 'growth',
      steps,
      factor,
      work: (of, to) => ((of / to) ** (1 / steps) - 1) * factor,
    })),
  ]),
]

/** Two rows or more, none of them itself or twice. A subtotal passes over other subtotals. */
function partsIn(
  row: number,
  column: number,
  expression: Expression,
  subtotals: ReadonlySet<string>,
): readonly number[] | undefined {
  const added = addedRows(expression, column)
  if (added === undefined || added.length < 2 || added.includes(row)) return undefined
  const parts = isSubtotal(expression)
    ? added.filter((part) => !subtotals.has(placeOf({ row: part, column })))
    : added
  return new Set(parts).size < parts.length ? undefined : parts.toSorted((one, other) => one - other)
}

/** Ranges stand for their first cell: a formula over a range compares no two cells. */
function referencesIn(expression: Expression): readonly { readonly row: number; readonly column: number }[] {
  switch (expression.type) {
    case 'reference':
      return [expression]
    case 'range':
      return [{ row: expression.top, column: expression.left }]
    case 'negative':
    case 'percent':
      return referencesIn(expression.of)
    case 'operation':
      return [...referencesIn(expression.left), ...referencesIn(expression.right)]
    case 'call':
      return expression.arguments.flatMap((argument) =>
        argument === undefined ? [] : referencesIn(argument),
      )
    default:
      return []
  }
}

function placeOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row} ${column}`
}
