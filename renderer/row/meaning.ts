/** How a figure was understood, in words: ">90" is "lớn hơn 90". */
import type { TFunction } from 'i18next'
import { divide, formatDecimal, multiply, parseDecimal, HUNDRED } from '../../shared/decimal.ts'
import type { Operator, Quantity } from '../../shared/model.ts'
import { formatFigure } from '../../shared/quantity.ts'

const BOUNDS: Readonly<Record<Exclude<Operator, '='>, string>> = {
  '>': 'row:meansMore',
  '>=': 'row:meansAtLeast',
  '<': 'row:meansLess',
  '<=': 'row:meansAtMost',
  '~': 'row:meansAbout',
}

const SENSES = { decrease: 'row:meansDecrease', increase: 'row:meansIncrease' } as const

/** Of the shares that fractions are. */
const SHARE_DIGITS = 2

export function meaningOf(quantity: Quantity, t: TFunction): string {
  const figure = figureOf(quantity, t)
  const bound = quantity.op === '=' ? figure : t(BOUNDS[quantity.op], { figure })
  const change = quantity.sense === undefined ? bound : t(SENSES[quantity.sense], { figure: bound })
  return quantity.footnote === undefined
    ? change
    : t('row:meansFootnote', { figure: change, mark: quantity.footnote })
}

function figureOf({ value, low, high, part, whole, unit }: Quantity, t: TFunction): string {
  const withUnit = (figure: string) => (unit === undefined ? figure : `${figure} ${unit}`)
  if (low !== undefined && high !== undefined) {
    return t('row:meansRange', { low: formatFigure(low), high: withUnit(formatFigure(high)) })
  }
  if (part !== undefined && whole !== undefined) {
    const share = divide(multiply(parseDecimal(part), HUNDRED), parseDecimal(whole), SHARE_DIGITS)
    return t('row:meansFraction', {
      part: formatFigure(part),
      whole: withUnit(formatFigure(whole)),
      share: formatFigure(formatDecimal(share)),
    })
  }
  return withUnit(formatFigure(value ?? ''))
}
