/** A period in words. */
import type { TFunction } from 'i18next'
import type { Period } from '../../shared/model.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** With its year ("6 tháng đầu năm 2024"). */
export function periodText(period: Period, t: TFunction): string {
  switch (period.kind) {
    case 'term':
      return t('periodTerm', { from: period.from, to: period.to })
    case 'unknown':
      return t('periodUnknown')
    default:
      return t('periodOfYear', { period: withoutYear(period, t), year: period.year })
  }
}

/** As it stands under the heading of its year ("6 tháng đầu năm", "Cả năm"). */
export function periodUnderYear(period: Period, t: TFunction): string {
  return period.kind === 'year' ? t('wholeYear') : withoutYear(period, t)
}

function withoutYear(period: Period, t: TFunction): string {
  switch (period.kind) {
    case 'month':
      return t('periodMonth', { index: period.index })
    case 'quarter':
      return t('periodQuarter', { index: ROMAN[period.index - 1] ?? period.index })
    case 'half-year':
      return period.index === 1 ? t('periodFirstHalf') : t('periodSecondHalf')
    case 'nine-months':
      return t('periodNineMonths')
    case 'year':
      return t('periodYear')
    case 'term':
    case 'unknown':
      return periodText(period, t)
  }
}
