/** Has workbooks read by a process of their own, watched over: it answers in time, or it is ended. */
import type { ImportPlan } from '../../shared/layout/plan.ts'
import type { PlanOptions } from '../../shared/layout/planImport.ts'
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
  readonly options?: PlanOptions
}

export interface PlannedWorkbook {
  readonly format: Workbook['format']
  readonly plan: ImportPlan
}

/** A reading process that is kept for one workbook after another. */
export interface Reader {
  /**
   * Reads a workbook and finds its tables; one at a time. Beside the failures of `readWorkbook` there are two of kind
   * `limit`: the time was up, or the process ended without an answer, which is what running out of memory looks like.
   * Fails with `cancelled` when the reader is ended meanwhile. Every failure has the param `file`.
   */
  readonly plan: (request: ReadRequest) => Promise<Result<PlannedWorkbook>>
  /** Ends the process at once; a later `plan` starts another. */
  readonly end: () => void
}

/** Starts the process at the first workbook, and anew after one that it did not survive. */
export function createReader(start: () => ReaderChild): Reader {
  let child: ReaderChild | undefined
  /** For the workbook that is being read. */
  let settle: (answer: Answer) => void = () => undefined

  function begin(): ReaderChild {
    const begun = start()
    begun.onMessage((message) => {
      if (begun === child && isAnswer(message)) settle(message)
    })
    begun.onExit(() => {
      if (begun !== child) return
      child = undefined
      settle('exit')
    })
    return begun
  }

  function kill(): void {
    const killed = child
    child = undefined
    killed?.kill()
  }

  function ask(request: ReadRequest): Promise<Answer> {
    return new Promise((resolve) => {
      const milliseconds = allowed(request.bytes)
      const watchdog = setTimeout(() => {
        kill()
        settle(failure('limit', 'reading-too-slow', { file: request.name, seconds: milliseconds / 1_000 }))
      }, milliseconds)
      settle = (answer) => {
        clearTimeout(watchdog)
        resolve(answer)
      }
      child ??= begin()
      child.send(request)
    })
  }

  return {
    async plan(request) {
      const isFresh = child === undefined
      let answer = await ask(request)
      // What was read before may have filled the memory: a workbook is judged by what it needs alone.
      if (answer === 'exit' && !isFresh) answer = await ask(request)
      if (answer === 'exit') return failure('limit', 'too-complex', { file: request.name })
      return answer === 'end' ? failure('cancelled', 'cancelled', { file: request.name }) : answer
    },
    end() {
      kill()
      settle('end')
    },
  }
}

/** What the process says of a workbook, that it has ended by itself, or that it is no longer wanted. */
type Answer = Result<PlannedWorkbook> | 'exit' | 'end'

/** As `Reader.plan`, by a process of its own. It has been ended when the promise settles. */
export async function planWorkbook(
  start: () => ReaderChild,
  request: ReadRequest,
): Promise<Result<PlannedWorkbook>> {
  const reader = createReader(start)
  try {
    return await reader.plan(request)
  } finally {
    reader.end()
  }
}

function allowed(bytes: Uint8Array): number {
  return bytes.length > READING.bigFileBytes ? READING.bigFileMilliseconds : READING.milliseconds
}

/** The reading process is this program's own: what it answers has the shape that readerProcess.ts gives it. */
function isAnswer(message: unknown): message is Result<PlannedWorkbook> {
  return typeof message === 'object' && message !== null && 'ok' in message
}
