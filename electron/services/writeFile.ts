/** Writes a file so that whoever looks finds the old one or the new one whole, never half of either. */
import { randomUUID } from 'node:crypto'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, success, type Result } from '../../shared/result.ts'

export interface WrittenFile {
  readonly file: string
  readonly bytes: number
}

/** Why a file could not be written: keys of the `failures` texts. */
export type WriteProblem =
  | 'target-held'
  | 'target-read-only'
  | 'target-not-a-file'
  | 'folder-missing'
  | 'folder-read-only'
  | 'disk-full'
  | 'disk-error'
  | 'name-too-long'
  | 'written-differs'

/** Excel and virus scanners hold a file for moments; a person who left it open in Excel holds it longer. */
const PATIENCE = 10_000
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

const HELD: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']

/**
 * Writes a temporary file beside `path`, forces it to disk, reads it back and renames it over `path`. A target that
 * another program holds is tried again for ten seconds. On failure (code "disk") the old file is untouched and nothing
 * else is left behind.
 */
export async function writeFileSafely(path: string, bytes: Uint8Array): Promise<Result<WrittenFile>> {
  let temporary: string | undefined
  try {
    const target = await followLink(path)
    const refused = await refusal(target)
    if (refused) return failed(refused, path)
    temporary = join(dirname(target), `.${randomUUID()}.tmp`)
    await writeToDisk(temporary, bytes)
    if (!(await readFile(temporary)).equals(bytes)) return failed('written-differs', path)
    await replace(temporary, target)
    await flushFolder(dirname(target))
    return success({ file: path, bytes: bytes.length })
  } catch (error) {
    const problem = problemOf(error)
    if (problem) return failed(problem, path)
    throw error
  } finally {
    // A virus scanner may still read it; only `recursive` tries again.
    if (temporary !== undefined) await rm(temporary, { force: true, recursive: true, maxRetries: 5 })
  }
}

/** The file behind a link is replaced, not the link. */
async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path
    throw error
  }
}

/** Why an existing target must stay as it is. */
async function refusal(target: string): Promise<WriteProblem | undefined> {
  const found = await stat(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) return undefined
  if (!found.isFile()) return 'target-not-a-file'
  const WRITABLE_BY_ANYONE = 0o222
  return (found.mode & WRITABLE_BY_ANYONE) === 0 ? 'target-read-only' : undefined
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function replace(from: string, to: string): Promise<void> {
  const end = Date.now() + PATIENCE
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (!HELD.includes(codeOf(error)) || Date.now() + pause > end) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** The renaming itself is on disk once the folder is. Windows writes its directories through and opens none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** What disks do; undefined for what nobody expects. */
function problemOf(error: unknown): WriteProblem | undefined {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'folder-missing'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EPERM':
    case 'EACCES':
    case 'EBUSY':
      return syscallOf(error) === 'rename' ? 'target-held' : 'folder-read-only'
    case 'EROFS':
      return 'folder-read-only'
    case 'EIO':
      return 'disk-error'
    case 'ENAMETOOLONG':
      return 'name-too-long'
    default:
      return undefined
  }
}

function failed(problem: WriteProblem, path: string) {
  return failure('disk', problem, { file: basename(path), folder: dirname(path) })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function syscallOf(error: unknown): unknown {
  return error instanceof Error && 'syscall' in error ? error.syscall : undefined
}
