/** A report as the command line prints it: the table object of its contract, fields in its order. */
import { calculate, type Values } from './calculate.ts'
import { check } from './check/index.ts'
import { isComputed, isField } from './columns.ts'
import { directionOf } from './direction.ts'
import type {
  Assigner,
  Cell,
  Column,
  DecimalText,
  Direction,
  Finding,
  Id,
  Operator,
  Override,
  Period,
  PlanValue,
  Policy,
  Quantity,
  Report,
  Role,
  RollUp,
  Row,
  RowKind,
  Severity,
} from './model.ts'
import { summarise } from './summary.ts'
import { summaryJson, type SummaryJson } from './summaryJson.ts'
import { normalLines, normalText } from './text.ts'

/** Optional fields are there only when they say something. Ids of columns and rows are their tags. */
export interface TableJson {
  /** The report's id; stored reports only. */
  readonly id?: Id
  readonly sheet?: string
  readonly range?: string
  readonly title: string
  readonly subtitle: string
  readonly period: Period
  /** How the report rates and rounds, where that is not the program's own way; `base` is a column's tag. */
  readonly policy?: Policy
  readonly columns: readonly ColumnJson[]
  readonly rows: readonly RowJson[]
  readonly findings: readonly FindingJson[]
  readonly summary: SummaryJson
}

export interface ColumnJson {
  readonly id: string
  readonly letter?: string
  readonly role: Role
  readonly header: readonly string[]
  readonly of?: string
  readonly to?: string
  readonly assignedBy?: Assigner
  readonly year?: number
  readonly term?: true
  readonly counts?: 'first' | 'latest'
  readonly digits?: number
  readonly steps?: number
  readonly added?: true
  readonly hidden?: true
}

export interface RowJson {
  readonly id: string
  /** The sheet's row number. */
  readonly row?: number
  readonly kind: RowKind
  readonly level: number
  readonly ordinal: string
  readonly name: string
  readonly unit: string
  readonly mark?: string
  readonly hidden?: true
  /** What counts as good for it, be it proposed or set; a section has none. */
  readonly direction?: Direction
  readonly yearEndOnly?: true
  readonly rollUp?: RollUp
  readonly cells: Readonly<Record<string, CellJson>>
  readonly computed: Readonly<Record<string, string>>
  readonly stated: Readonly<Record<string, string>>
  readonly overrides: Readonly<Record<string, Override>>
}

/** A text and what it means as a figure; only the text where it is not understood. */
export interface FigureJson {
  readonly text: string
  readonly op?: Operator
  readonly value?: DecimalText
  readonly low?: DecimalText
  readonly high?: DecimalText
  readonly part?: DecimalText
  readonly whole?: DecimalText
  readonly sense?: 'decrease' | 'increase'
}

export interface CellJson extends FigureJson {
  /** ISO date the figure is counted up to. */
  readonly asOf?: string
  readonly kind?: 'actual' | 'estimate' | 'forecast'
  /** Worked out from the rows below. */
  readonly rolledUp?: true
  /** Of an adjusted plan, the oldest first. */
  readonly planValues?: readonly PlanValueJson[]
}

export interface PlanValueJson extends FigureJson {
  readonly decision: string
  readonly date?: string
}

export interface FindingJson {
  readonly code: string
  readonly severity: Severity
  /** The sheet's row number. */
  readonly row?: number
  readonly column?: string
  readonly message: string
  /** A person let it stand, for this reason ("" for none). */
  readonly settled?: string
}

interface Options {
  /** The report is in the data folder: its id is of use. */
  readonly stored: boolean
  /** The finding as a sentence in the wanted language. */
  readonly message: (finding: Finding) => string
}

export function tableJson(report: Report, { stored, message }: Options): TableJson {
  const computed = calculate(report)
  const tags = tagsOf(report.columns)
  return {
    ...(stored && { id: report.id }),
    ...(report.source !== undefined && { sheet: report.source.sheet, range: report.source.range }),
    title: normalText(report.title),
    subtitle: normalText(report.subtitle),
    period: report.period,
    ...(report.policy !== undefined && { policy: policyJson(report.policy, tags) }),
    columns: report.columns.map((column) => columnJson(column, tags)),
    rows: report.rows.map((row) => rowJson(report, row, computed.get(row.id) ?? {})),
    findings: findingsJson(report, check(report, computed), message),
    summary: summaryJson(summarise(report, computed), tags, tagsOf(report.rows)),
  }
}

/** The findings of a report as they stand in its table object. */
export function findingsJson(
  report: Report,
  findings: readonly Finding[],
  message: Options['message'],
): readonly FindingJson[] {
  const tags = tagsOf(report.columns)
  const sheetRows = new Map(report.rows.map((row) => [row.id, row.source?.row]))
  return findings.map((finding) => findingJson(finding, sheetRows, tags, message))
}

