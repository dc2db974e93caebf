import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import type * as FileSystem from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeFileSafely } from '../../electron/services/writeFile.ts'
import enFailures from '../../resources/locales/en/failures.json' with { type: 'json' }
import viFailures from '../../resources/locales/vi/failures.json' with { type: 'json' }

/** What the disk does instead of renaming, opening or reading; undefined lets the real one work. */
const disk = vi.hoisted(() => ({
  rename: undefined as (() => void) | undefined,
  open: undefined as (() => void) | undefined,
  read: undefined as (() => Buffer) | undefined,
}))

vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof FileSystem>()
  return {
    ...real,
    rename: async (...input: Parameters<typeof real.rename>) => {
      disk.rename?.()
      await real.rename(...input)
    },
    open: async (...input: Parameters<typeof real.open>) => {
      disk.open?.()
      return real.open(...input)
    },
    readFile: async (path: string) => disk.read?.() ?? real.readFile(path),
  }
})

const OLD = Buffer.from('bản cũ')
const NEW = Buffer.from('bản mới, dài hơn bản cũ')

let folder: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghi-tệp-'))
  target = join(folder, 'Biểu 1.xlsx')
})

afterEach(async () => {
  Object.assign(disk, { rename: undefined, open: undefined, read: undefined })
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })
}

async function expectOldFileWhole(): Promise<void> {
  disk.read = undefined
  expect(await readdir(folder)).toEqual(['Biểu 1.xlsx'])
  expect(await readFile(target)).toEqual(OLD)
}

describe('a file that can be written', () => {
  it('is written whole and leaves nothing beside it', async () => {
    expect(await writeFileSafely(target, NEW)).toEqual({
      ok: true,
      value: { file: target, bytes: NEW.length },
    })
    expect(await readFile(target)).toEqual(NEW)
    expect(await readdir(folder)).toEqual(['Biểu 1.xlsx'])
  })

  it('replaces an older one', async () => {
    await writeFile(target, OLD)
    expect((await writeFileSafely(target, NEW)).ok).toBe(true)
    expect(await readFile(target)).toEqual(NEW)
  })

  it('is written behind a link, which stays a link', async () => {
    const linked = join(folder, 'thật.xlsx')
    await writeFile(linked, OLD)
    await symlink(linked, target)
    expect((await writeFileSafely(target, NEW)).ok).toBe(true)
    expect(await readFile(linked)).toEqual(NEW)
    expect(await readdir(folder)).toEqual(['Biểu 1.xlsx', 'thật.xlsx'])
  })

  it('is never seen half written', async () => {
    const first = Buffer.alloc(2_000_000, 'a')
    const second = Buffer.alloc(2_000_000, 'b')
    await writeFile(target, first)
    const rounds = Array.from({ length: 10 }, (_, round) => round)
    for (const round of rounds) {
      const writing = writeFileSafely(target, round % 2 === 0 ? second : first)
      for (let look = 0; look < 3; look++) {
        const seen = await readFile(target)
        expect(seen.equals(first) || seen.equals(second)).toBe(true)
      }
      await writing
    }
  })
})

describe('a target held by another program', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again until it is free (%s)', async (code) => {
    await writeFile(target, OLD)
    let refusals = 3
    disk.rename = () => {
      if (refusals-- > 0) throw systemError(code, 'rename')
    }
    expect((await writeFileSafely(target, NEW)).ok).toBe(true)
    expect(refusals).toBe(-1)
    expect(await readFile(target)).toEqual(NEW)
  })

  it('is given up after ten seconds', async () => {
    await writeFile(target, OLD)
    const tries: number[] = []
    disk.rename = () => {
      tries.push(Date.now())
      throw systemError('EBUSY', 'rename')
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
    let result: Awaited<ReturnType<typeof writeFileSafely>> | undefined
    const written = writeFileSafely(target, NEW).then((value) => (result = value))
    while (result === undefined) {
      await vi.advanceTimersByTimeAsync(50)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await written
    const waited = (tries.at(-1) ?? 0) - (tries[0] ?? 0)
    expect(result).toMatchObject({ ok: false, failure: { code: 'disk', reason: 'target-held' } })
    expect(tries.length).toBeGreaterThan(5)
    expect(waited).toBeGreaterThan(8_000)
    expect(waited).toBeLessThanOrEqual(10_000)
    await expectOldFileWhole()
  })
})

describe('a failure', () => {
  it('names a folder that is not there', async () => {
    const result = await writeFileSafely(join(folder, 'không có', 'a.xlsx'), NEW)
    expect(result).toMatchObject({
      ok: false,
      failure: {
        code: 'disk',
        reason: 'folder-missing',
        params: { file: 'a.xlsx', folder: join(folder, 'không có') },
      },
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('respects a read-only file', async () => {
    await writeFile(target, OLD)
    await chmod(target, 0o444)
    expect(await writeFileSafely(target, NEW)).toMatchObject({
      ok: false,
      failure: { reason: 'target-read-only' },
    })
    await expectOldFileWhole()
  })

  it('never replaces a folder', async () => {
    await mkdir(target)
    expect(await writeFileSafely(target, NEW)).toMatchObject({
      ok: false,
      failure: { reason: 'target-not-a-file' },
    })
    expect(await readdir(folder)).toEqual(['Biểu 1.xlsx'])
  })

  it('says when the name is too long', async () => {
    const result = await writeFileSafely(join(folder, `${'dài'.repeat(200)}.xlsx`), NEW)
    expect(result).toMatchObject({ ok: false, failure: { reason: 'name-too-long' } })
  })

  it.each([
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['EACCES', 'open', 'folder-read-only'],
    ['EROFS', 'open', 'folder-read-only'],
    ['EIO', 'fsync', 'disk-error'],
  ])('%s while the copy is written is "%s": %s', async (code, syscall, reason) => {
    await writeFile(target, OLD)
    disk.open = () => {
      throw systemError(code, syscall)
    }
    const result = await writeFileSafely(target, NEW)
    disk.open = undefined
    expect(result).toMatchObject({ ok: false, failure: { code: 'disk', reason } })
    await expectOldFileWhole()
  })

  it('refuses a copy that reads back differently', async () => {
    await writeFile(target, OLD)
    disk.read = () => Buffer.from('khác')
    expect(await writeFileSafely(target, NEW)).toMatchObject({
      ok: false,
      failure: { reason: 'written-differs' },
    })
    await expectOldFileWhole()
  })

  it('lets what nobody expects through, with the old file whole', async () => {
    await writeFile(target, OLD)
    disk.rename = () => {
      throw new TypeError('a mistake in the program')
    }
    await expect(writeFileSafely(target, NEW)).rejects.toThrow('a mistake in the program')
    await expectOldFileWhole()
  })

  it.each([
    'target-held',
    'folder-missing',
    'folder-read-only',
    'target-read-only',
    'target-not-a-file',
    'disk-full',
    'disk-error',
    'name-too-long',
    'written-differs',
  ] as const)('%s has its sentence in both languages, naming the file', (reason) => {
    expect(viFailures[reason]).toContain('{{file}}')
    expect(enFailures[reason]).toContain('{{file}}')
  })
})
