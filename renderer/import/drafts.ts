/** What a person sets of the tables in a preview, step by step, and what becomes of it when the workbook is planned again. */
import { isWorthRemembering } from '../../shared/profile.ts'
import type {
  HeaderPlace,
  ImportPlan,
  PlanCorrections,
  PlannedTable,
  RowSpan,
} from '../../shared/layout/plan.ts'
import type { TableDraft } from '../store.ts'

export const NO_DRAFT: TableDraft = { corrections: {}, earlier: [] }

/** More steps nobody takes back one by one. */
const MOST_EARLIER = 100
/** Typed into fields, which take back what is typed themselves. */
const ABOUT: readonly string[] = ['title', 'period', 'office']

/** Adds to the corrections; roles and rows add up. */
export function corrected(draft: TableDraft, correction: PlanCorrections): TableDraft {
  const { corrections } = draft
  const rows = { ...corrections.rows }
  for (const [key, added] of Object.entries(correction.rows ?? {})) {
    const row = Number(key)
    rows[row] = { ...rows[row], ...added }
  }
  const roles = { ...corrections.roles, ...correction.roles }
  const after = {
    ...corrections,
    ...correction,
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(Object.keys(rows).length > 0 && { rows }),
  }
  return isOnlyAbout(correction) ? { ...draft, corrections: after } : stepTo(draft, after)
}

/** As it was recognised. */
export function restored(draft: TableDraft): TableDraft {
  return stepTo(draft, {})
}

/** Before the last correction of the table itself; what was typed about it stays. */
export function stepBack(draft: TableDraft): TableDraft {
  const before = draft.earlier.at(-1)
  if (before === undefined) return draft
  const typed = Object.fromEntries(Object.entries(draft.corrections).filter(([key]) => ABOUT.includes(key)))
  return { ...draft, corrections: { ...before, ...typed }, earlier: draft.earlier.slice(0, -1) }
}

function stepTo(draft: TableDraft, corrections: PlanCorrections): TableDraft {
  return { ...draft, corrections, earlier: [...draft.earlier, draft.corrections].slice(-MOST_EARLIER) }
}

function isOnlyAbout(correction: PlanCorrections): boolean {
  return Object.keys(correction).every((key) => ABOUT.includes(key))
}

export function isCorrected({ corrections }: TableDraft): boolean {
  return Object.keys(corrections).length > 0
}

/** The name under which a table's corrections are remembered; undefined where they are not, or there are none. */
export function rememberedName(table: PlannedTable, draft: TableDraft): string | undefined {
  if (draft.remember === false || !isWorthRemembering(table, draft.corrections)) return undefined
  const name = (draft.name ?? proposedName(table, draft)).trim()
  return name === '' ? undefined : name
}

/** A matched template keeps its name; else the title says what it is, the sheet where there is none. */
export function proposedName(table: PlannedTable, { corrections }: TableDraft): string {
  const title = corrections.title ?? table.title
  return (table.profile?.name ?? (title === '' ? table.sheet : title)).slice(0, 200)
}

/** Where the tables stand that a person placed, for the workbook to be planned again. */
export function placesOf(
  plan: ImportPlan,
  drafts: Readonly<Record<number, TableDraft>>,
): readonly HeaderPlace[] {
  return plan.tables.flatMap(({ sheet, headerRows }, index) => {
    const { headerRows: wanted, lastRow } = drafts[index]?.corrections ?? {}
    if (wanted === undefined && lastRow === undefined) return []
    return [{ sheet, ...(wanted ?? headerRows), ...(lastRow !== undefined && { lastRow }) }]
  })
}

/**
 * For each table of the new plan its place in the old one: the table whose header stands where it was wanted, else where
 * it was. -1 for a table that is new.
 */
export function oldPlaces(
  before: ImportPlan,
  drafts: Readonly<Record<number, TableDraft>>,
  after: ImportPlan,
): readonly number[] {
  const wanted = before.tables.map(
    ({ headerRows, recognisedHeader }, index) =>
      drafts[index]?.corrections.headerRows ?? recognisedHeader ?? headerRows,
  )
  return after.tables.map((table) => {
    const isSame = (span: RowSpan | undefined) =>
      span?.first === table.headerRows.first && span.last === table.headerRows.last
    const alike = (test: (span: RowSpan | undefined) => boolean) =>
      before.tables.findIndex(
        ({ sheet, columns }, index) =>
          sheet === table.sheet && columns[0]?.column === table.columns[0]?.column && test(wanted[index]),
      )
    const same = alike(isSame)
    return same >= 0 ? same : alike((span) => span !== undefined && overlap(span, table.headerRows))
  })
}

function overlap(a: RowSpan, b: RowSpan): boolean {
  return a.first <= b.last && b.first <= a.last
}
