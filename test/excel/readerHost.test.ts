/** The reading process, watched over: it answers, or it is ended; and it never stays behind. */
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { READING } from '../../electron/excel/limits.ts'
import { createReader, planWorkbook, type ReaderChild } from '../../electron/excel/readerHost.ts'
import { forkReader } from '../../electron/readerFork.ts'

const PROGRAM = fileURLToPath(new URL('../../electron/excel/readerProcess.ts', import.meta.url))
const fixture = readFileSync(new URL('../fixtures/luc-binh-2023.xlsx', import.meta.url))

/** A child that tells when it has ended. */
function watched(program: string): { readonly start: () => ReaderChild; readonly ended: Promise<void> } {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const start = (): ReaderChild => {
    const child = forkReader(program)
    child.onExit(end)
    return child
  }
  return { start, ended }
}

test('a workbook is read and planned', async () => {
  const { start, ended } = watched(PROGRAM)
  const result = await planWorkbook(start, { bytes: fixture, name: 'luc-binh-2023.xlsx' })
  await ended
  if (!result.ok) throw new Error(result.failure.reason)
  expect(result.value.format).toBe('xlsx')
  expect(result.value.plan.tables.map(({ sheet, range }) => [sheet, range])).toEqual([
    ['Biểu kết quả', 'A7:G40'],
  ])
})

test('a refused workbook names its file', async () => {
  const { start, ended } = watched(PROGRAM)
  const result = await planWorkbook(start, { bytes: fixture.subarray(0, 1_000), name: 'cụt.xlsx' })
  await ended
  expect(result).toEqual({
    ok: false,
    failure: { code: 'unreadable', reason: 'file-truncated', params: { file: 'cụt.xlsx' } },
  })
})

describe('a process that does not answer', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reader-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  function program(source: string): string {
    const path = join(folder, 'reader.mjs')
    writeFileSync(path, source)
    return path
  }

  test.each([
    ['ends', 'process.on("message", () => process.exit(0))'],
    ['throws', 'process.on("message", () => { throw new Error("x") })'],
    ['never listens', 'process.exit(1)'],
    [
      'takes all memory',
      'process.on("message", () => { const all = []; for (;;) all.push(new Array(2e7).fill({})) })',
    ],
  ])(
    '%s',
    async (_, source) => {
      const { start, ended } = watched(program(source))
      const result = await planWorkbook(start, { bytes: fixture, name: 'a.xlsx' })
      await ended
      expect(result).toEqual({
        ok: false,
        failure: { code: 'limit', reason: 'too-complex', params: { file: 'a.xlsx' } },
      })
    },
    60_000,
  )
})

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['a small file', 1_000, READING.milliseconds],
    ['a big file', READING.bigFileBytes + 1, READING.bigFileMilliseconds],
  ])('%s has its time and no more', async (_, length, milliseconds) => {
    const kill = vi.fn()
    const silent: ReaderChild = { send: vi.fn(), onMessage: vi.fn(), onExit: vi.fn(), kill }
    const result = planWorkbook(() => silent, { bytes: new Uint8Array(length), name: 'a.xlsx' })
    await vi.advanceTimersByTimeAsync(milliseconds - 1)
    expect(kill).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(kill).toHaveBeenCalledOnce()
    expect(await result).toEqual({
      ok: false,
      failure: {
        code: 'limit',
        reason: 'reading-too-slow',
        params: { file: 'a.xlsx', seconds: milliseconds / 1_000 },
      },
    })
  })
})

describe('a process kept for many workbooks', () => {
  /** A process that lives for so many workbooks; the next one ends it without an answer. */
  function mortal(lives: number): { readonly start: () => ReaderChild; readonly starts: () => number } {
    let starts = 0
    const start = (): ReaderChild => {
      starts++
      let answered = 0
      let onMessage = (_: unknown): void => undefined
      let onExit = (): void => undefined
      return {
        send: ({ name }) => {
          if (++answered > lives) setTimeout(() => onExit())
          else setTimeout(() => onMessage({ ok: true, value: name }))
        },
        onMessage: (listener) => (onMessage = listener),
        onExit: (listener) => (onExit = listener),
        kill: vi.fn(),
      }
    }
    return { start, starts: () => starts }
  }

  const named = (name: string) => ({ bytes: fixture, name })

  test('reads one after another', async () => {
    const { start, ended } = watched(PROGRAM)
    const starts = vi.fn(start)
    const reader = createReader(starts)
    const read = [
      await reader.plan(named('a.xlsx')),
      await reader.plan({ bytes: fixture.subarray(0, 1_000), name: 'b.xlsx' }),
      await reader.plan(named('c.xlsx')),
    ]
    reader.end()
    await ended
    expect(read.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(starts).toHaveBeenCalledOnce()
  })

  test('that ends is started anew, and the workbook is judged by what it needs alone', async () => {
    const { start, starts } = mortal(2)
    const reader = createReader(start)
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      expect(await reader.plan(named(name))).toEqual({ ok: true, value: name })
    }
    expect(starts()).toBe(3)
  })

  test('a workbook that ends a fresh process too is too complex, and the next is read', async () => {
    const { start, starts } = mortal(0)
    const reader = createReader(start)
    expect(await reader.plan(named('a'))).toMatchObject({
      failure: { reason: 'too-complex', params: { file: 'a' } },
    })
    expect(await reader.plan(named('b'))).toMatchObject({
      failure: { reason: 'too-complex', params: { file: 'b' } },
    })
    expect(starts()).toBe(2)
  })

  test('ended while it reads it says so, and can be used again', async () => {
    const { start, starts } = mortal(1)
    const reader = createReader(start)
    const cancelled = reader.plan(named('a'))
    reader.end()
    expect(await cancelled).toMatchObject({ failure: { code: 'cancelled' } })
    expect(await reader.plan(named('b'))).toEqual({ ok: true, value: 'b' })
    expect(starts()).toBe(2)
  })
})

test('a process that hangs is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'))
  const path = join(folder, 'reader.mjs')
  writeFileSync(path, 'process.on("message", () => { for (;;); })')
  const { start, ended } = watched(path)
  const child = start()
  child.send({ bytes: fixture, name: 'a.xlsx' })
  child.kill()
  await ended
  rmSync(folder, { recursive: true })
})
