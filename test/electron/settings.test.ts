import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog, type Log } from '../../electron/log.ts'
import { openSettings } from '../../electron/settings.ts'

const DEFAULTS = { language: 'vi', window: { width: 1366, height: 768, maximised: false } }

let folder: string
let file: string
let log: Log

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-settings-'))
  file = join(folder, 'settings.json')
  log = openLog(join(folder, 'program.log'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function logged(): string {
  return readdirSync(folder).includes('program.log') ? readFileSync(log.file, 'utf8') : ''
}

test('a first run has the defaults and nothing to complain of', () => {
  expect(openSettings(file, log).get()).toEqual(DEFAULTS)
  expect(logged()).toBe('')
})

test('what was changed is there at once and in the next run, the rest stays', () => {
  const settings = openSettings(file, log)
  settings.update({ language: 'en' })
  settings.update({ dataFolder: 'D:\\BieuChiTieu' })
  const expected = { ...DEFAULTS, language: 'en', dataFolder: 'D:\\BieuChiTieu' }
  expect(settings.get()).toEqual(expected)
  expect(openSettings(file, log).get()).toEqual(expected)
  expect(readdirSync(folder)).not.toContain('settings.json.new')
})

test.each([
  ['half a file', '{"language": "e'],
  ['other values', '{"language": "fr"}'],
  ['an empty file', ''],
  ['something else', '[1, 2]'],
])('%s gives the defaults, with a line in the log', (_, text) => {
  writeFileSync(file, text)
  expect(openSettings(file, log).get()).toEqual(DEFAULTS)
  expect(logged()).toContain('The settings are damaged, defaults are used')
})

test('a file that cannot be read gives the defaults, with a line in the log', () => {
  mkdirSync(file)
  expect(openSettings(file, log).get()).toEqual(DEFAULTS)
  expect(logged()).toContain('The settings could not be read')
})
