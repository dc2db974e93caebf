/** One thing after the other: requests that must reach the disk in the order in which they were asked for. */

let last: Promise<unknown> = Promise.resolve()

/** Runs the job after all earlier ones, whether these worked or not. The promise is the job's own. */
export function enqueue<T>(job: () => Promise<T>): Promise<T> {
  const run = last.then(job)
  last = run.then(
    () => undefined,
    () => undefined,
  )
  return run
}
