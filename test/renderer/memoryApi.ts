/** The requests that editing makes, answered from memory by the same shared functions that main uses. */
import { randomUUID } from 'node:crypto'
import type { Api, Edited } from '../../shared/api.ts'
import { applyChange, invert } from '../../shared/change.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Change, ChangeLabel, Report, ReportChange } from '../../shared/model.ts'
import { failure, success, type Result } from '../../shared/result.ts'

export interface MemoryApi {
  /** As it would be on disk. */
  readonly stored: () => Report
  /** Changes what is stored behind the window's back. */
  readonly store: (report: Report) => void
  /** The next requests to edit fail as on a full disk, or are never answered. */
  fail: 'full' | 'broken' | null
  /** How long the next requests take. */
  delays: number[]
  readonly api: Pick<Api, 'edit' | 'undo' | 'redo' | 'openReport' | 'listReports' | 'logError'>
}

export function memoryApi(report: Report): MemoryApi {
  let stored = report
  const done: Change[] = []
  const undone: Change[] = []
  const steps = () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null })

  function keep(change: ReportChange, label: ChangeLabel, kind: Change['kind']): Change {
    const applied = applyChange(stored, change)
    if (!applied.ok || applied.value === null) throw new Error('The change does not fit what is stored.')
    stored = applied.value
    return { id: randomUUID(), at: '2024-01-02T00:00:00.000Z', author: 'lan', label, kind, reports: [change] }
  }
  const edited = (change: Change | null): Result<Edited> =>
    success({ change, savedAt: '2024-01-02T00:00:00.000Z', ...steps() })
  const back = (from: Change[], to: Change[], kind: 'undo' | 'redo') => {
    const last = from.pop()
    const [change] = last?.reports ?? []
    if (last === undefined || change === undefined) return edited(null)
    to.push(last)
    return edited(keep(kind === 'undo' ? invert(change) : change, last.label, kind))
  }

  const memory: MemoryApi = {
    stored: () => stored,
    store: (changed) => (stored = changed),
    fail: null,
    delays: [],
    api: {
      async edit({ edits }) {
        await new Promise((resolve) => setTimeout(resolve, memory.delays.shift() ?? 0))
        if (memory.fail === 'broken') throw new Error('The main process is gone.')
        if (memory.fail === 'full') return failure('disk', 'disk-full', { file: 'data' })
        const applied = applyEdits(stored, edits)
        if (!applied.ok) return applied
        const change = keep(applied.value.change, applied.value.label, 'do')
        done.push(change)
        undone.length = 0
        return edited(change)
      },
      undo: () => Promise.resolve(back(done, undone, 'undo')),
      redo: () => Promise.resolve(back(undone, done, 'redo')),
      openReport: () => Promise.resolve(success({ report: stored, ...steps() })),
      listReports: () => Promise.resolve(success([])),
      logError: () => Promise.resolve(success(null)),
    },
  }
  return memory
}
