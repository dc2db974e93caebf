/** Says how a computed cell came about, or why it is empty: what stands in the row panel beside the figure. */
import { compare, divide, formatDecimal, HUNDRED, multiply, parseDecimal } from './decimal.ts'
import { directionOf } from './direction.ts'
import type { Column, DecimalText, Quantity, Report, Row } from './model.ts'
import { parentOf } from './outline.ts'
import { formatFigure, formatQuantity } from './quantity.ts'
import type { Fraction } from './ratio.ts'
import { sentence, type Sentence } from './sentence.ts'
import { normalText } from './text.ts'
import { measureOf } from './units.ts'
import { methodOf, workOut, type Compared, type Method, type Worked } from './workings.ts'

/** None for a column that is not computed. Whose word is shown in the end (an override, the file) is not told. */
export function explain(report: Report, row: Row, column: Column): readonly Sentence[] {
  const method = methodOf(report)
  const computed = method.columns.find((each) => each.column.id === column.id)
  if (computed === undefined) return []
  const parent = parentOf(report.rows, row)
  const worked = workOut(method, computed, row, parent)
  const texts = {
    result: textAt(row, computed.of),
    target: textAt(row, computed.to),
    parent: normalText(parent?.name ?? ''),
  }
  switch (worked.is) {
    case 'nothing':
      return [sentence(`nothing-${worked.why}`, texts), ...whyLess(report, row, worked.why)]
    case 'pending':
      return [sentence(worked.yearEndOnly ? 'pending-year-end-only' : 'pending', { word: worked.value })]
    case 'ratio':
      return [
        ...conversions(row, computed, worked.compared),
        ratioSentence(worked),
        ...surprises(worked, texts.target),
      ]
    case 'change':
    case 'growth':
      return [...conversions(row, computed, worked.compared), increaseSentence(worked, row)]
    case 'verdict':
      return [
        ...conversions(row, computed, worked.compared),
        verdictSentence(method, worked, texts),
        ...(worked.direction === 'more' ? [] : [directionOf(report, row).why]),
      ]
  }
}

function textAt(row: Row, column: Column | undefined): string {
  return column === undefined ? '' : normalText(row.cells[column.id]?.text ?? '')
}

/** That less is better may surprise: the reason is told with it. */
function whyLess(report: Report, row: Row, why: string): readonly Sentence[] {
  return why.startsWith('less-') ? [directionOf(report, row).why] : []
}

/** Of a ratio of 100 or 0 that does not say what it seems to: why it stands beside "Không đạt". */
export function surprisesOf(report: Report, row: Row, column: Column): readonly Sentence[] {
  const method = methodOf(report)
  const computed = method.columns.find((each) => each.column.id === column.id)
  const worked = computed && workOut(method, computed, row, parentOf(report.rows, row))
  return worked?.is === 'ratio' ? surprises(worked, textAt(row, computed?.to)) : []
}

type Of<Is extends Worked['is']> = Extract<Worked, { readonly is: Is }>

/** Of each figure that was converted so that both are in one measure. */
function conversions(
  row: Row,
  { of, to }: { readonly of: Column | undefined; readonly to: Column | undefined },
  { result, target }: Compared,
): readonly Sentence[] {
  const pairs = [
    { column: of, used: result },
    { column: to, used: target },
  ]
  return pairs.flatMap(({ column, used }) => {
    const cell = column === undefined ? undefined : row.cells[column.id]
    if (cell?.quantity === undefined || isSameFigure(cell.quantity, used)) return []
    return [sentence('converted', { text: normalText(cell.text), value: formatQuantity(used) })]
  })
}

function isSameFigure(one: Quantity, other: Quantity): boolean {
  return one.value === other.value && one.low === other.low && one.high === other.high
}

function ratioSentence({ method, compared, base, value }: Of<'ratio'>): Sentence {
  const { result, target } = compared
  const params = {
    result: figure(result),
    target: figure(target),
    base: base === undefined ? '' : figure(base),
    value: formatFigure(value),
  }
  switch (method) {
    case 'plain':
      return sentence('ratio', params)
    case 'met-is-100':
      return sentence('ratio-met-is-100', params)
    case 'plan-by-result':
      return sentence('ratio-plan-by-result', params)
    case 'two-minus':
      return sentence('ratio-two-minus', params)
    case 'reduction':
      return sentence('ratio-reduction', params)
  }
}

/** `target` is its text. */
function surprises(worked: Of<'ratio'>, target: string): readonly Sentence[] {
  const { fraction, compared, value } = worked
  const isEqual = compare(fraction.numerator, multiply(fraction.denominator, HUNDRED)) === 0
  if (worked.method !== 'plain' || compared.target.op !== '>' || !isEqual) return rounding(worked)
  return [sentence('not-above', { target, value: formatFigure(value) })]
}

/** 99,996 is shown as 100 though the target is not met, and 0,004 as 0 though something was done. */
function rounding({ fraction, value }: Of<'ratio'>): readonly Sentence[] {
  const { numerator, denominator } = fraction
  const shown = parseDecimal(value)
  const isEven = compare(shown, HUNDRED) === 0 || shown.units === 0n
  if (!isEven || compare(multiply(shown, denominator), numerator) === 0) return []
  return [
    sentence('rounded', { exact: formatFigure(tellingDigits(fraction, value)), value: formatFigure(value) }),
  ]
}

/** With as many digits as it takes to differ from what is shown. */
function tellingDigits({ numerator, denominator }: Fraction, shown: DecimalText): DecimalText {
  for (let digits = 0; ; digits++) {
    const exact = formatDecimal(divide(numerator, denominator, digits))
    if (exact !== shown) return exact
  }
}

function increaseSentence(
  { is, compared, value, points, steps, fallen }: Of<'change' | 'growth'>,
  row: Row,
): Sentence {
  const { result, target } = fallen ? { result: compared.target, target: compared.result } : compared
  const params = { result: figure(result), target: figure(target), value: formatFigure(value), steps }
  if (points) {
    const unit = measureOf(result.unit ?? row.unit) ?? ''
    return sentence(steps > 1 ? 'change-points-average' : 'change-points', { ...params, unit })
  }
  if (is === 'growth') return sentence(steps > 1 ? 'growth-average' : 'growth', params)
  return sentence(steps > 1 ? 'change-average' : 'change', params)
}

function verdictSentence(
  { policy }: Method,
  { outcome, direction, value }: Of<'verdict'>,
  { result, target }: { readonly result: string; readonly target: string },
): Sentence {
  const params = { result, target, word: value }
  switch (outcome) {
    case 'exceeded':
      return sentence(direction === 'less' ? 'verdict-exceeded-less' : 'verdict-exceeded', params)
    case 'met':
      return sentence('verdict-met', params)
    case 'nearly':
      return sentence('verdict-nearly', { ...params, from: formatFigure(policy.nearlyFrom) })
    case 'missed':
      return sentence('verdict-missed', params)
    case 'expected':
      return sentence('verdict-expected', params)
    case 'pending':
      return sentence('pending', params)
  }
}

/** A ratio and an increase compare plain figures, or the bound of one. */
function figure({ value, low, high }: Quantity): string {
  return value === undefined ? `${formatFigure(low ?? '')}-${formatFigure(high ?? '')}` : formatFigure(value)
}
