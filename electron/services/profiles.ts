/** The templates that are remembered: list, change, rename, delete, and as a small file from one computer to another. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { areEqual } from '../../shared/equal.ts'
import type { PlanCorrections, PlannedTable } from '../../shared/layout/plan.ts'
import type { Id, Role } from '../../shared/model.ts'
import { profileOf, type Profile } from '../../shared/profile.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { folded, normalText } from '../../shared/text.ts'
import { attempt } from '../db/failures.ts'
import type { Database } from '../db/open.ts'
import { deleteProfile as remove, putProfile, selectProfile, selectProfiles } from '../db/profiles.ts'
import { inAscii } from './export.ts'
import { MOST_PROFILE_BYTES, profileFileOf, readProfileFile } from './profileFile.ts'
import { readFileWithin } from './readFile.ts'

/** A table that becomes a report, and the name its corrections are to be remembered by. */
export interface RememberedTable {
  readonly table: PlannedTable
  readonly corrections: PlanCorrections
  readonly name: string
}

/** By name. */
export function listProfiles(db: Database): Result<readonly Profile[]> {
  return attempt(db.name, () =>
    success(selectProfiles(db).sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1))),
  )
}

/** Gives the columns, in their order, other roles, or leaves them out. */
export function saveProfile(
  db: Database,
  id: Id,
  columns: readonly { readonly role: Role; readonly leftOut: boolean }[],
): Result<Profile> {
  return change(db, id, (profile) => {
    if (columns.length !== profile.columns.length) return failure('conflict', 'profile-changed')
    return success({
      ...profile,
      columns: profile.columns.map(({ header, role }, place) => ({
        header,
        role: columns[place]?.role ?? role,
        ...(columns[place]?.leftOut === true && { leftOut: true as const }),
      })),
    })
  })
}

export function renameProfile(db: Database, id: Id, typed: string): Result<Profile> {
  const name = normalText(typed)
  if (name === '') return failure('conflict', 'profile-name-empty')
  return change(db, id, (profile) => {
    const isTaken = selectProfiles(db).some((other) => other.id !== id && folded(other.name) === folded(name))
    return isTaken ? failure('conflict', 'profile-name-taken', { name }) : success({ ...profile, name })
  })
}

export function deleteProfile(db: Database, id: Id): Result<null> {
  return attempt(db.name, () => (remove(db, id) ? success(null) : unknown()))
}

/** The bytes of the file and the name it is offered under. */
export function exportProfile(
  db: Database,
  id: Id,
): Result<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  return attempt(db.name, () => {
    const profile = selectProfile(db, id)
    if (profile === undefined) return unknown()
    const name = inAscii(profile.name).slice(0, LONGEST_FILE_NAME)
    return success({ bytes: profileFileOf(profile), fileName: `MauBieu_${name}.json` })
  })
}

/** One that is there already is not taken in twice; another of the same name gets a number behind its own. */
export async function importProfile(db: Database, path: string): Promise<Result<Profile>> {
  const file = basename(path)
  const bytes = await readFileWithin(path, MOST_PROFILE_BYTES)
  if (!bytes.ok) {
    const { code, reason } = bytes.failure
    return code === 'limit'
      ? failure('unreadable', 'profile-file-foreign', { file })
      : failure(code, reason, { file })
  }
  const read = readProfileFile(bytes.value, file)
  if (!read.ok) return read
  return attempt(db.name, () => {
    const known = selectProfiles(db)
    const same = known.find(({ id: _id, ...content }) => areEqual(content, read.value))
    if (same !== undefined) return success(same)
    const name = freeName(normalText(read.value.name), known)
    const profile = { ...read.value, name, id: randomUUID() }
    putProfile(db, profile, now())
    return success(profile)
  })
}

/** As they would be stored. A table that was recognised by a template goes on with that one. */
export function profilesToRemember(db: Database, tables: readonly RememberedTable[]): readonly Profile[] {
  const known = new Map(selectProfiles(db).map((profile) => [profile.id, profile]))
  return tables.map(({ table, corrections, name: wished }) => {
    const before = table.profile && known.get(table.profile.id)
    const id = before?.id ?? randomUUID()
    const others = [...known.values()].filter((other) => other.id !== id)
    const name = freeName(normalText(wished) || normalText(table.title) || table.sheet, others)
    const profile = profileOf(table, corrections, { id, name }, before)
    known.set(id, profile)
    return profile
  })
}

/** Keeps names below what file systems take. */
const LONGEST_FILE_NAME = 60

function change(db: Database, id: Id, to: (profile: Profile) => Result<Profile>): Result<Profile> {
  return attempt(db.name, () => {
    const profile = selectProfile(db, id)
    const changed = profile === undefined ? unknown() : to(profile)
    if (changed.ok) putProfile(db, changed.value, now())
    return changed
  })
}

/** "Biểu 01", "Biểu 01 (2)" */
function freeName(name: string, others: readonly Profile[]): string {
  const taken = new Set(others.map((other) => folded(other.name)))
  let free = name
  for (let number = 2; taken.has(folded(free)); number++) free = `${name} (${number})`
  return free
}

function unknown() {
  return failure('not-found', 'profile-unknown')
}

function now(): string {
  return new Date().toISOString()
}
