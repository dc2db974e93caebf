/**
 * What exact decimals cost: a report of 5,000 rows calculated in full, and after one edit, beside the same arithmetic
 * on plain floats, which gets 31,7/30 and 0,1+0,2 wrong.
 */
import { calculate, recalculateAfter } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Report } from '../../shared/model.ts'
import { build, type BuiltRow } from '../shared/building.ts'
import { timed, type BenchRow } from './bench.ts'

const ROWS = 5_000
const RUNS = 51

/** A section every 50 rows; targets and results from 1 to some millions, with up to two decimals. */
function largeReport(): Report {
  const rows = Array.from({ length: ROWS }, (_, index): BuiltRow => {
    if (index % 50 === 0) return { texts: ['I', `Mục ${index}`], kind: 'section' }
    const target = String((index * 7919) % 1_000_003)
    const result = `${(index * 104_729) % 1_000_033},${index % 100}`
    return { texts: [String(index), `Chỉ tiêu ${index}`, 'Ha', target, result], level: 1 }
  })
  const report = build(rows)
  // Ids as long as real ones: looking rows up by them is part of the work.
  return { ...report, rows: report.rows.map((row) => ({ ...row, id: crypto.randomUUID() })) }
}

/** Ratio and assessment of every row, on figures already turned into floats. */
function calculateFloats(figures: readonly { id: string; target: number; result: number }[]) {
  const computed: Record<string, Record<string, string>> = {}
  for (const { id, target, result } of figures) {
    if (target === 0) continue
    const ratio = Math.round((result / target) * 10_000) / 100
    const assessment = result > target ? 'Vượt' : result === target ? 'Đạt' : 'Không đạt'
    computed[id] = { c6: String(ratio), c7: assessment }
  }
  return computed
}

export default async function calculation(): Promise<readonly BenchRow[]> {
  const report = largeReport()
  const computed = calculate(report)
  const figures = report.rows
    .filter(({ kind }) => kind !== 'section')
    .map(({ id, cells }) => ({
      id,
      target: Number(cells.c4?.quantity?.value),
      result: Number(cells.c5?.quantity?.value),
    }))
  const floats = await timed(RUNS, () => calculateFloats(figures))
  const row = report.rows[ROWS / 2 + 1]?.id ?? ''
  let typed = 0
  const applied = () => {
    const result = applyEdits(report, [{ type: 'cell', row, column: 'c5', text: String(++typed) }])
    if (!result.ok) throw new Error(result.failure.reason)
    return result.value
  }
  const edits = Array.from({ length: RUNS + 1 }, applied)
  let next = 0
  const recalculation = await timed(RUNS, () => {
    const { report: after, change } = edits[next++] ?? applied()
    recalculateAfter(after, computed, change)
  })
  const against = 'plain floats, all rows'
  return [
    {
      job: `calculate ${ROWS} rows`,
      against,
      ours: await timed(RUNS, () => calculate(report)),
      peer: floats,
      unit: 'ms',
    },
    {
      job: `recalculate after one edit of ${ROWS} rows`,
      against,
      ours: recalculation,
      peer: floats,
      unit: 'ms',
    },
    {
      job: `apply one edit to ${ROWS} rows`,
      against,
      ours: await timed(RUNS, applied),
      peer: floats,
      unit: 'ms',
    },
  ]
}
