/** The one log file: lines with time and level, a few generations kept, never a reason for the program to stop. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Log {
  readonly file: string
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
  /** Anything may have been thrown; an Error is written with its stack and its causes. */
  readonly error: (message: string, error?: unknown) => void
}

export interface LogLimits {
  /** A file is closed before it would grow over this size. */
  readonly bytes: number
  /** How many closed files are kept: `bieu.log.1` is the newest. */
  readonly generations: number
}

const DEFAULT_LIMITS: LogLimits = { bytes: 1_000_000, generations: 3 }

/** Writes each line at once, so that the last words before a crash are in the file. */
export function openLog(file: string, limits: LogLimits = DEFAULT_LIMITS): Log {
  mkdirSync(dirname(file), { recursive: true })

  const write = (level: string, message: string) => {
    const entry = `${new Date().toISOString()} ${level} ${message}\n`
    try {
      if (sizeOf(file) + Buffer.byteLength(entry) > limits.bytes) rotate(file, limits.generations)
      appendFileSync(file, entry)
    } catch (error) {
      // A full disk must not take the program down with it.
      process.stderr.write(`${entry}(not in the log: ${String(error)})\n`)
    }
  }
  return {
    file,
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, error) =>
      write('error', error === undefined ? message : `${message}\n${describe(error)}`),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function rotate(file: string, generations: number): void {
  for (let generation = generations; generation >= 1; generation--) {
    const newer = generation === 1 ? file : `${file}.${generation - 1}`
    if (sizeOf(newer) > 0) renameSync(newer, `${file}.${generation}`)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`
}
