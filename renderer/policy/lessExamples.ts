/** The five ways to rate an indicator of which less is better, each worked out for one row by the program's own calculation. */
import { calculate } from '../../shared/calculate.ts'
import { directionOf } from '../../shared/direction.ts'
import {
  LESS_RATINGS,
  type Column,
  type LessRating,
  type Operator,
  type Policy,
  type Report,
  type Row,
} from '../../shared/model.ts'
import { computedText } from '../../shared/shown.ts'
import { cellOf } from '../../shared/rowText.ts'
import { automaticBase } from './baseColumns.ts'

export interface LessExamples {
  /** The row of the report that the example is; undefined for figures made up for a report without one. */
  readonly name: string | undefined
  readonly result: string
  readonly target: string
  readonly base: string
  /** "" where there is no ratio. */
  readonly ratios: Readonly<Record<LessRating, string>>
}

/** Figures of a real report: 10,09 % of households against 10,30 %. */
const MADE_UP = { result: '10,09', target: '10,30', base: '12,50' }

const RESULT = 'result'
const TARGET = 'target'
const BASE = 'base'
const RATIO = 'ratio'

export function lessExamples(report: Report, policy: Policy): LessExamples {
  const { name, ...figures } = figuresOf(report, policy)
  const ratios = LESS_RATINGS.map((less) => [less, ratioOf(figures, { ...policy, less })] as const)
  const none: Record<LessRating, string> = {
    none: '',
    'met-is-100': '',
    'plan-by-result': '',
    'two-minus': '',
    reduction: '',
  }
  return { name, ...figures, ratios: { ...none, ...Object.fromEntries(ratios) } }
}

/** The first row of the report that can show it: less is better, result and target are figures, and not the same one. */
function figuresOf(report: Report, { base }: Policy) {
  const ratio = report.columns.find(
    ({ role, of, to }) => role === 'ratio' && of !== undefined && to !== undefined,
  )
  const baseColumn = base ?? automaticBase(report)?.id
  const textIn = (row: Row, column: string | undefined, operators: readonly Operator[] = ['=']) => {
    const { text, quantity } = row.cells[column ?? ''] ?? {}
    const plain = quantity?.value !== undefined && quantity.unit === undefined && quantity.part === undefined
    return plain && operators.includes(quantity.op) ? text : undefined
  }
  for (const row of report.rows) {
    const result = textIn(row, ratio?.of)
    const target = textIn(row, ratio?.to, ['=', '<', '<='])
    if (result === undefined || target === undefined || result === target) continue
    if (directionOf(report, row).direction !== 'less') continue
    return { name: row.name, result, target, base: textIn(row, baseColumn) ?? '' }
  }
  return { name: undefined, ...MADE_UP }
}

/** By a table of one row with nothing in it but the figures. */
function ratioOf(figures: { result: string; target: string; base: string }, policy: Policy): string {
  const column = (id: string, role: Column['role']): Column => ({
    id,
    tag: id,
    order: id,
    role,
    header: [],
    ...(role === 'ratio' && { of: RESULT, to: TARGET }),
  })
  const row: Row = {
    id: 'row',
    tag: 'row',
    order: '',
    kind: 'indicator',
    level: 0,
    ordinal: '',
    name: '',
    unit: '%',
    cells: {
      [BASE]: cellOf('previous', figures.base),
      [TARGET]: cellOf('plan', figures.target),
      [RESULT]: cellOf('actual', figures.result),
    },
    stated: {},
    overrides: {},
    direction: 'less',
    indicator: 'row',
  }
  const computed = calculate({
    id: 'example',
    title: '',
    subtitle: '',
    period: { kind: 'year', year: 2025 },
    office: '',
    letterhead: [],
    signature: [],
    state: 'draft',
    updatedAt: '',
    policy: { ...policy, base: BASE },
    columns: [
      column(BASE, 'previous'),
      column(TARGET, 'plan'),
      column(RESULT, 'actual'),
      column(RATIO, 'ratio'),
    ],
    rows: [row],
  })
  const value = computed.get('row')?.[RATIO]
  return value === undefined ? '' : computedText('ratio', value)
}
