/** The merged header as a tree: neighbours that share a group stand under one node. */
import type { Column } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'

export type HeaderNode =
  | { readonly type: 'column'; readonly column: Column; readonly text: string; readonly level: number }
  | {
      readonly type: 'group'
      readonly key: string
      readonly text: string
      readonly children: readonly HeaderNode[]
    }

/** Columns with the same group, and the same groups above it, that stand side by side make one group. */
export function headerGroups(columns: readonly Column[], level = 0): readonly HeaderNode[] {
  const nodes: HeaderNode[] = []
  for (let start = 0; start < columns.length;) {
    const column = columns[start]
    if (column === undefined) break
    const path = headerOf(column)
    const text = path[level] ?? ''
    if (path.length <= level + 1) {
      nodes.push({ type: 'column', column, text, level })
      start++
      continue
    }
    let end = start + 1
    while (end < columns.length && inGroup(columns[end], level, text)) end++
    const children = headerGroups(columns.slice(start, end), level + 1)
    nodes.push({ type: 'group', key: `${column.tag}-${level}`, text, children })
    start = end
  }
  return nodes
}

function inGroup(column: Column | undefined, level: number, text: string): boolean {
  if (column === undefined) return false
  const path = headerOf(column)
  return path.length > level + 1 && path[level] === text
}
