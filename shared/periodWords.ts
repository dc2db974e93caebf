/** A period in the words of a title: "6 tháng đầu năm 2024", "quý III năm 2024". `periodOf` reads them back. */
import type { Period } from './model.ts'

const QUARTERS = ['I', 'II', 'III', 'IV']

/** Vietnamese in every language, as they would stand on the paper; "" for an unknown period. */
export function periodWords(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${period.index} năm ${period.year}`
    case 'quarter':
      return `quý ${QUARTERS[period.index - 1] ?? period.index} năm ${period.year}`
    case 'half-year':
      return `6 tháng ${period.index === 1 ? 'đầu' : 'cuối'} năm ${period.year}`
    case 'nine-months':
      return `9 tháng đầu năm ${period.year}`
    case 'year':
      return `năm ${period.year}`
    case 'term':
      return `giai đoạn ${period.from}-${period.to}`
    case 'unknown':
      return ''
  }
}
