/** Data folders of tests: made in the system's temporary folder, hashed, and removed after each test. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { closeDatabase, openDatabase, type Database } from '../../electron/db/open.ts'

const folders: string[] = []
const databases: Database[] = []

afterEach(() => {
  for (const db of databases.splice(0)) closeDatabase(db)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bieu-'))
  folders.push(folder)
  return folder
}

/** The database of a folder, made where there is none; closed after the test at the latest. */
export async function openedDatabase(folder: string = newFolder()): Promise<Database> {
  const opened = await openDatabase(folder, { create: true })
  if (!opened.ok) throw new Error(`Not opened: ${opened.failure.reason}`)
  databases.push(opened.value)
  return opened.value
}

/**
 * Every file of a folder with the hash of its bytes. Not while this process has the database open: on Linux closing a
 * file lets go of every lock that the process holds on it.
 */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}
