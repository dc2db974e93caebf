/** Where the keys take the cursor of the list of findings, and where it goes when a line has been settled. */
import type { FindingCode } from '../../shared/model.ts'
import type { FindingGroup } from '../../shared/check/groups.ts'
import { groupKey, placeKey, type Line } from './list.ts'

/** The line to go to; or a group to open or close, the cursor staying on its line. */
export type Step =
  | { readonly type: 'to'; readonly key: string }
  | { readonly type: 'toggle'; readonly group: FindingCode | 'settled' }

/** Undefined where the key does nothing: at an end of the list, or a key that is not for the list. */
export function stepOf(pressed: string, lines: readonly Line[], current: string): Step | undefined {
  const stops = lines.filter(({ type }) => type !== 'rest')
  const index = stops.findIndex(({ key }) => key === current)
  const line = stops[index]
  switch (pressed) {
    case 'ArrowDown':
      return to(stops[index + 1])
    case 'ArrowUp':
      return index > 0 ? to(stops[index - 1]) : undefined
    case 'Home':
      return to(stops[0])
    case 'End':
      return to(stops.at(-1))
    case 'ArrowRight':
      return line === undefined ? undefined : opened(line, stops[index + 1])
    case 'ArrowLeft':
      return line === undefined ? undefined : closed(line, stops.slice(0, index))
    default:
      return undefined
  }
}

/** What a group's line stands for in the set of open ones; undefined for every other line. */
export function groupOf(line: Line): FindingCode | 'settled' | undefined {
  if (line.type === 'group') return line.group.code
  return line.type === 'settled-group' ? 'settled' : undefined
}

function to(line: Line | undefined): Step | undefined {
  return line === undefined ? undefined : { type: 'to', key: line.key }
}

function opened(line: Line, below: Line | undefined): Step | undefined {
  const group = groupOf(line)
  if (group === undefined) return undefined
  return isUnfolded(line) ? to(below) : { type: 'toggle', group }
}

function closed(line: Line, above: readonly Line[]): Step | undefined {
  const group = groupOf(line)
  if (group === undefined) return to(above.findLast((each) => groupOf(each) !== undefined))
  return isUnfolded(line) ? { type: 'toggle', group } : undefined
}

function isUnfolded(line: Line): boolean {
  return 'unfolded' in line && line.unfolded
}

/** Where the cursor goes when `settled` is decided; `unfold` is a group to open for that. */
export interface Onward {
  readonly key: string
  readonly unfold?: FindingCode
}

/**
 * After a finding the next one, opening the next group where it was the last of its own; after a group the next group.
 * At the end of the list backwards; undefined where nothing is left. `lines` are as they were before.
 */
export function onward(lines: readonly Line[], settled: Line): Onward | undefined {
  const index = lines.findIndex(({ key }) => key === settled.key)
  const above = lines.slice(0, index)
  const below = lines.slice(index + 1)
  const groupsAbove = above.filter((line) => line.type === 'group')
  if (settled.type === 'group') {
    const next = below.find((line) => line.type === 'group') ?? groupsAbove.at(-1)
    return next && { key: next.key }
  }
  const next = below.find((line) => line.type === 'group' || line.type === 'finding')
  if (next?.type === 'group') return into(next.group)
  // The group that it was the last of is gone with it.
  const others = groupsAbove.filter(({ group }) => settled.type !== 'finding' || group.code !== settled.code)
  const to = next ?? above.findLast((line) => line.type === 'finding') ?? others.at(-1)
  return to && { key: to.key }
}

function into({ code, findings }: FindingGroup): Onward {
  const [first] = findings
  return first === undefined ? { key: groupKey(code) } : { key: placeKey(first), unfold: code }
}
