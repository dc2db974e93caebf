/**
 * A remembered template: the header of a table and what a person said about it. The same template is found again in
 * other files and years, also when a column was added, moved, taken away or slightly renamed.
 */
import { isField } from './columns.ts'
import type { PlanCorrections, PlannedTable, RowSpan } from './layout/plan.ts'
import { withRemembered } from './layout/remembered.ts'
import { correctedTable } from './layout/toReport.ts'
import type { Id, Role } from './model.ts'
import { pairColumns, type ColumnPair } from './pairColumns.ts'
import { rowRulesOf, type RowRule } from './rowRules.ts'
import { alikeTitles } from './templateWords.ts'

export interface Profile {
  readonly id: Id
  /** As a person calls it. */
  readonly name: string
  /** Of the table it was made from. */
  readonly title: string
  /** From left to right, those that are left out among them. */
  readonly columns: readonly ProfileColumn[]
  /** By how many rows the header's first and last row lie below those that recognition finds; absent for none. */
  readonly headerShift?: RowSpan
  readonly rows: readonly RowRule[]
}

export interface ProfileColumn {
  /** As in the table it was made from; years, months and numbers in it do not count. */
  readonly header: readonly string[]
  readonly role: Role
  /** Not imported. */
  readonly leftOut?: true
}

/** What tells a template: the title and the columns as recognition read them. */
export interface TemplateTable {
  readonly title: string
  readonly columns: readonly {
    /** Sheet column. */
    readonly column: number
    readonly header: readonly string[]
    readonly role: Role
  }[]
}

export interface ProfileMatch {
  readonly profile: Profile
  /** Roles of the columns that the template knows, and which of them are left out. */
  readonly corrections: Required<Pick<PlanCorrections, 'roles' | 'leftOutColumns'>>
  /** Sheet columns that the template does not know. */
  readonly newColumns: readonly number[]
}

/** From 0 to 1: templates less alike are different ones. */
const LEAST_ALIKE = 0.75
/** With a title about something else more of the header has to agree. */
const LEAST_ALIKE_OTHERWISE_TITLED = 0.87
const SAME_TITLE = 0.4
/** Fewer shared columns are in every table. */
const LEAST_SHARED = 2
/** Columns that nearly every table has say little. */
const COMMON: readonly Role[] = ['code', 'owner', 'note', 'text']
const COMMON_WEIGHT = 0.25

/** What is remembered of a planned table as it was confirmed. `before` is the profile that it was recognised by. */
export function profileOf(
  table: PlannedTable,
  corrections: PlanCorrections,
  { id, name }: Pick<Profile, 'id' | 'name'>,
  before?: Profile,
): Profile {
  const { profile: _recognisedBy, ...asRead } = table
  const effective = withRemembered(table, corrections)
  const { roles = {}, leftOutColumns = [] } = effective
  const { columns, rows } = correctedTable(asRead, { roles })
  const shift = table.recognisedHeader && shiftBetween(table.recognisedHeader, table.headerRows)
  return {
    id,
    name,
    title: table.title,
    columns: columns.map(({ column, header, role }) => ({
      header,
      role,
      ...(leftOutColumns.includes(column) && { leftOut: true }),
    })),
    ...(shift !== undefined && { headerShift: shift }),
    rows: rowRulesOf(rows, effective, before?.rows ?? []),
  }
}

/** Whether there is anything in it that recognition alone would not find again. */
export function isWorthRemembering(table: PlannedTable, corrections: PlanCorrections): boolean {
  const { roles = {}, leftOutColumns = [], rows = {}, headerRows, lastRow } = corrections
  return (
    table.columns.some(({ asked, column, role }) => asked === true || (roles[column] ?? role) !== role) ||
    leftOutColumns.length > 0 ||
    Object.keys(rows).length > 0 ||
    headerRows !== undefined ||
    lastRow !== undefined
  )
}

/**
 * The template that the table is one of; undefined where none is like it. Of several that fit the one whose header and
 * then title is most alike, whatever the order they come in.
 */
export function matchProfile(table: TemplateTable, profiles: readonly Profile[]): ProfileMatch | undefined {
  const candidates = profiles.flatMap((profile) => {
    if (mostAlike(profile, table) < LEAST_ALIKE) return []
    const pairs = pairColumns(profile.columns, table.columns)
    const header = alikeColumns(profile, table, pairs)
    const title = alikeTitles(profile.title, table.title)
    const least = title < SAME_TITLE ? LEAST_ALIKE_OTHERWISE_TITLED : LEAST_ALIKE
    return pairs.length < LEAST_SHARED || header < least ? [] : [{ profile, pairs, header, title }]
  })
  const [best] = candidates.sort(
    (a, b) => b.header - a.header || b.title - a.title || (a.profile.id < b.profile.id ? -1 : 1),
  )
  if (best === undefined) return undefined
  const { profile, pairs } = best
  const known = pairs.flatMap((pair) => {
    const [remembered, found] = [profile.columns[pair.known], table.columns[pair.found]]
    return remembered === undefined || found === undefined ? [] : [{ remembered, column: found.column }]
  })
  return {
    profile,
    corrections: {
      roles: Object.fromEntries(known.map(({ remembered, column }) => [column, remembered.role])),
      leftOutColumns: known
        .filter(({ remembered }) => remembered.leftOut === true)
        .map(({ column }) => column)
        .sort((a, b) => a - b),
    },
    newColumns: table.columns
      .map(({ column }) => column)
      .filter((column) => !known.some((each) => each.column === column)),
  }
}

/** From 0 to 1: twice what both have by what each has. */
function alikeColumns(profile: Profile, table: TemplateTable, pairs: readonly ColumnPair[]): number {
  const shared = pairs.map(({ known, alike }) => 2 * alike * weightOf(profile.columns[known]?.role))
  const paired = pairs.map(({ known }) => 2 * weightOf(profile.columns[known]?.role))
  const onlyKnown = profile.columns.filter((_, place) => !pairs.some(({ known }) => known === place))
  const onlyFound = table.columns.filter((_, place) => !pairs.some(({ found }) => found === place))
  const alone = [...onlyKnown, ...onlyFound].map(({ role }) => weightOf(role))
  const all = sum(paired) + sum(alone)
  return all === 0 ? 0 : sum(shared) / all
}

/** However well their headers fit, for a table may have far more columns than a template, or far fewer. */
function mostAlike(profile: Profile, table: TemplateTable): number {
  const [known, found] = [profile.columns.length, table.columns.length]
  const beyond = Math.abs(known - found) * COMMON_WEIGHT
  const shared = 2 * Math.min(known, found)
  return shared / (shared + beyond)
}

function weightOf(role: Role | undefined): number {
  return role === undefined || isField(role) || COMMON.includes(role) ? COMMON_WEIGHT : 1
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0)
}

/** By how many rows the header was moved; undefined where it was not. */
function shiftBetween(found: RowSpan, corrected: RowSpan): RowSpan | undefined {
  const shift = { first: corrected.first - found.first, last: corrected.last - found.last }
  return shift.first === 0 && shift.last === 0 ? undefined : shift
}
