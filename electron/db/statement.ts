/** Prepared statements, made once per open database where they are first used. */
import type { Database } from './open.ts'

/** `const selectX = statement((db) => db.prepare<[string], XRecord>('…'))`, used as `selectX(db).get(id)`. */
export function statement<T>(make: (db: Database) => T): (db: Database) => T {
  const made = new WeakMap<Database, T>()
  return (db) => {
    const known = made.get(db)
    if (known !== undefined) return known
    const fresh = make(db)
    made.set(db, fresh)
    return fresh
  }
}
