/** A formula of a cell as a tree: references, numbers, texts, operators and calls. */

export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'reference'; readonly row: number; readonly column: number }
  | {
      readonly type: 'range'
      readonly top: number
      readonly left: number
      readonly bottom: number
      readonly right: number
    }
  | { readonly type: 'negative' | 'percent'; readonly of: Expression }
  | {
      readonly type: 'operation'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  /** `name` is in capitals. An argument that is left away is undefined. */
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly (Expression | undefined)[] }

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>='

const KINDS = ['number', 'text', 'cell', 'name', 'sign'] as const

interface Token {
  readonly kind: (typeof KINDS)[number]
  readonly text: string
}

/** Longer formulas, and deeper ones, are not looked at. */
const LONGEST = 2_000
const DEEPEST = 64

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|(?<text>"(?:[^"]|"")*")|(?<cell>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[a-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(]))|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign><>|<=|>=|[-+*/^&=<>%(),;:]))/iuy

/** From the loosest to the tightest; those of one line are worked out from left to right. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
]

/**
 * The formula as Excel writes it, with or without the sign of equality before it ("=ROUND(E10/D10*100,2)"). Undefined for
 * anything that is not understood: names, other sheets, errors, whole columns. `sheet` is the name of its own.
 */
export function parseFormula(formula: string, sheet: string): Expression | undefined {
  if (formula.length > LONGEST) return undefined
  const tokens = tokensOf(formula.replace(/^\s*=/, ''))
  if (tokens === undefined) return undefined
  let at = 0
  let depth = 0
  const whole = expression(0)
  return at === tokens.length ? whole : undefined

  function takes(...signs: readonly string[]): string | undefined {
    const token = tokens?.[at]
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined
    at++
    return token.text
  }

  function expression(level: number): Expression | undefined {
    const operators = LEVELS[level]
    if (operators === undefined) return signed()
    let left = expression(level + 1)
    while (left !== undefined) {
      const sign = takes(...operators)
      const operator = operators.find((each) => each === sign)
      if (operator === undefined) return left
      const right = expression(level + 1)
      left = right && { type: 'operation', operator, left, right }
    }
    return undefined
  }

  /** A sign binds tighter than a power, as in Excel: -2^2 is 4. */
  function signed(): Expression | undefined {
    const sign = takes('+', '-')
    if (sign !== undefined) {
      const of = nested(signed)
      return of && sign === '-' ? { type: 'negative', of } : of
    }
    let of = primary()
    while (of !== undefined && takes('%') !== undefined) of = { type: 'percent', of }
    return of
  }

  function primary(): Expression | undefined {
    if (takes('(') !== undefined) {
      const inner = nested(() => expression(0))
      return takes(')') === undefined ? undefined : inner
    }
    const token = tokens?.[at]
    at++
    switch (token?.kind) {
      case 'number':
        return { type: 'number', value: Number(token.text) }
      case 'text':
        return { type: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') }
      case 'cell':
        return reference(token.text)
      case 'name':
        return call(token.text.toUpperCase())
      default:
        return undefined
    }
  }

  function reference(text: string): Expression | undefined {
    const from = cellOf(text, sheet)
    if (from === undefined || takes(':') === undefined) return from && { type: 'reference', ...from }
    const next = tokens?.[at]
    at++
    const to = next?.kind === 'cell' ? cellOf(next.text, sheet) : undefined
    return (
      to && {
        type: 'range',
        top: Math.min(from.row, to.row),
        left: Math.min(from.column, to.column),
        bottom: Math.max(from.row, to.row),
        right: Math.max(from.column, to.column),
      }
    )
  }

  function call(name: string): Expression | undefined {
    if (takes('(') === undefined) return undefined
    const given: (Expression | undefined)[] = []
    if (takes(')') !== undefined) return { type: 'call', name, arguments: given }
    for (;;) {
      const next = tokens?.[at]
      const isLeftAway = next?.kind === 'sign' && [',', ';', ')'].includes(next.text)
      const argument = isLeftAway ? undefined : nested(() => expression(0))
      if (argument === undefined && !isLeftAway) return undefined
      given.push(argument)
      if (takes(',', ';') !== undefined) continue
      return takes(')') === undefined ? undefined : { type: 'call', name, arguments: given }
    }
  }

  function nested(inner: () => Expression | undefined): Expression | undefined {
    if (depth >= DEEPEST) return undefined
    depth++
    const read = inner()
    depth--
    return read
  }
}

function tokensOf(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const text = formula.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const groups: Readonly<Record<string, string | undefined>> = TOKEN.exec(text)?.groups ?? {}
    const kind = KINDS.find((each) => groups[each] !== undefined)
    if (kind === undefined) return undefined
    tokens.push({ kind, text: groups[kind] ?? '' })
  }
  return tokens
}

/** Undefined for a cell of another sheet. */
function cellOf(text: string, sheet: string): { readonly row: number; readonly column: number } | undefined {
  const [, quoted, plain, letters = '', digits] =
    /^(?:(?:'((?:[^']|'')+)'|([^!']+))!)?\$?([a-z]+)\$?(\d+)$/i.exec(text) ?? []
  const named = quoted?.replaceAll("''", "'") ?? plain
  if (named !== undefined && named.toLowerCase() !== sheet.toLowerCase()) return undefined
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}
