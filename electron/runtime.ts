/** The database's binary part crashes the whole process on an older Node, so that it is asked for first. */

const OLDEST_NODE = 24

/** The version of Node that runs this and the oldest that will do; undefined where it is new enough. */
export function tooOldNode(): { readonly found: string; readonly needed: number } | undefined {
  const found = process.versions.node
  return Number.parseInt(found) < OLDEST_NODE ? { found, needed: OLDEST_NODE } : undefined
}
