/**
 * How reading stops deep inside a parser: a `Refusal` carries the failure up to `readWorkbook`, which alone
 * catches it and hands it on as a value.
 */
import { failure, type Failure, type FailureCode } from '../../shared/result.ts'

export class Refusal extends Error {
  readonly failure: Failure

  constructor(reason: Failure) {
    super(reason.reason)
    this.failure = reason
  }
}

/** Stops reading. `reason` is a key of the `failures` texts; the caller of `readWorkbook` adds the param `file`. */
export function refuse(code: FailureCode, reason: string, params: Failure['params'] = {}): never {
  throw new Refusal(failure(code, reason, params).failure)
}
