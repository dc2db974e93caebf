/** The remembered templates. Nothing is looked for inside of one, so that all but its name is one JSON text. */
import type { Id } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'

type Content = Omit<Profile, 'id' | 'name'>

interface ProfileRecord {
  readonly id: Id
  readonly name: string
  readonly content: Json<Content>
  readonly updated_at: string
}

const upsert = statement((db) =>
  db.prepare<[ProfileRecord]>(`
    INSERT INTO profile VALUES (@id, @name, @content, @updated_at)
    ON CONFLICT (id) DO UPDATE SET name = @name, content = @content, updated_at = @updated_at`),
)
const remove = statement((db) => db.prepare<[id: Id]>('DELETE FROM profile WHERE id = ?'))
const select = statement((db) => db.prepare<[id: Id], ProfileRecord>('SELECT * FROM profile WHERE id = ?'))
const selectAll = statement((db) => db.prepare<[], ProfileRecord>('SELECT * FROM profile ORDER BY id'))

/** In no order that means anything. */
export function selectProfiles(db: Database): Profile[] {
  return selectAll(db).all().map(toProfile)
}

export function selectProfile(db: Database, id: Id): Profile | undefined {
  const record = select(db).get(id)
  return record && toProfile(record)
}

/** No other profile may have its name. */
export function putProfile(db: Database, { id, name, ...content }: Profile, at: string): void {
  upsert(db).run({ id, name, content: toJson(content), updated_at: at })
}

/** Whether there was one. */
export function deleteProfile(db: Database, id: Id): boolean {
  return remove(db).run(id).changes > 0
}

function toProfile({ id, name, content }: ProfileRecord): Profile {
  return { id, name, ...fromJson(content) }
}
