/**
 * What a bench is. A file `test/bench/<name>.bench.ts` has a default export of the type `Bench`; `npm run bench`
 * (or `npm run bench -- <name>`) runs each in a Node process of its own and prints all rows as one table.
 */

/** One job, always beside a peer or a floor measured in the same run: only the ratio is comparable elsewhere. */
export interface BenchRow {
  readonly job: string
  /** What ours is compared with: "exceljs", "one fsync". */
  readonly against: string
  /** Both in `unit`; less is better. */
  readonly ours: number
  readonly peer: number
  readonly unit: 'ms' | 'MB' | 'KB'
  /** The highest ours / peer allowed: 0.25 is "four times faster". Absent where nothing is promised. */
  readonly budget?: number
}

export type Bench = () => Promise<readonly BenchRow[]> | readonly BenchRow[]

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('The median of nothing.')
  return middle
}

/** Runs a job once to warm up and then `runs` times. Gives the median time of one run in ms. */
export async function timed(runs: number, job: () => unknown): Promise<number> {
  await job()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await job()
    times.push(performance.now() - start)
  }
  return median(times)
}
