/** From the bytes of a workbook to plain cells, or to the reason why not. What it is, its content says, not its name. */
import { success, type Result } from '../../shared/result.ts'
import type { Workbook } from '../../shared/sheet.ts'
import { containerOf } from './container.ts'
import { readCsv } from './csv/readCsv.ts'
import { readHtml } from './html/readHtml.ts'
import { LIMITS } from './limits.ts'
import { isOpenDocument, readOds } from './ods/readOds.ts'
import { prescan, refuseUnsafeRest } from './prescan.ts'
import { readXlsx } from './readXlsx.ts'
import { Refusal, refuse } from './refusal.ts'
import { readXls } from './xls/readXls.ts'

/**
 * Reads all sheets in the order of their tabs. Fails with `not-a-workbook`, `encrypted`, `unreadable` or
 * `limit`; the caller adds the param `file` to the failure. `name` is the file's, without its folder: formats
 * without names of sheets take it. Pure, and bounded in memory by the limits, but not in time: see readerHost.ts.
 */
export function readWorkbook(bytes: Uint8Array, name = ''): Result<Workbook> {
  try {
    return success(read(bytes, name))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    throw error
  }
}

function read(bytes: Uint8Array, name: string): Workbook {
  if (bytes.length > LIMITS.fileBytes) {
    refuse('limit', 'file-too-big', { limit: LIMITS.fileBytes / 1_000_000 })
  }
  switch (containerOf(bytes)) {
    case 'zip':
      return readArchive(bytes)
    case 'compound':
      return readXls(bytes)
    case 'html':
      return readHtml(bytes, name)
    case 'text':
      return readCsv(bytes, name)
  }
}

function readArchive(bytes: Uint8Array): Workbook {
  const parts = prescan(bytes)
  const workbook = isOpenDocument(parts) ? readOds(parts) : readXlsx(parts)
  refuseUnsafeRest(parts)
  return workbook
}
