/** The merged header as a tree: neighbours that share a group stand under one node. */
import type { Column } from '../../shared/model.ts'
import { headerCells } from '../../shared/paper.ts'

export type HeaderNode =
  | { readonly type: 'column'; readonly column: Column; readonly text: string; readonly level: number }
  | {
      readonly type: 'group'
      readonly key: string
      readonly text: string
      readonly children: readonly HeaderNode[]
    }

/** The same groups as on paper. */
export function headerGroups(columns: readonly Column[]): readonly HeaderNode[] {
  const levels = headerCells(columns)

  /** What stands at a level between two columns, the second one excluded. */
  function nodesIn(level: number, from: number, to: number): readonly HeaderNode[] {
    const cells = (levels[level] ?? []).filter(({ column }) => column >= from && column < to)
    return cells.flatMap(({ text, column: index, across, down }): HeaderNode[] => {
      const column = columns[index]
      if (column === undefined) return []
      if (level + down === levels.length) return [{ type: 'column', column, text, level }]
      const children = nodesIn(level + 1, index, index + across)
      return [{ type: 'group', key: `${column.tag}-${level}`, text, children }]
    })
  }
  return nodesIn(0, 0, columns.length)
}
