/** Has a workbook read by a process of its own, watched over: it answers in time, or it is ended. */
import type { ImportPlan } from '../../shared/layout/plan.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { Workbook } from '../../shared/sheet.ts'
import { READING } from './limits.ts'

/** The reading process as its host sees it, however it was started: with the heap limit `READING.heapMegabytes`. */
export interface ReaderChild {
  send(message: ReadRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once the process has ended, for whatever reason. */
  onExit(listener: () => void): void
  /** Ends the process at once. Nothing happens when it has ended already. */
  kill(): void
}

export interface ReadRequest {
  readonly bytes: Uint8Array
  /** The file's name without its folder. */
  readonly name: string
}

export interface PlannedWorkbook {
  readonly format: Workbook['format']
  readonly plan: ImportPlan
}

/**
 * Reads a workbook and finds its tables. Beside the failures of `readWorkbook` there are two of kind `limit`:
 * the time was up, or the process ended without an answer, which is what running out of memory looks like.
 * Every failure has the param `file`. The process has been ended when the promise settles.
 */
export function planWorkbook(
  start: () => ReaderChild,
  bytes: Uint8Array,
  name: string,
): Promise<Result<PlannedWorkbook>> {
  return new Promise((resolve) => {
    const child = start()
    const settle = (result: Result<PlannedWorkbook>): void => {
      clearTimeout(watchdog)
      child.kill()
      resolve(result)
    }
    const watchdog = setTimeout(() => {
      settle(failure('limit', 'reading-too-slow', { file: name, seconds: allowed(bytes) / 1_000 }))
    }, allowed(bytes))
    child.onMessage((message) => {
      if (isAnswer(message)) settle(message)
    })
    child.onExit(() => {
      settle(failure('limit', 'too-complex', { file: name }))
    })
    child.send({ bytes, name })
  })
}

function allowed(bytes: Uint8Array): number {
  return bytes.length > READING.bigFileBytes ? READING.bigFileMilliseconds : READING.milliseconds
}

/** The reading process is this program's own: what it answers has the shape that readerProcess.ts gives it. */
function isAnswer(message: unknown): message is Result<PlannedWorkbook> {
  return typeof message === 'object' && message !== null && 'ok' in message
}
