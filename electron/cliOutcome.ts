/** What a command of `bieu` gives back, and how failures become exit statuses, error objects and lines. */
import { basename } from 'node:path'
import type { Failure, FailureCode, PrintedCode } from '../shared/result.ts'
import type { Texts } from './texts.ts'

export interface Outcome {
  /** The one JSON document of `--json`. */
  readonly json: unknown
  /** The same for a person. */
  readonly text: string
  /** One line each for what failed beside things that went well. */
  readonly complaints: readonly string[]
  readonly status: number
}

export interface ErrorJson {
  /** `unexpected` stands for an error nobody expected. */
  readonly code: PrintedCode | 'unexpected'
  readonly message: string
}

const DATA_UNUSABLE = 5

const STATUS: Readonly<Record<PrintedCode, number>> = {
  usage: 2,
  'not-found': 2,
  unreadable: 2,
  'not-a-workbook': 2,
  encrypted: 2,
  'not-yet': 2,
  disk: 2,
  'no-table': 3,
  limit: 4,
  'data-locked': DATA_UNUSABLE,
  'data-newer': DATA_UNUSABLE,
  'data-damaged': DATA_UNUSABLE,
}

export function done(json: unknown, text: string): Outcome {
  return { json, text, complaints: [], status: 0 }
}

/** Data that was opened and found not whole. */
export function notWhole(json: unknown, text: string): Outcome {
  return { json, text, complaints: [], status: DATA_UNUSABLE }
}

/** A disk that fails under the data folder makes the folder unusable; elsewhere it is a file like any other. */
export function statusOf({ code, reason }: Failure): number {
  return code === 'disk' && reason.startsWith('data-') ? DATA_UNUSABLE : STATUS[printedCode(code)]
}

/** What only the window tells apart is on the command line a call that cannot be carried out. */
function printedCode(code: FailureCode): PrintedCode {
  return code === 'conflict' || code === 'cancelled' ? 'usage' : code
}

/** One line a person understands, which names the file that it is about. */
export function errorJson(failure: Failure, texts: Texts, path?: string): ErrorJson {
  const sentence = texts.failureText(failure).replace(/\s+/g, ' ')
  const named = path === undefined || sentence.includes(basename(path))
  return { code: printedCode(failure.code), message: named ? sentence : `${path}: ${sentence}` }
}
