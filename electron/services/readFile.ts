/** A file that a person picked as its bytes, or the sentence why it cannot be read. */
import { open } from 'node:fs/promises'
import { failure, success, type Result } from '../../shared/result.ts'

/** The whole file, if it is one and has at most so many bytes; its size is looked at first. */
export async function readFileWithin(path: string, most: number): Promise<Result<Uint8Array>> {
  let file
  try {
    file = await open(path, 'r')
    const found = await file.stat()
    if (found.isDirectory()) return failure('not-found', 'file-is-folder')
    if (found.size > most) {
      return failure('limit', 'file-too-big', { limit: most / 1_000_000 })
    }
    return success(await file.readFile())
  } catch (error) {
    return readingFailure(error)
  } finally {
    await file?.close()
  }
}

function readingFailure(error: unknown) {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return failure('not-found', 'file-missing')
    case 'EISDIR':
      return failure('not-found', 'file-is-folder')
    case 'EACCES':
    case 'EPERM':
      return failure('unreadable', 'file-forbidden')
    case 'EBUSY':
      return failure('unreadable', 'file-held')
    case 'EIO':
      return failure('unreadable', 'file-disk-error')
    default:
      throw error
  }
}
