/** Importing many files where main is slow, breaks off or does something else, and dropped files cannot be read. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Events, Input } from '../../../shared/api.ts'
import type { FileOutcome, FinishedFile } from '../../../shared/batch.ts'
import { failure, success, type Result } from '../../../shared/result.ts'

const done: FileOutcome = { type: 'imported', reports: [], earlier: false }
type Progress = (event: Events['batchProgress']) => void

let progress: Progress = () => undefined
let batches: string[][] = []
let offered: { readonly name: string; readonly size: number }[][] = []
let forgotten: string[] = []
/** What main does with a batch; each test sets what it needs. */
let answer: (tokens: string[]) => Promise<Result<readonly FinishedFile[]>>

const finished = (tokens: readonly string[]) => tokens.map((token) => ({ token, outcome: done }))
const api = {
  on: (_: string, listener: Progress) => (progress = listener),
  startBatch: ({ tokens }: Input<'startBatch'>) => {
    batches.push(tokens)
    return answer(tokens)
  },
  cancelBatch: () => Promise.resolve(success(null)),
  offerFiles: ({ files }: Input<'offerFiles'>) => {
    offered.push(files.map(({ name, bytes }) => ({ name, size: bytes.length })))
    return Promise.resolve(success(files.map(({ name }) => `token of ${name}`)))
  },
  forgetFiles: ({ tokens }: Input<'forgetFiles'>) => {
    forgotten.push(...tokens)
    return Promise.resolve(success(null))
  },
  listReports: () => Promise.resolve(success([])),
  logError: () => Promise.resolve(success(null)),
}
Object.assign(globalThis, { window: { api } })
const { useStore } = await import('../../../renderer/store.ts')
const { importFiles, importWaiting, retry, stopBatch } = await import('../../../renderer/actions/batch.ts')
const { followBatch } = await import('../../../renderer/actions/batchRun.ts')
followBatch()

const files = () => useStore.getState().batch?.files ?? []
const states = () => files().map(({ state }) => state.type)
const picked = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.xlsx`, folder: '', source: `t${index}` }))
const dropped = (name: string, open: () => Promise<File>) => ({ name, folder: '', source: open })
const file = (name: string, size: number) =>
  dropped(name, () => Promise.resolve(new File([new Uint8Array(size)], name)))

beforeEach(() => {
  batches = []
  offered = []
  forgotten = []
  answer = (tokens) => Promise.resolve(success(finished(tokens)))
  useStore.setState({ batch: null, messages: [], unexpected: null })
})

describe('picked files', () => {
  it('are sent some at a time, all of them once', async () => {
    await importFiles({ files: picked(120), skipped: [] })
    expect(batches.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(new Set(batches.flat()).size).toBe(120)
    expect(new Set(states())).toEqual(new Set(['imported']))
    expect(useStore.getState().batch?.progress).toBe('over')
  })

  it('that are begun when the person stops wait again, and go on later', async () => {
    answer = async ([first = '', second = '']) => {
      progress({ token: first, outcome: done })
      progress({ token: second, outcome: null })
      await stopBatch()
      return success(finished([first]))
    }
    await importFiles({ files: picked(60), skipped: [] })
    expect(batches).toHaveLength(1)
    expect(states().filter((state) => state === 'imported')).toHaveLength(1)
    expect(states().filter((state) => state === 'waiting')).toHaveLength(59)

    answer = (tokens) => Promise.resolve(success(finished(tokens)))
    await importWaiting()
    expect(new Set(states())).toEqual(new Set(['imported']))
  })

  it('go on without the one at which main breaks off', async () => {
    answer = ([first = '', second = '']) => {
      answer = (tokens) => Promise.resolve(success(finished(tokens)))
      progress({ token: first, outcome: done })
      progress({ token: second, outcome: null })
      return Promise.reject(new Error('The main process is gone.'))
    }
    await importFiles({ files: picked(4), skipped: [] })
    expect(states()).toEqual(['imported', 'refused', 'imported', 'imported'])
    expect(useStore.getState().unexpected).toContain('gone')
  })

  it('wait where main is at work with others', async () => {
    answer = () => Promise.resolve(failure('conflict', 'batch-running'))
    await importFiles({ files: picked(3), skipped: [] })
    expect(states()).toEqual(['waiting', 'waiting', 'waiting'])
    expect(useStore.getState().messages).toMatchObject([{ failure: { reason: 'batch-running' } }])
  })

  it('keep a running list in its place', async () => {
    answer = async (tokens) => {
      await importFiles({ files: picked(9), skipped: [] })
      return success(finished(tokens))
    }
    await importFiles({ files: picked(2), skipped: [] })
    expect(states()).toEqual(['imported', 'imported'])
  })
})

describe('dropped files', () => {
  it('are in memory only so far together', async () => {
    await importFiles({ files: [1, 2, 3, 4].map((n) => file(`${n}.xlsx`, 9_000_000)), skipped: [] })
    expect(offered.map((some) => some.map(({ name }) => name))).toEqual([
      ['1.xlsx', '2.xlsx'],
      ['3.xlsx', '4.xlsx'],
    ])
    expect(states()).toEqual(['imported', 'imported', 'imported', 'imported'])
  })

  it('over the limit, gone or held by another program are refused with the reason and not sent', async () => {
    const broken = (name: string) => () => Promise.reject(new DOMException('no', name))
    await importFiles({
      files: [
        file('vừa.xlsx', 20_000_000),
        file('to.xlsx', 20_000_001),
        dropped('mất.xlsx', broken('NotFoundError')),
        dropped('giữ.xlsx', broken('NotReadableError')),
      ],
      skipped: [],
    })
    expect(
      files().map(({ state }) => (state.type === 'refused' ? state.failure.reason : state.type)),
    ).toEqual(['imported', 'file-too-big', 'file-missing', 'file-held'])
    expect(offered.flat().map(({ name }) => name)).toEqual(['vừa.xlsx'])
  })

  it('are read anew when they are tried again', async () => {
    let isHeld = true
    const held = dropped('giữ.xlsx', () =>
      isHeld
        ? Promise.reject(new DOMException('no', 'NotReadableError'))
        : Promise.resolve(new File([], 'a')),
    )
    await importFiles({ files: [held, file('b.xlsx', 1)], skipped: [] })
    expect(states()).toEqual(['refused', 'imported'])
    isHeld = false
    await retry(files().filter(({ state }) => state.type === 'refused'))
    expect(states()).toEqual(['imported', 'imported'])
  })

  it('are forgotten by main when the person stops before they are imported', async () => {
    const take = api.offerFiles
    api.offerFiles = async (input) => {
      await stopBatch()
      return await take(input)
    }
    await importFiles({ files: [file('a.xlsx', 1), file('b.xlsx', 1)], skipped: [] })
    api.offerFiles = take
    expect(forgotten).toEqual(['token of a.xlsx', 'token of b.xlsx'])
    expect([batches, states()]).toEqual([[], ['waiting', 'waiting']])
  })
})
