/** Headers and titles without what changes from file to file: years, months, quarters and numbers do not count. */
import { longForm } from './layout/longForm.ts'
import { roleOfPath } from './layout/headerWords.ts'
import type { Role } from './model.ts'
import { rememberTexts } from './rememberTexts.ts'
import { folded } from './text.ts'

/** Stands in no header. */
const BETWEEN = '\u0000'
/** Stands for any number. */
const NUMBER = '#'
const COUNTED =
  '(?:giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười|chạp|nhất|[ivx]{1,4})'
/** "tháng sáu", "quý IV" */
const NAMED_TIME = new RegExp(`(?<!\\p{L})(tháng|quý) ${COUNTED}(?!\\p{L})`, 'gu')
/** "sáu tháng đầu năm" */
const COUNTED_TIME = new RegExp(`(?<!\\p{L})${COUNTED} (tháng)(?!\\p{L})`, 'gu')
const DIGITS = /\d+(?:[.,/-]\d+)*/g
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:stt|tt|so tt|so thu tu)$/, 'tt'],
  [/^(?:dvt|dv|don vi(?: tinh| do)?)$/, 'don vi tinh'],
]
/** A header for another month or half-year is the same header still. */
const TIME_WORDS: ReadonlySet<string> = new Set([
  NUMBER,
  'nam',
  'thang',
  'quy',
  'ky',
  'dau',
  'cuoi',
  'ca',
  'ngay',
])
const TIME_WEIGHT = 0.25
/** Of a column that stands below a group in one table and not in the other. */
const UNGROUPED = 0.85

/** In their order; numbers are one sign each: "TH 6 tháng năm 2024 (%)" → thuc hien # thang nam # %. */
export const templateWords = rememberTexts((text: string): readonly string[] => {
  const numbered = folded(text)
    .replace(NAMED_TIME, `$1 ${NUMBER}`)
    .replace(COUNTED_TIME, `${NUMBER} $1`)
    .replace(DIGITS, ` ${NUMBER} `)
  const words = longForm(numbered).match(/[a-z]+|[#%‰]/g) ?? []
  const line = words.filter((word, at) => word !== NUMBER || words[at - 1] !== NUMBER).join(' ')
  return SAME_WORDS.reduce((known, [form, plain]) => known.replace(form, plain), line)
    .split(' ')
    .filter((word) => word !== '')
})

interface ReadHeader {
  readonly key: string
  readonly own: readonly string[]
  readonly groups: readonly string[]
  readonly role: Role | undefined
}

/** Templates are compared with every table, so each header is read once. */
const readJoined = rememberTexts((joined: string): ReadHeader => {
  const path = joined === '' ? [] : joined.split(BETWEEN)
  const words = path.map(templateWords)
  return {
    key: words.map((each) => each.join(' ')).join(' | '),
    own: words.at(-1) ?? [],
    groups: words.slice(0, -1).flat(),
    role: roleOfPath(path),
  }
})

/** Equal for headers that say the same in every year. */
export function templateKey(path: readonly string[]): string {
  return readJoined(path.join(BETWEEN)).key
}

/** From 0 for headers with nothing in common to 1 for the same one. Headers of different roles are not alike. */
export function alikeHeaders(onePath: readonly string[], otherPath: readonly string[]): number {
  const [one, other] = [readJoined(onePath.join(BETWEEN)), readJoined(otherPath.join(BETWEEN))]
  if (one.key === other.key) return 1
  if (one.role !== undefined && other.role !== undefined && one.role !== other.role) return 0
  const own = alikeWords(one.own, other.own)
  if (onePath.length > 1 && otherPath.length > 1) return (own + alikeWords(one.groups, other.groups)) / 2
  const isGrouped = onePath.length > 1 || otherPath.length > 1
  return Math.max(
    own * (isGrouped ? UNGROUPED : 1),
    alikeWords([...one.groups, ...one.own], [...other.groups, ...other.own]),
  )
}

/** Likewise for titles. */
export function alikeTitles(one: string, other: string): number {
  return alikeWords(templateWords(one), templateWords(other))
}

/** Twice what both have by what each has. */
function alikeWords(one: readonly string[], other: readonly string[]): number {
  const all = weightOf(one) + weightOf(other)
  if (all === 0) return 1
  const left = [...other]
  const common = one.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * weightOf(common)) / all
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (TIME_WORDS.has(word) ? TIME_WEIGHT : 1), 0)
}
