/** What the command line and the program's printing mode agree on: the file that goes over, and how the mode ends. */
import { z } from 'zod'
import { ROLES, type Report } from '../shared/model.ts'
import type { PaperOptions } from '../shared/paper.ts'

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

/** A report and how it is to be printed. */
export interface PrintOrder {
  readonly report: Report
  readonly options: PaperOptions
}

export function orderFile(order: PrintOrder): Uint8Array {
  return Buffer.from(JSON.stringify(order))
}

/** What `orderFile` wrote; throws where the file holds something else. */
export function readOrderFile(text: string): PrintOrder {
  const value: unknown = JSON.parse(text)
  if (!isOrder(value)) throw new Error('The file to print holds no report')
  return value
}

function isOrder(value: unknown): value is PrintOrder {
  return z
    .object({ report: printable, options: z.object({ reasons: z.boolean().optional() }) })
    .safeParse(value).success
}
