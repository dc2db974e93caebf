/** Expected failures as values: what can go wrong with files, data and requests, without exceptions. */

/** The error codes that the command line prints: a contract. */
export type PrintedCode =
  | 'usage'
  | 'not-found'
  | 'unreadable'
  | 'not-a-workbook'
  | 'encrypted'
  | 'no-table'
  | 'limit'
  | 'data-locked'
  | 'data-newer'
  | 'data-damaged'
  | 'not-yet'
  | 'disk'

/** The last two are answers to the window only. */
export type FailureCode = PrintedCode | 'conflict' | 'cancelled'

/**
 * `reason` is a key of the `failures` texts: one sentence saying what happened, where and what to do,
 * filled in with `params` (such as `file`, `sheet`, `cell`).
 */
export interface Failure {
  readonly code: FailureCode
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failure(
  code: FailureCode,
  reason: string,
  params: Failure['params'] = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, reason, params } }
}
