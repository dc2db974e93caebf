/**
 * What is proposed for an added column: what it compares with and its header. A document is Vietnamese in either
 * language of the window.
 */
import { isComputed } from '../../shared/columns.ts'
import type { Assigner, Column, ComputedRole, Id } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { normalText } from '../../shared/text.ts'

const PLANS: Readonly<Record<Assigner, string>> = {
  province: 'KH tỉnh giao',
  district: 'KH huyện giao',
  council: 'Nghị quyết HĐND',
  party: 'Nghị quyết Đảng bộ',
  own: 'mục tiêu phấn đấu',
}

const RESULTS: readonly Column['role'][] = ['actual', 'estimate', 'cumulative']

/**
 * The column to compare with: for a ratio or an assessment the first plan that no column of that role measures against
 * yet, for a change or a growth the nearest earlier result. Undefined leaves it to the default.
 */
export function proposedTo(role: ComputedRole, columns: readonly Column[]): Id | undefined {
  if (role === 'change' || role === 'growth')
    return columns.findLast((column) => column.role === 'previous')?.id
  const measured = columns.filter((column) => column.role === role).map(({ to }) => to)
  return columns.find(({ id, role: other }) => other === 'plan' && !measured.includes(id))?.id
}

/** What is compared with: "KH tỉnh giao", "cùng kỳ", "KH nhiệm kỳ", else what its header says. */
function comparedName(to: Column | undefined, columns: readonly Column[]): string {
  if (to === undefined) return '…'
  const alike = columns.filter(({ role, assignedBy }) => role === 'plan' && assignedBy === to.assignedBy)
  if (to.role === 'plan' && to.term === true) return 'KH nhiệm kỳ'
  if (to.role === 'plan' && to.assignedBy !== undefined && alike.length === 1) return PLANS[to.assignedBy]
  const path = headerOf(to).map(normalText)
  const own = path.at(-1) ?? ''
  if (to.role === 'previous' && /cùng kỳ/iu.test(own)) return 'cùng kỳ'
  const group = to.role === 'plan' && path.length > 1 && !/kế hoạch|^kh\b|nghị quyết/iu.test(own) ? 'KH ' : ''
  return uncapitalised(`${group}${group === '' ? own : uncapitalised(own)}`)
}

/** The column's own header text. `steps` are the years of an average growth. */
export function proposedText(
  role: ComputedRole,
  to: Column | undefined,
  columns: readonly Column[],
  steps = 1,
): string {
  const name = comparedName(to, columns)
  switch (role) {
    case 'ratio':
      return `% so với ${name}`
    case 'change':
      return `Tăng, giảm so với ${name}`
    case 'growth':
      return steps > 1 ? `Tăng bình quân năm so với ${name} (%)` : `Tốc độ tăng so với ${name} (%)`
    case 'assessment':
      return `Đánh giá so với ${name}`
  }
}

/**
 * The groups that a column added behind `after` stands under: those of its neighbour where it would else tear a group
 * apart, and where the group is one of results ("Kết quả năm 2023"), not of plans.
 */
export function proposedGroups(after: Column, columns: readonly Column[]): readonly string[] {
  const path = headerOf(after)
  const groups = path.slice(0, -1)
  const next = columns.slice(columns.indexOf(after) + 1).find(({ hidden }) => hidden !== true)
  const depth = groups.findLastIndex((_, level) => {
    const sharing = (column: Column) =>
      headerOf(column).length > level + 1 &&
      groups.slice(0, level + 1).every((group, index) => headerOf(column)[index] === group)
    const members = columns.filter(sharing)
    return (
      (next !== undefined && sharing(next)) ||
      members.some(({ role }) => RESULTS.includes(role) || isComputed(role))
    )
  })
  return groups.slice(0, depth + 1)
}

/** "Kế hoạch 2023" in the middle of a header; what is written in capitals ("KH", "NQ") stays. */
function uncapitalised(text: string): string {
  const [first = '', second = ''] = text
  return second !== '' && second === second.toLowerCase() && second !== second.toUpperCase()
    ? `${first.toLowerCase()}${text.slice(first.length)}`
    : text
}
