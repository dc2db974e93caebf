/** What the command line and the program's printing mode agree on: the file that goes over, and how the mode ends. */
import { z } from 'zod'
import { ROLES, type Report } from '../shared/model.ts'

/** Exit statuses of the printing mode. On any other the reason stands on standard error. */
export const PRINTED = 0
export const PRINT_FAILED = 1
/** The report was printed, but the disk did not take the PDF. */
export const PDF_NOT_WRITTEN = 74

/** What paper cannot do without. */
const printable = z.looseObject({
  title: z.string(),
  period: z.looseObject({ kind: z.string() }),
  columns: z.array(z.looseObject({ id: z.string(), role: z.enum(ROLES), header: z.array(z.string()) })),
  rows: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      cells: z.record(z.string(), z.looseObject({ text: z.string() })),
    }),
  ),
})

export function reportFile(report: Report): Uint8Array {
  return Buffer.from(JSON.stringify(report))
}

/** The report that `reportFile` wrote; throws where the file holds something else. */
export function readReportFile(text: string): Report {
  const value: unknown = JSON.parse(text)
  if (!isPrintable(value)) throw new Error('The file to print holds no report')
  return value
}

function isPrintable(value: unknown): value is Report {
  return printable.safeParse(value).success
}
