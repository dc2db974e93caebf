/** Values kept as JSON in one column, where nothing is ever looked for inside. */

/** The JSON text of a `T`. Only `toJson` makes one, so that reading it back needs no second check. */
export type Json<T> = string & { readonly of?: T }

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value)
}

export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text) as T
}
