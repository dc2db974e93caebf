/** What a remembered template says of a table goes before what words and cells tell. */
import { isField, isNamedFigure, isSourceFigure } from '../columns.ts'
import type { Role } from '../model.ts'
import { matchProfile, type Profile, type ProfileMatch } from '../profile.ts'
import { rowCorrectionsOf } from '../rowRules.ts'
import { columnLetter } from './address.ts'
import { isShareHeader } from './headerWords.ts'
import type { HeaderPlace, PlannedTable } from './plan.ts'
import { withRole, type DecidedColumn } from './roles.ts'

export interface ProfiledColumns {
  readonly columns: readonly DecidedColumn[]
  readonly match?: ProfileMatch
  /** Sheet columns about whose roles a person is to be asked. */
  readonly asked: readonly number[]
}

/** The columns in the roles that the best fitting template gives them; as they are where none fits. */
export function byProfile(
  columns: readonly DecidedColumn[],
  title: string,
  profiles: readonly Profile[],
): ProfiledColumns {
  const template = {
    title,
    columns: columns.map(({ column, path, role }) => ({ column, header: path, role })),
  }
  const match = matchProfile(template, profiles)
  if (match === undefined) return { columns, asked: unsureColumns(columns) }
  const { roles } = match.corrections
  const names = columns.filter(({ column }) => roles[column] === 'name')
  const name = names[0] ?? columns.find(({ role }) => role === 'name')
  const taken = new Set<Role>(['name'])
  const known = columns.map((column) => {
    const wanted = roles[column.column]
    if (wanted === undefined) return column
    return withRole(column, onlyOnce(wanted, column === name, taken), 'profile')
  })
  return {
    columns: known.map((column) => {
      if (column.column === name?.column)
        return column.role === 'name' ? column : withRole(column, 'name', column.by)
      if (roles[column.column] !== undefined) return column
      const role = onlyOnce(column.role, false, taken)
      return role === column.role ? column : withRole(column, role, 'profile')
    }),
    match,
    asked: match.newColumns,
  }
}

/** What the preview and the import need of the template; `rows` are the table's as they were read. */
export function profileOfTable(
  { profile, corrections, newColumns }: ProfileMatch,
  rows: PlannedTable['rows'],
): NonNullable<PlannedTable['profile']> {
  const { leftOutColumns } = corrections
  return {
    id: profile.id,
    name: profile.name,
    newColumns,
    corrections: {
      ...(leftOutColumns.length > 0 && { leftOutColumns }),
      ...rowCorrectionsOf(profile.rows, rows),
    },
  }
}

/** In the order of the columns. */
export function profileReasons({ profile, newColumns }: ProfileMatch): PlannedTable['reasons'] {
  return [
    { key: 'reasonProfile', params: { name: profile.name } },
    ...newColumns.map((column) => ({ key: 'reasonNewColumn', params: { column: columnLetter(column) } })),
  ]
}

/**
 * Where templates say that the header stands elsewhere than recognition found it: the places that make a table more like
 * a template than it is as it was found.
 */
export function shiftedHeaders(
  tables: readonly PlannedTable[],
  profiles: readonly Profile[],
  planAt: (place: HeaderPlace) => PlannedTable | undefined,
): readonly HeaderPlace[] {
  const shifts = profiles.flatMap(({ headerShift }) => headerShift ?? [])
  const distinct = [...new Map(shifts.map((shift) => [`${shift.first} ${shift.last}`, shift])).values()]
  return tables.flatMap(({ sheet, headerRows, profile }) => {
    const places = distinct.map(({ first, last }) => ({
      sheet,
      first: headerRows.first + first,
      last: headerRows.last + last,
    }))
    const fitting = places.find((place) => {
      if (place.first < 1 || place.first > place.last) return false
      const found = planAt(place)?.profile
      const by = profiles.find(({ id }) => id === found?.id)?.headerShift
      const isSame = by?.first === place.first - headerRows.first && by.last === place.last - headerRows.last
      return isSame && (profile === undefined || profile.newColumns.length > (found?.newColumns.length ?? 0))
    })
    return fitting ?? []
  })
}

/** A table has one column each of ordinals, names and units. */
function onlyOnce(role: Role, isHolder: boolean, taken: Set<Role>): Role {
  if (isHolder) return 'name'
  if (!isField(role)) return role
  if (taken.has(role)) return 'text'
  taken.add(role)
  return role
}

/**
 * Figures under words that say nothing, among columns that are known: what they are a person has to say. Where hardly any
 * column is known, as in tables of statistics, plain figures are what they are. Asked about as well are columns whose cells
 * contradict their header: prose under "Kết quả", figures under "Đánh giá".
 */
function unsureColumns(columns: readonly DecidedColumn[]): readonly number[] {
  const figures = columns.filter(({ role }) => isSourceFigure(role))
  const unsure = figures.filter(
    ({ role, said, path, year }) =>
      said === undefined && role === 'number' && year === undefined && !isShareHeader(path),
  )
  const known = figures.filter(({ role }) => isNamedFigure(role))
  const asked = unsure.length < known.length ? unsure : []
  return columns
    .filter((column) => asked.includes(column) || isContradicted(column))
    .map(({ column }) => column)
}

function isContradicted({ role, said, by }: DecidedColumn): boolean {
  if (by !== 'cells' || said === undefined) return false
  return (role === 'text' && isNamedFigure(said)) || (role === 'number' && said === 'assessment')
}
