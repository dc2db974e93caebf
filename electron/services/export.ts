/** Reports out of the program: a fresh workbook, a PDF, and what the files are called. */
import { calculate } from '../../shared/calculate.ts'
import type { Period, Report } from '../../shared/model.ts'
import type { PaperOptions } from '../../shared/paper.ts'
import { reportWorkbook } from '../excel/writeReport.ts'
import type { PageEngine } from '../print/engine.ts'
import { reportPdf } from '../print/printReport.ts'

/** The bytes of a new .xlsx, whatever workbook the report came from. */
export function exportXlsx(report: Report, options: PaperOptions = {}): Promise<Uint8Array> {
  return reportWorkbook(report, calculate(report), options)
}

/** The bytes of a PDF, A4. */
export function exportPdf(
  report: Report,
  engine: PageEngine,
  options: PaperOptions = {},
): Promise<Uint8Array> {
  return reportPdf(report, calculate(report), engine, options)
}

/** Keeps names below what file systems and e-mail programs take. */
const LONGEST_OFFICE = 60

/**
 * The file name offered for a report, in ASCII: "BieuChiTieu_XaLucBinh_2026_6T_ban1.xlsx". What the report does not say
 * is left out. Whoever saves counts "ban1" up while such a file exists. `extension` is without the dot.
 */
export function fileNameFor(report: Report, extension: string): string {
  const parts = [
    'BieuChiTieu',
    inAscii(report.office).slice(0, LONGEST_OFFICE),
    ...periodParts(report.period),
    'ban1',
  ]
  return `${parts.filter((part) => part !== '').join('_')}.${extension}`
}

function periodParts(period: Period): readonly string[] {
  switch (period.kind) {
    case 'month':
      return [String(period.year), `T${String(period.index).padStart(2, '0')}`]
    case 'quarter':
      return [String(period.year), `Q${period.index}`]
    case 'half-year':
      return [String(period.year), period.index === 1 ? '6T' : '6TCuoiNam']
    case 'nine-months':
      return [String(period.year), '9T']
    case 'year':
      return [`Nam${period.year}`]
    case 'term':
      return [`${period.from}-${period.to}`]
    case 'unknown':
      return []
  }
}

/** "xã Lục Bình" → "XaLucBinh". */
export function inAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
