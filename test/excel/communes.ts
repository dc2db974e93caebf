/** The workbook of one of many communes, all of one template. */
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

export function communeWorkbook({
  office,
  period = ' NĂM 2024',
  plan = 100,
  ratio,
  rows = 3,
}: Commune): Uint8Array {
  const indicators = Array.from({ length: rows }, (_, index) => {
    const stated = index === 0 && ratio !== undefined ? ratio : '110'
    return [
      index + 1,
      `Diện tích cây trồng thứ ${String(index + 1)}`,
      'Ha',
      plan * 10,
      plan * 11,
      Number(stated),
    ]
  })
  const lines: (readonly (string | number)[])[] = [
    [`BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU${period}`],
    [`(Kèm theo Báo cáo của Ủy ban nhân dân ${office})`],
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %'],
    ...indicators,
  ]
  return xlsx({ rows: lines.map((line, index) => rowXml(line, index + 1)).join('') })
}

function rowXml(line: readonly (string | number)[], row: number): string {
  const cells = line.map((content, index) => {
    const address = `r="${'ABCDEF'.charAt(index)}${String(row)}"`
    return typeof content === 'number'
      ? `<c ${address}><v>${String(content)}</v></c>`
      : `<c ${address} t="inlineStr"><is><t>${content}</t></is></c>`
  })
  return `<row r="${String(row)}">${cells.join('')}</row>`
}
