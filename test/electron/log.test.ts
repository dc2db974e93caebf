import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLog } from '../../electron/log.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-log-'))
  file = join(folder, 'logs', 'program.log')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('each line has its time and level, and an error its stack and causes', () => {
  const log = openLog(file)
  log.info('started')
  log.warn('odd')
  log.error('broken', new Error('outer', { cause: new TypeError('inner') }))
  log.error('no error object', 'just text')

  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info started\n/)
  expect(text).toMatch(/Z warn odd\n/)
  expect(text).toMatch(/Z error broken\nError: outer\n\s+at .*log\.test\.ts/)
  expect(text).toMatch(/\ncaused by TypeError: inner\n\s+at /)
  expect(text).toMatch(/error no error object\njust text\n$/)
})

test('a full file becomes the newest generation, and the oldest one goes', () => {
  const log = openLog(file, { bytes: 100, generations: 2 })
  const line = 'x'.repeat(60)
  for (const number of [1, 2, 3, 4, 5]) log.info(`${number} ${line}`)

  const numberIn = (path: string) => /info (\d)/.exec(readFileSync(path, 'utf8'))?.[1]
  expect([file, `${file}.1`, `${file}.2`].map(numberIn)).toEqual(['5', '4', '3'])
  expect(existsSync(`${file}.3`)).toBe(false)
})

test('goes on in the file of the last run', () => {
  openLog(file).info('first run')
  openLog(file).info('second run')
  expect(readFileSync(file, 'utf8')).toMatch(/first run\n.*second run\n/)
})

test('a log that cannot be written stops nobody', () => {
  const log = openLog(file)
  rmSync(join(folder, 'logs'), { recursive: true })
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    log.info('nowhere to go')
    expect(written.mock.calls[0]?.[0]).toMatch(/nowhere to go\n\(not in the log: .*ENOENT/)
  } finally {
    written.mockRestore()
  }
})
