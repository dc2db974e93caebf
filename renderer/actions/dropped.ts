/** Files that were dropped on the window: read in the page and handed to main, which gives a token for each. */
import { failure, success, type Result } from '../../shared/result.ts'
import { MOST_FILE_BYTES } from '../../shared/workbookFile.ts'
import { api } from '../api.ts'

export interface DroppedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The file as it is on disk now. A file over the limit is refused before it is read. */
export async function readDropped(
  name: string,
  open: () => Promise<File>,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const file = await open()
    if (file.size > MOST_FILE_BYTES) {
      return failure('limit', 'file-too-big', { file: name, limit: MOST_FILE_BYTES / 1_000_000 })
    }
    return success(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return error.name === 'NotFoundError'
      ? failure('not-found', 'file-missing', { file: name })
      : failure('unreadable', 'file-held', { file: name })
  }
}

/** The same files with their tokens. */
export async function offer<File extends DroppedFile>(
  files: readonly File[],
): Promise<readonly (File & { readonly token: string })[]> {
  const offered = await api.offerFiles({ files: files.map(({ name, bytes }) => ({ name, bytes })) })
  if (!offered.ok) throw new Error(`Dropped files were not taken: ${offered.failure.reason}`)
  return files.flatMap((file, index) => {
    const token = offered.value[index]
    return token === undefined ? [] : [{ ...file, token }]
  })
}
