/** The workbooks of a folder on disk and of the folders in it. */
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { searchFolders, type FolderContent, type FolderEntry } from '../../shared/folder.ts'
import { failure, type Result } from '../../shared/result.ts'

/** The handles are paths. Fails for a folder without workbooks, with too many, or that cannot be read. Links are not followed. */
export async function workbooksIn(root: string): Promise<Result<FolderContent<string>>> {
  const folder = basename(root)
  const found = await searchFolders([{ name: '', kind: 'folder', handle: root }], entriesOf)
  // The place of the root is "".
  if (found.ok && found.value.skipped.includes('')) {
    return failure('unreadable', 'folder-unreadable', { folder })
  }
  if (found.ok && found.value.workbooks.length === 0) {
    return failure('not-found', 'folder-without-workbooks', { folder })
  }
  return found
}

const UNREADABLE = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EIO', 'EBUSY']

/** Null for a folder that cannot be read. */
async function entriesOf(path: string): Promise<readonly FolderEntry<string>[] | null> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.flatMap((entry) => {
      const kind = kindOf(entry)
      return kind === undefined ? [] : [{ name: entry.name, kind, handle: join(path, entry.name) }]
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && UNREADABLE.includes(String(error.code))) return null
    throw error
  }
}

function kindOf(entry: Dirent): FolderEntry<string>['kind'] | undefined {
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : undefined
}
