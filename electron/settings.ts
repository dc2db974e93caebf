/** What the program remembers between runs beside the data: language, window, data folder. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Log } from './log.ts'

const schema = z.object({
  language: z.enum(['vi', 'en']).default('vi'),
  /** In the screen's pixels, of the window when it is not maximised. Without x and y the system places it. */
  window: z
    .object({
      x: z.int().optional(),
      y: z.int().optional(),
      width: z.int().positive(),
      height: z.int().positive(),
      maximised: z.boolean(),
    })
    .default({ width: 1366, height: 768, maximised: false }),
  /** Absent until a person has accepted or chosen one. */
  dataFolder: z.string().min(1).optional(),
})

export type SettingsValue = Readonly<z.infer<typeof schema>>
export type WindowPlace = SettingsValue['window']

export interface Settings {
  readonly get: () => SettingsValue
  /** Takes effect at once and is on disk when the call returns. */
  readonly update: (changes: Partial<SettingsValue>) => void
}

/** A missing file gives the defaults; a damaged one too, and a line in the log says so. */
export function openSettings(file: string, log: Log): Settings {
  let value = read(file, log)
  return {
    get: () => value,
    update: (changes) => {
      value = { ...value, ...changes }
      write(file, value)
    },
  }
}

function read(file: string, log: Log): SettingsValue {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (!isMissing(error)) log.warn(`The settings could not be read, defaults are used: ${String(error)}`)
    return schema.parse({})
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    log.warn(`The settings are damaged, defaults are used: ${String(error)}`)
    return schema.parse({})
  }
}

/** A power cut leaves the old file or the new one, never half of it. */
function write(file: string, value: SettingsValue): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.new`
  const descriptor = openSync(draft, 'w')
  try {
    writeSync(descriptor, `${JSON.stringify(value, null, 2)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
