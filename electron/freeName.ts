/** A file name nobody uses yet: exporting twice proposes two names, and no proposal overwrites a file. */
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'

/**
 * The path of `name` in `folder`, or the next one that is free: "…_ban1.xlsx" is followed by "…_ban2.xlsx",
 * any other name by "name_2.xlsx".
 */
export function freePath(folder: string, name: string): string {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  const numbered = /^(.*_ban)(\d+)$/.exec(stem)
  const start = numbered?.[1] ?? `${stem}_`
  const first = numbered === null ? 1 : Number(numbered[2])

  let path = join(folder, name)
  for (let number = first + 1; existsSync(path); number++)
    path = join(folder, `${start}${number}${extension}`)
  return path
}
