/**
 * What the findings of a report of 5,000 rows cost: from scratch beside its calculation, and after one edit beside a check
 * from scratch.
 */
import { calculate, recalculateAfter } from '../../shared/calculate.ts'
import { check, rememberingCheck } from '../../shared/check/index.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Report } from '../../shared/model.ts'
import { build, type BuiltRow } from '../shared/building.ts'
import { median, timed, type BenchRow } from './bench.ts'

const ROWS = 5_000
const RUNS = 21

/** Sections of 50 rows: indicators with items that add up, ratios and assessments as an office states them, slips among them. */
function largeReport(run = 0): Report {
  const rows = Array.from({ length: ROWS }, (_, index): BuiltRow => {
    if (index % 50 === 0) return { texts: ['I', `MỤC SỐ ${index} ĐỢT ${run}`], kind: 'section' }
    const isItem = index % 10 > 6
    const target = String(((index * 7919) % 10_007) + 1)
    const result = `${((index * 7907) % 10_009) + 1},${(index % 90) + 10}`
    const ratio = (Number(result.replace(',', '.')) / Number(target)) * 100
    const stated = index % 25 === 3 ? '100,01' : ratio.toFixed(2).replace('.', ',')
    const verdict = ratio > 100 ? 'Vượt' : 'Không đạt'
    return {
      texts: isItem
        ? ['', `Diện tích trồng lúa vùng ${index} đợt ${run}`, 'Ha', target, result, stated]
        : [
            String(index),
            `Sản lượng thóc của thôn ${index} đợt ${run}`,
            'Tấn',
            target,
            result,
            stated,
            verdict,
          ],
      kind: isItem ? 'item' : 'indicator',
      level: isItem ? 2 : 1,
    }
  })
  const report = build(rows)
  // Ids as long as real ones: looking rows up by them is part of the work.
  return { ...report, rows: report.rows.map((row) => ({ ...row, id: crypto.randomUUID() })) }
}

export default async function findings(): Promise<readonly BenchRow[]> {
  const report = largeReport()
  const computed = calculate(report)
  const wholeTimes = Array.from({ length: RUNS + 1 }, (_, run) => {
    // What is worked out once for a row or a name is known of an opened report only as far as its calculation needs it.
    const opened = largeReport(run)
    const values = calculate(opened)
    const start = performance.now()
    check(opened, values)
    return performance.now() - start
  })
  const whole = median(wholeTimes.slice(1))
  const calculation = await timed(RUNS, () => calculate(report))

  const remembering = rememberingCheck()
  remembering(report, computed)
  const row = report.rows[ROWS / 2 + 1]?.id ?? ''
  const edits = Array.from({ length: RUNS + 1 }, (_, run) => {
    const result = applyEdits(report, [{ type: 'cell', row, column: 'c5', text: String(run + 1) }])
    if (!result.ok) throw new Error(result.failure.reason)
    const { report: after, change } = result.value
    return { after, values: recalculateAfter(after, computed, change) }
  })
  let edit = 0
  const incremental = await timed(RUNS, () => {
    const { after, values } = edits[edit++ % edits.length] ?? { after: report, values: computed }
    remembering(after, values)
  })
  return [
    { job: `check ${ROWS} rows`, against: 'calculating them', ours: whole, peer: calculation, unit: 'ms' },
    {
      job: `check after one edit of ${ROWS} rows`,
      against: 'checking all rows',
      ours: incremental,
      peer: whole,
      unit: 'ms',
      budget: 0.25,
    },
  ]
}
