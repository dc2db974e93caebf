/** `npm run bench`: runs the benches one after the other, each in a process of its own, and prints their ratios. */
import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench, BenchRow } from './bench.ts'

/** Runs one bench file in a child process: itself, called with the file. */
function runApart(file: string): Promise<readonly BenchRow[]> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [file], { execArgv: ['--expose-gc'] })
    let rows: readonly BenchRow[] | undefined
    child.on('message', (message: readonly BenchRow[]) => (rows = message))
    child.on('error', reject)
    child.on('exit', (status) => {
      if (rows && status === 0) resolve(rows)
      else reject(new Error(`${file} ended with ${status} and ${rows ? 'its' : 'no'} figures`))
    })
  })
}

function isBenchFile(module: unknown): module is { readonly default: Bench } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'default' in module &&
    typeof module.default === 'function'
  )
}

function figure(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

function tableOf(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ job, against, ours, peer, unit, budget }) => [
    job,
    `${figure(ours)} ${unit}`,
    `${figure(peer)} ${unit}`,
    against,
    `${figure(ours / peer)}×`,
    budget === undefined ? '' : `≤ ${budget}×`,
    isOver({ ours, peer, budget }) ? 'over' : '',
  ])
  const table = [['job', 'ours', 'peer', 'against', 'ratio', 'budget', ''], ...lines]
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? []
  return table
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function isOver({ ours, peer, budget }: { ours: number; peer: number; budget: number | undefined }): boolean {
  return budget !== undefined && ours / peer > budget
}

async function runAll(wanted: readonly string[]): Promise<void> {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
    .sort()
  const rows: BenchRow[] = []
  for (const file of files) {
    console.error(`${file} …`)
    rows.push(...(await runApart(join(import.meta.dirname, file))))
  }
  console.log(tableOf(rows))
  if (rows.length === 0 || rows.some((row) => isOver({ ...row, budget: row.budget }))) process.exitCode = 1
}

if (process.send === undefined) {
  await runAll(process.argv.slice(2))
} else {
  const module: unknown = await import(pathToFileURL(process.argv[2] ?? '').href)
  if (!isBenchFile(module)) throw new Error('A bench file has a function as its default export.')
  const rows = await module.default()
  process.send(rows, () => process.exit(0))
}
