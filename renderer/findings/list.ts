/** The list of findings as lines that a cursor moves over: groups that open, their findings, and what was settled. */
import type { Finding, FindingCode } from '../../shared/model.ts'
import { groupFindings, type FindingGroup } from '../../shared/check/groups.ts'

/** One line of the panel. `key` tells it apart, and stays the same while its cell stays in question. */
export type Line =
  | { readonly type: 'group'; readonly key: string; readonly group: FindingGroup; readonly unfolded: boolean }
  | {
      readonly type: 'finding'
      readonly key: string
      readonly finding: Finding
      readonly code: FindingCode
    }
  /** Findings of the group above that are not listed one by one. */
  | { readonly type: 'rest'; readonly key: string; readonly count: number }
  | {
      readonly type: 'settled-group'
      readonly key: string
      readonly count: number
      readonly unfolded: boolean
    }
  | { readonly type: 'settled'; readonly key: string; readonly finding: Finding }

/** Which groups are open: codes, and "settled" for what was settled. */
export type Unfolded = ReadonlySet<FindingCode | 'settled'>

/** More than these of one group nobody reads one by one. */
export const MOST_LISTED = 200

const SETTLED = 'settled'

/** From top to bottom: what is in question, the grave first, then what was settled. */
export function linesOf(findings: readonly Finding[], unfolded: Unfolded): readonly Line[] {
  const groups = groupFindings(findings.filter(isUnsettled))
  const settled = findings.filter((finding) => !isUnsettled(finding))
  return [
    ...groups.flatMap((group) => groupLines(group, unfolded.has(group.code))),
    ...settledLines(settled, unfolded.has(SETTLED)),
  ]
}

/** While nobody has opened or closed a group, the gravest is open: it shows what the list is about. */
export function unfoldedAtFirst(findings: readonly Finding[]): Unfolded {
  const [first] = groupFindings(findings.filter(isUnsettled))
  return new Set(first === undefined ? [] : [first.code])
}

function isUnsettled({ settled }: Finding): boolean {
  return settled === undefined
}

/** How many wait for a decision. */
export function unsettledCount(findings: readonly Finding[]): number {
  return findings.filter(isUnsettled).length
}

export function groupKey(code: FindingCode): string {
  return `group ${code}`
}

function groupLines(group: FindingGroup, unfolded: boolean): readonly Line[] {
  const { code, findings } = group
  const line: Line = { type: 'group', key: groupKey(code), group, unfolded }
  if (!unfolded) return [line]
  const listed = keyed(findings.slice(0, MOST_LISTED)).map(({ key, finding }): Line => ({
    type: 'finding',
    key,
    finding,
    code,
  }))
  const more = findings.length - listed.length
  return [line, ...listed, ...(more > 0 ? [{ type: 'rest', key: `rest ${code}`, count: more } as const] : [])]
}

function settledLines(settled: readonly Finding[], unfolded: boolean): readonly Line[] {
  if (settled.length === 0) return []
  const line: Line = { type: 'settled-group', key: SETTLED, count: settled.length, unfolded }
  if (!unfolded) return [line]
  const listed = keyed(settled.slice(0, MOST_LISTED)).map(({ key, finding }): Line => ({
    type: 'settled',
    key: `settled ${key}`,
    finding,
  }))
  const more = settled.length - listed.length
  return [line, ...listed, ...(more > 0 ? [{ type: 'rest', key: 'rest settled', count: more } as const] : [])]
}

/** A cell may be questioned twice for the same: the second and later ones are numbered. */
function keyed(findings: readonly Finding[]): readonly { readonly key: string; readonly finding: Finding }[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const place = placeKey(finding)
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    return { key: times === 1 ? place : `${place} ${times}`, finding }
  })
}

/** The key of a finding's line while it is the first of its kind in its cell. */
export function placeKey({ code, row, column }: Finding): string {
  return [code, row ?? '', column ?? ''].join(' ')
}
