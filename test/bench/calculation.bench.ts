/**
 * What exact decimals cost: reports of 5,000 and 100,000 rows calculated in full, and after one edit of each, beside the
 * same arithmetic on plain floats, which gets 31,7/30 and 0,1+0,2 wrong. An edit's recalculation looks at the rows it
 * touched alone: it takes no longer in the larger report.
 */
import { calculate, recalculateAfter } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Report } from '../../shared/model.ts'
import { build, type BuiltRow } from '../shared/building.ts'
import { timed, type BenchRow } from './bench.ts'

const NAMES = ['Diện tích gieo trồng', 'Tỷ lệ hộ nghèo', 'Số lao động được tạo việc làm', 'Đàn lợn']

/** A section every 50 rows; targets and results from 1 to some millions, with up to two decimals. */
function largeReport(size: number): Report {
  const rows = Array.from({ length: size }, (_, index): BuiltRow => {
    if (index % 50 === 0) return { texts: ['I', `Mục ${index}`], kind: 'section' }
    const target = String((index * 7919) % 1_000_003)
    const result = `${(index * 104_729) % 1_000_033},${index % 100}`
    const name = `${NAMES[index % NAMES.length] ?? ''} ${index}`
    return { texts: [String(index), name, 'Ha', target, result], level: 1 }
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

async function timedFloats(report: Report, runs: number): Promise<number> {
  const figures = report.rows
    .filter(({ kind }) => kind !== 'section')
    .map(({ id, cells }) => ({
      id,
      target: Number(cells.c4?.quantity?.value),
      result: Number(cells.c5?.quantity?.value),
    }))
  return timed(runs, () => calculateFloats(figures))
}

/** The report with a list of rows of which nothing is known yet, as when it has just been opened. */
function opened(report: Report): Report {
  return { ...report, rows: [...report.rows] }
}

/** Types a figure into the middle of the report. */
function edited(report: Report, figure: number) {
  const row = report.rows[report.rows.length / 2 + 1]?.id ?? ''
  const result = applyEdits(report, [{ type: 'cell', row, column: 'c5', text: String(figure) }])
  if (!result.ok) throw new Error(result.failure.reason)
  return result.value
}

async function timedEdits(report: Report, runs: number): Promise<number> {
  const computed = calculate(report)
  const edits = Array.from({ length: runs + 1 }, (_, index) => edited(report, index + 1))
  let next = 0
  return timed(runs, () => {
    const edit = edits[next++]
    if (edit === undefined) throw new Error('an edit for every run')
    recalculateAfter(edit.report, computed, edit.change)
  })
}

export default async function calculation(): Promise<readonly BenchRow[]> {
  const small = largeReport(5_000)
  const large = largeReport(100_000)
  const floats = { small: await timedFloats(small, 51), large: await timedFloats(large, 11) }
  const against = 'plain floats, all rows'
  const smallEdit = await timedEdits(small, 51)
  let typed = 0
  return [
    {
      job: 'calculate 5,000 rows',
      against,
      ours: await timed(51, () => calculate(opened(small))),
      peer: floats.small,
      unit: 'ms',
    },
    {
      job: 'calculate 100,000 rows',
      against,
      ours: await timed(11, () => calculate(opened(large))),
      peer: floats.large,
      unit: 'ms',
    },
    {
      job: 'recalculate after one edit of 5,000 rows',
      against,
      ours: smallEdit,
      peer: floats.small,
      unit: 'ms',
    },
    {
      job: 'recalculate after one edit of 100,000 rows',
      against: 'the same of 5,000 rows',
      ours: await timedEdits(large, 21),
      peer: smallEdit,
      unit: 'ms',
    },
    {
      job: 'apply one edit to 5,000 rows',
      against,
      ours: await timed(51, () => edited(small, ++typed)),
      peer: floats.small,
      unit: 'ms',
    },
  ]
}
