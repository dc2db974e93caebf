/** Knows whether requests of the window are running, for what has to wait until there are none. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface RequestWatch {
  readonly run: <T>(request: () => Promise<T>) => Promise<T>
  /** Resolves once no request has been running for this many milliseconds, counted from the call at the earliest. */
  readonly quietFor: (milliseconds: number) => Promise<void>
}

export function createRequestWatch(): RequestWatch {
  let running = 0
  let lastEnd = -Infinity
  return {
    async run(request) {
      running++
      try {
        return await request()
      } finally {
        running--
        lastEnd = performance.now()
      }
    },
    async quietFor(milliseconds) {
      const asked = performance.now()
      while (running > 0 || performance.now() - Math.max(asked, lastEnd) < milliseconds) await sleep(10)
    },
  }
}
