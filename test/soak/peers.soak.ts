/** Five thousand random workbooks read here and by SheetJS: the differences by name, and none without one. */
import { differences, Oracle } from '../excel/oracle.ts'
import { randomWorkbook } from '../excel/randomWorkbooks.ts'

const COUNT = 5_000

const oracle = new Oracle()
const kinds = new Map<string, number>()
for (let seed = 0; seed < COUNT; seed++) {
  for (const difference of await differences(oracle, await randomWorkbook(seed))) {
    kinds.set(difference.kind, (kinds.get(difference.kind) ?? 0) + 1)
    if (difference.kind === 'unknown') console.log(`workbook ${seed}: ${JSON.stringify(difference)}`)
  }
}
oracle.end()
for (const [kind, count] of kinds) console.log(`${count} × ${kind}`)
const unknown = kinds.get('unknown') ?? 0
console.log(`${COUNT} workbooks, ${unknown} unknown differences`)
process.exitCode = unknown === 0 ? 0 : 1
