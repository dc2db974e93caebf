/** What was dropped on the window: files as they are, and the workbooks of folders. Only names are read here. */
import { failure, success, type Result } from '../../shared/result.ts'
import { searchFolders, type FolderEntry } from '../../shared/folder.ts'
import { MOST_FILES } from '../../shared/workbookFile.ts'
import type { NewFile, NewFiles } from '../actions/batch.ts'

/** A file without an entry in the file system is one that another page made. */
export type DroppedItem = FileSystemEntry | File

/** Only while the drop is being handled: the browser takes it away afterwards. */
export function droppedItems({ items }: DataTransfer): readonly DroppedItem[] {
  return [...items].flatMap((item) => {
    const dropped = item.webkitGetAsEntry() ?? item.getAsFile()
    return dropped === null ? [] : [dropped]
  })
}

/** The dropped files, whatever they are, then the workbooks of the folders; fails where there is none, or too many. */
export async function newFilesOf(items: readonly DroppedItem[]): Promise<Result<NewFiles>> {
  const direct = items.flatMap((item): NewFile[] => {
    if (item instanceof File) return [{ name: item.name, folder: '', source: () => Promise.resolve(item) }]
    return isFile(item) ? [{ name: item.name, folder: '', source: () => fileOf(item) }] : []
  })
  const folders = items.filter(
    (item): item is FileSystemDirectoryEntry => !(item instanceof File) && isFolder(item),
  )
  const found = await searchFolders(
    folders.map((handle) => ({ name: handle.name, kind: 'folder', handle })),
    entriesOf,
  )
  if (!found.ok) return found
  const below = found.value.workbooks.flatMap(({ name, folder, handle }): NewFile[] =>
    isFile(handle) ? [{ name, folder, source: () => fileOf(handle) }] : [],
  )
  const files = [...direct, ...below]
  if (files.length > MOST_FILES) return failure('limit', 'too-many-files', { limit: MOST_FILES })
  if (files.length === 0) {
    const folder = folders.map(({ name }) => name).join(', ')
    return failure('not-found', 'folder-without-workbooks', { folder })
  }
  return success({ files, skipped: found.value.skipped })
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

/** Null for a folder that cannot be read. */
async function entriesOf(folder: FileSystemEntry): Promise<readonly FolderEntry<FileSystemEntry>[] | null> {
  if (!isFolder(folder)) return null
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  try {
    // Each call gives some, the last one none.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject)
      })
      if (some.length === 0) break
      entries.push(...some)
    }
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isDirectory ? 'folder' : 'file',
    handle: entry,
  }))
}
