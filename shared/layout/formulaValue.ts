/** What a formula comes to where its cells hold given numbers: to find out what it works out, never a figure of a table. */
import type { Expression, Operator } from './formulaText.ts'

type Value = number | string | boolean

/** The number in a cell. */
export type NumberAt = (row: number, column: number) => number

/** Of an operation, in the order of Excel's own arguments; texts in sums do not count, as in Excel. */
const CALLS: Readonly<Record<string, (values: readonly Value[]) => Value | undefined>> = {
  SUM: (values) => numbersIn(values).reduce((sum, each) => sum + each, 0),
  PRODUCT: (values) => numbersIn(values).reduce((product, each) => product * each, 1),
  AVERAGE: (values) => numbersIn(values).reduce((sum, each) => sum + each, 0) / numbersIn(values).length,
  POWER: ([base, exponent]) => worked('^', base, exponent),
  // Rounding hides what is worked out, so it is passed over.
  ROUND: ([value]) => value,
  ROUNDUP: ([value]) => value,
  ROUNDDOWN: ([value]) => value,
  TRUNC: ([value]) => value,
  INT: ([value]) => value,
  VALUE: ([value]) => value,
  N: ([value]) => value,
  AND: (values) => values.every((value) => value === true),
  OR: (values) => values.includes(true),
  NOT: ([value]) => value !== true,
  ISERROR: () => false,
  ISERR: () => false,
  ISNA: () => false,
  ISBLANK: () => false,
  ISTEXT: ([value]) => typeof value === 'string',
  ISNUMBER: ([value]) => typeof value === 'number',
}

/** Undefined for what is not understood. A range counts as all its cells. */
export function valueOf(expression: Expression, at: NumberAt): Value | undefined {
  switch (expression.type) {
    case 'number':
    case 'text':
      return expression.value
    case 'reference':
      return at(expression.row, expression.column)
    case 'range':
      return undefined
    case 'negative':
      return worked('-', 0, valueOf(expression.of, at))
    case 'percent':
      return worked('/', valueOf(expression.of, at), 100)
    case 'operation':
      return worked(expression.operator, valueOf(expression.left, at), valueOf(expression.right, at))
    case 'call':
      return called(expression.name, expression.arguments, at)
  }
}

function called(name: string, given: readonly (Expression | undefined)[], at: NumberAt): Value | undefined {
  const [first, second, third] = given
  if (name === 'IF') {
    const condition = first && valueOf(first, at)
    const branch = condition === true || (typeof condition === 'number' && condition !== 0) ? second : third
    return condition === undefined ? undefined : branch && valueOf(branch, at)
  }
  // Sample numbers lead to no error.
  if (name === 'IFERROR') return first && valueOf(first, at)
  const values = given.flatMap((argument) => (argument === undefined ? [] : valuesOf(argument, at)))
  const work = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined
  return values.every((value) => value !== undefined) ? work?.(values) : undefined
}

/** So many cells of a range are looked at; sums over more compare nothing. */
const MOST_CELLS = 64

function valuesOf(argument: Expression, at: NumberAt): readonly (Value | undefined)[] {
  if (argument.type !== 'range') return [valueOf(argument, at)]
  const { top, left, bottom, right } = argument
  if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return [undefined]
  const values: number[] = []
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) values.push(at(row, column))
  }
  return values
}

function worked(operator: Operator, left: Value | undefined, right: Value | undefined): Value | undefined {
  if (left === undefined || right === undefined) return undefined
  switch (operator) {
    case '=':
      return left === right
    case '<>':
      return left !== right
    case '&':
      return `${left}${right}`
    default:
      return typeof left === 'number' && typeof right === 'number'
        ? calculated(operator, left, right)
        : undefined
  }
}

function calculated(operator: Exclude<Operator, '=' | '<>' | '&'>, left: number, right: number): Value {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '^':
      return left ** right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    case '>=':
      return left >= right
  }
}

function numbersIn(values: readonly Value[]): readonly number[] {
  return values.filter((value) => typeof value === 'number')
}
