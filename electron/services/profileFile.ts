/** A remembered template as a small file, to be taken to another computer. */
import { z } from 'zod'
import { ROLES, ROW_KINDS } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { normalText } from '../../shared/text.ts'

/** All of a template but its id, which is each computer's own. */
export type ProfileContent = Omit<Profile, 'id'>

/** Templates have a few kilobytes. */
export const MOST_PROFILE_BYTES = 1_000_000
const FORMAT = 'bieu-chi-tieu-mau'
const VERSION = 1

const text = z.string().max(32_767)
const moved = z.int().min(-50).max(50)
const count = z.int().min(1).max(200_000)
const content = z.strictObject({
  name: text.max(200),
  title: text,
  columns: z
    .array(
      z.strictObject({
        header: z.array(text).max(50),
        role: z.enum(ROLES),
        leftOut: z.literal(true).exactOptional(),
      }),
    )
    .min(1)
    .max(512),
  headerShift: z.strictObject({ first: moved, last: moved }).exactOptional(),
  rows: z
    .array(
      z.strictObject({
        ordinal: text,
        name: text.exactOptional(),
        among: z.strictObject({ nth: count, of: count }).exactOptional(),
        set: z.strictObject({
          kind: z.enum(ROW_KINDS).exactOptional(),
          level: z.int().min(0).max(100).exactOptional(),
          leftOut: z.boolean().exactOptional(),
        }),
        last: z.literal(true).exactOptional(),
      }),
    )
    .max(10_000),
})
const marked = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1) })

/** UTF-8 JSON that a person can read: what it is, its version, and the template. */
export function profileFileOf(profile: Profile): Uint8Array {
  const { id: _own, ...template } = profile
  return new TextEncoder().encode(
    `${JSON.stringify({ format: FORMAT, version: VERSION, ...template }, undefined, 2)}\n`,
  )
}

/** Fails where the file holds no template, one of a newer program, or a damaged one. `file` is its name. */
export function readProfileFile(bytes: Uint8Array, file: string): Result<ProfileContent> {
  const { format: _format, version, ...rest } = marked.safeParse(parsed(bytes)).data ?? {}
  if (version === undefined) return failure('unreadable', 'profile-file-foreign', { file })
  if (version > VERSION) return failure('unreadable', 'profile-file-newer', { file })
  const read = content.safeParse(rest)
  if (!read.success || normalText(read.data.name) === '') {
    return failure('unreadable', 'profile-file-damaged', { file })
  }
  return success(read.data)
}

/** Undefined for what is no JSON in UTF-8. Editors may have put a byte order mark before it. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
