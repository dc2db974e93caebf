/** The workbooks of many communes, all of one template: one table, or a second one below it. */
import { xlsx } from './xlsx.ts'

export interface Commune {
  readonly office: string
  /** What the title says of the period; "" for nothing. */
  readonly period?: string
  readonly plan?: number
  /** What the file states as the ratio of its first row; else the right one. */
  readonly ratio?: string
  /** Rows of indicators. */
  readonly rows?: number
}

export function communeWorkbook({ second, ...first }: Commune & { readonly second?: Commune }): Uint8Array {
  const lines = linesOf(first)
  if (second === undefined) return xlsx({ rows: rowsXml(lines, 1) })
  return xlsx({ rows: rowsXml(lines, 1) + rowsXml(linesOf(second), lines.length + 4) })
}

type Line = readonly (string | number)[]

function linesOf({
  office,
  period = ' NĂM 2024',
  plan = 100,
  ratio = '110',
  rows = 3,
}: Commune): readonly Line[] {
  const indicators = Array.from({ length: rows }, (_, index): Line => {
    const stated = index === 0 ? Number(ratio) : 110
    return [index + 1, `Diện tích cây trồng thứ ${index + 1}`, 'Ha', plan * 10, plan * 11, stated]
  })
  return [
    [`BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU${period}`],
    [`(Kèm theo Báo cáo của Ủy ban nhân dân ${office})`],
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %'],
    ...indicators,
  ]
}

function rowsXml(lines: readonly Line[], first: number): string {
  return lines.map((line, index) => rowXml(line, first + index)).join('')
}

function rowXml(line: Line, row: number): string {
  const cells = line.map((content, index) => {
    const address = `r="${'ABCDEF'.charAt(index)}${row}"`
    return typeof content === 'number'
      ? `<c ${address}><v>${content}</v></c>`
      : `<c ${address} t="inlineStr"><is><t>${content}</t></is></c>`
  })
  return `<row r="${row}">${cells.join('')}</row>`
}
