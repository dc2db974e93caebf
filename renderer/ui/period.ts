/** A period in words. */
import type { TFunction } from 'i18next'
import type { Period } from '../../shared/model.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** With its year ("6 tháng đầu năm 2024"). */
export function periodText(period: Period, t: TFunction): string {
  switch (period.kind) {
    case 'month':
      return t('periodMonthOfYear', { index: period.index, year: period.year })
    case 'quarter':
      return t('periodQuarterOfYear', { index: roman(period.index), year: period.year })
    case 'half-year':
      return t(period.index === 1 ? 'periodFirstHalfOfYear' : 'periodSecondHalfOfYear', { year: period.year })
    case 'nine-months':
      return t('periodNineMonthsOfYear', { year: period.year })
    case 'year':
      return t('periodYear', { year: period.year })
    case 'term':
      return t('periodTerm', { from: period.from, to: period.to })
    case 'unknown':
      return t('periodUnknown')
  }
}

/** As it stands under the heading of its year ("6 tháng đầu năm", "Cả năm"). */
export function periodUnderYear(period: Period, t: TFunction): string {
  switch (period.kind) {
    case 'month':
      return t('periodMonth', { index: period.index })
    case 'quarter':
      return t('periodQuarter', { index: roman(period.index) })
    case 'half-year':
      return period.index === 1 ? t('periodFirstHalf') : t('periodSecondHalf')
    case 'nine-months':
      return t('kindOfNineMonths')
    case 'year':
      return t('wholeYear')
    case 'term':
    case 'unknown':
      return periodText(period, t)
  }
}

function roman(index: number): string {
  return ROMAN[index - 1] ?? String(index)
}
