/** Ten thousand damaged workbooks of all formats, read by the real process: each ends in a result, none in an error. */
import { isUnexpected, readMutants } from '../excel/readMutants.ts'

const COUNT = 10_000

const outcomes = new Map<string, number>()
let unexpected = 0
let slowest = 0
for await (const result of readMutants(COUNT)) {
  const { mutant, outcome, milliseconds } = result
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  slowest = Math.max(slowest, milliseconds)
  if (!isUnexpected(result)) continue
  unexpected += 1
  console.log(`${mutant.name}: ${outcome}`)
}
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`${count} × ${outcome}`)
console.log(`${COUNT} mutants, ${unexpected} unexpected, the slowest took ${Math.round(slowest)} ms`)
process.exitCode = unexpected === 0 ? 0 : 1
