/**
 * The process that reads workbooks, away from the data: a bomb ends it and nothing else. Takes one request
 * after another, as a utility process of Electron or as a forked Node process.
 */
import { planImport } from '../../shared/layout/planImport.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { PlannedWorkbook, ReadRequest } from './readerHost.ts'
import { readWorkbook } from './readWorkbook.ts'

function answer({ bytes, name, options }: ReadRequest): Result<PlannedWorkbook> {
  const read = readWorkbook(bytes, name)
  if (!read.ok) {
    const { code, reason, params } = read.failure
    return { ok: false, failure: { code, reason, params: { ...params, file: name } } }
  }
  const { format } = read.value
  const plan = planImport(read.value, options)
  // A page is a workbook only where it holds a table of indicators.
  if (format === 'html' && plan.tables.length === 0) {
    return failure('not-a-workbook', 'html-file', { file: name })
  }
  return success({ format, plan })
}

function isRequest(message: unknown): message is ReadRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'bytes' in message &&
    message.bytes instanceof Uint8Array &&
    'name' in message &&
    typeof message.name === 'string'
  )
}

/** Only a utility process has one. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

function hasParentPort(host: object): host is { readonly parentPort: ParentPort } {
  return 'parentPort' in host && typeof host.parentPort === 'object' && host.parentPort !== null
}

const host: object = process
if (hasParentPort(host)) {
  const { parentPort } = host
  parentPort.on('message', ({ data }) => {
    if (isRequest(data)) parentPort.postMessage(answer(data))
  })
} else {
  process.on('message', (message) => {
    if (isRequest(message)) process.send?.(answer(message))
  })
}
