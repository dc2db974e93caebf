/** Runs the cases of a rule: where it must speak, and where its header says that it keeps silent. */
import { describe, expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, FindingCode, Period, Report, Role } from '../../../shared/model.ts'
import { build, type BuiltRow } from '../building.ts'

export interface Case {
  readonly about: string
  readonly rows?: readonly (BuiltRow | readonly string[])[]
  readonly title?: string
  /** By column place, from 0. */
  readonly headers?: Readonly<Record<number, string>>
  readonly roles?: readonly Role[]
  readonly period?: Period
  readonly edits?: readonly Edit[]
  /** Edits of a later step. */
  readonly then?: readonly Edit[]
  /** "row column" of each finding of the code, in order (" " of the report as a whole); none where it must keep silent. */
  readonly found?: readonly string[]
  readonly params?: object
}

export const typed = (row: string, column: string, text: string): Extract<Edit, { type: 'cell' }> => ({
  type: 'cell',
  row,
  column,
  text,
})
export const item = (...texts: string[]): BuiltRow => ({ texts, kind: 'item', level: 1, mark: '-' })
export const total = (...texts: string[]): BuiltRow => ({ texts, kind: 'total' })
export const section = (...texts: string[]): BuiltRow => ({ texts, kind: 'section' })

/** Every finding of the code, by the whole check, as each case has it. */
export function describeRule(code: FindingCode, cases: readonly Case[]): void {
  describe(code, () => {
    it.each(cases)('$about', (each) => {
      const found = findingsOf(each, code)
      expect(found.map(({ row, column }) => `${row ?? ''} ${column ?? ''}`)).toEqual(each.found ?? [])
      if (each.params !== undefined) expect(found[0]?.params).toEqual(each.params)
    })
  })
}

/** The report of a case, after its edits. */
export function reportOf(each: Case): Report {
  return [each.edits ?? [], each.then ?? []].reduce((report, edits) => {
    const applied = applyEdits(report, edits)
    if (!applied.ok) throw new Error(applied.failure.reason)
    return applied.value.report
  }, builtOf(each))
}

function builtOf({ rows = [], title, headers = {}, roles, period }: Case): Report {
  const report = build(rows, { ...(roles && { roles }), ...(period && { period }) })
  return {
    ...report,
    title: title ?? report.title,
    columns: report.columns.map((column, place) => {
      const header = headers[place]
      return header === undefined ? column : { ...column, header: [header] }
    }),
  }
}

function findingsOf(each: Case, code: string) {
  const report = reportOf(each)
  return check(report, calculate(report)).filter((finding) => finding.code === code)
}
