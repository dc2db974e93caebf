/** Finds the workbooks of folders, on disk or dropped on the window: only listing a folder differs. */
import { failure, success, type Result } from './result.ts'
import { compareNames, isPassedOver, isWorkbookName, MOST_ENTRIES, MOST_FILES } from './workbookFile.ts'

/** `Handle` is what the lister needs to go on: a path, or an entry of the page. */
export interface FolderEntry<Handle> {
  readonly name: string
  readonly kind: 'file' | 'folder'
  readonly handle: Handle
}

export interface FoundFile<Handle> {
  readonly name: string
  /** Where it stands, "Xã A/2024"; "" beside what was searched. */
  readonly folder: string
  readonly handle: Handle
}

export interface FolderContent<Handle> {
  readonly workbooks: readonly FoundFile<Handle>[]
  /** Files that are no workbooks by their names, and folders that cannot be read, as "Xã A/ghi chú.docx". */
  readonly skipped: readonly string[]
}

/**
 * What is in the folders and in all folders below, in the order of names, a folder's files before its folders. Hidden
 * files and the locks of Excel are passed over. Fails with `limit` where there are more than `MOST_FILES` workbooks.
 * `list` gives null for a folder that cannot be read.
 */
export async function searchFolders<Handle>(
  folders: readonly FolderEntry<Handle>[],
  list: (folder: Handle) => Promise<readonly FolderEntry<Handle>[] | null>,
): Promise<Result<FolderContent<Handle>>> {
  const workbooks: FoundFile<Handle>[] = []
  const skipped: string[] = []
  const waiting = folders.map(({ name, handle }) => ({ place: name, handle }))
  let seen = 0
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const { place } = folder
    const entries = await list(folder.handle)
    if (entries === null) skipped.push(place)
    const below: typeof waiting = []
    for (const { name, kind, handle } of inOrder(entries ?? [])) {
      seen++
      if (isPassedOver(name)) continue
      const path = place === '' ? name : `${place}/${name}`
      if (kind === 'folder') below.push({ place: path, handle })
      else if (isWorkbookName(name)) workbooks.push({ name, folder: place, handle })
      else skipped.push(path)
    }
    if (workbooks.length > MOST_FILES || seen > MOST_ENTRIES) {
      return failure('limit', 'too-many-files', { limit: MOST_FILES })
    }
    waiting.unshift(...below)
  }
  return success({ workbooks, skipped })
}

function inOrder<Handle>(entries: readonly FolderEntry<Handle>[]): readonly FolderEntry<Handle>[] {
  return [...entries].sort((a, b) => compareNames(a.name, b.name))
}
