/** A setting as it is after an edit: what the edit does not name stays, null takes it away. */
export function setting<T>(set: T | null | undefined, before: T | undefined): T | undefined {
  return set === undefined ? before : (set ?? undefined)
}