function tagsOf(things: readonly { readonly id: Id; readonly tag: string }[]): ReadonlyMap<Id, string> {
  return new Map(things.map(({ id, tag }) => [id, tag]))
}

/** One row of the table object; `computed` are the row's values by column id. */
export function rowJson(report: Report, row: Row, computed: Values): RowJson {
  const { columns } = report
  const worked = columns.filter(({ role }) => isComputed(role))
  const held = columns.filter(({ role }) => !isComputed(role) && !isField(role))
  return {
    id: row.tag,
    ...(row.source !== undefined && { row: row.source.row }),
    kind: row.kind,
    level: row.level,
    ordinal: normalText(row.ordinal),
    name: normalText(row.name),
    unit: normalText(row.unit),
    ...(row.mark !== undefined && { mark: row.mark }),
    ...(row.hidden === true && { hidden: true }),
    ...(row.kind !== 'section' && { direction: directionOf(report, row).direction }),
    ...(row.yearEndOnly === true && { yearEndOnly: true }),
    ...(row.rollUp !== undefined && { rollUp: row.rollUp }),
    cells: byTag(held, row.cells, cellJson),
    computed: byTag(worked, computed, (value) => value),
    stated: byTag(worked, row.stated, ({ text }) => nonEmpty(normalLines(text))),
    overrides: byTag(worked, row.overrides, ({ text, reason }) => ({ text: normalLines(text), reason })),
  }
}

function columnJson(column: Column, tags: ReadonlyMap<Id, string>): ColumnJson {
  const of = column.of === undefined ? undefined : tags.get(column.of)
  const to = column.to === undefined ? undefined : tags.get(column.to)
  return {
    id: column.tag,
    ...(column.letter !== undefined && { letter: column.letter }),
    role: column.role,
    header: column.header.map(normalText),
    ...(of !== undefined && { of }),
    ...(to !== undefined && { to }),
    ...(column.assignedBy !== undefined && { assignedBy: column.assignedBy }),
    ...(column.year !== undefined && { year: column.year }),
    ...(column.term === true && { term: true }),
    ...(column.counts !== undefined && { counts: column.counts }),
    ...(column.digits !== undefined && { digits: column.digits }),
    ...(column.steps !== undefined && { steps: column.steps }),
    ...(column.added === true && { added: true }),
    ...(column.hidden === true && { hidden: true }),
  }
}

function policyJson({ base, ...policy }: Policy, tags: ReadonlyMap<Id, string>): Policy {
  const tag = base === undefined ? undefined : tags.get(base)
  return { ...policy, ...(tag !== undefined && { base: tag }) }
}

function cellJson({ text, quantity, metadata, rolledUp, planValues }: Cell): CellJson | undefined {
  const figure = figureJson(text, quantity)
  if (figure.text === '') return undefined
  return {
    ...figure,
    ...(metadata?.asOf !== undefined && { asOf: metadata.asOf }),
    ...(metadata?.kind !== undefined && { kind: metadata.kind }),
    ...(rolledUp === true && { rolledUp }),
    ...(planValues !== undefined && { planValues: planValues.map(planValueJson) }),
  }
}

function planValueJson({ text, quantity, decision, date }: PlanValue): PlanValueJson {
  return {
    ...figureJson(text, quantity),
    decision: normalText(decision),
    ...(date !== undefined && { date }),
  }
}

/** Units and footnotes that stood glued to the figure stay in its text only. */
function figureJson(text: string, quantity: Quantity | undefined): FigureJson {
  const { unit: _unit, footnote: _footnote, ...meaning } = quantity ?? {}
  return { text: normalLines(text), ...meaning }
}

function findingJson(
  finding: Finding,
  sheetRows: ReadonlyMap<Id, number | undefined>,
  tags: ReadonlyMap<Id, string>,
  message: Options['message'],
): FindingJson {
  const row = finding.row === undefined ? undefined : sheetRows.get(finding.row)
  const column = finding.column === undefined ? undefined : tags.get(finding.column)
  return {
    code: finding.code,
    severity: finding.severity,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    message: message(finding),
    ...(finding.settled !== undefined && { settled: finding.settled }),
  }
}

/** The entries of these columns in table order, under their tags. */
function byTag<From, To>(
  columns: readonly Column[],
  entries: Readonly<Record<Id, From>>,
  convert: (entry: From) => To | undefined,
): Record<string, To> {
  const result: Record<string, To> = {}
  for (const column of columns) {
    const entry = entries[column.id]
    const converted = entry === undefined ? undefined : convert(entry)
    if (converted !== undefined) result[column.tag] = converted
  }
  return result
}

function nonEmpty(text: string): string | undefined {
  return text === '' ? undefined : text
}
