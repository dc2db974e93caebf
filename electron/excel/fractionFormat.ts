/** Shows numbers as fractions: "# ?/?", "# ??/??", "# ?/8". Padding between the figures is left out. */
import type { SectionText } from './digitFormat.ts'
import { countDigits, literals, type Section, type Token } from './formatCode.ts'
import { parts, type StoredNumber } from './storedNumber.ts'

/** `number` is positive. */
export function showFraction(number: StoredNumber, section: Section): SectionText {
  const { tokens } = section
  const slash = tokens.findIndex((token) => token.kind === 'slash')
  let numerator = slash
  while (tokens[numerator - 1]?.kind === 'digit') numerator--
  let end = slash + 1
  while (tokens[end]?.kind === 'digit' || isNumeral(tokens[end])) end++
  const mixed = countDigits(tokens.slice(0, numerator)) > 0
  const denominators = tokens.slice(slash + 1, end)
  const fixed = Number(denominators.map((token) => (token.kind === 'literal' ? token.text : '')).join(''))
  const largest = 10 ** Math.min(denominators.length, 4) - 1

  const { whole, fraction } = parts(number)
  const scale = 10n ** BigInt(fraction.length)
  const exact = BigInt(mixed ? `0${fraction}` : `0${whole}${fraction}`)
  const best = fixed > 0 ? nearest(exact, scale, BigInt(fixed)) : simplest(exact, scale, largest)
  const carried = mixed && best.part === best.of ? 1n : 0n
  const units = mixed ? BigInt(`0${whole}`) + carried : 0n
  const part = best.part - carried * best.of
  const pieces = [
    ...(units > 0n || (mixed && part === 0n) ? [units.toString()] : []),
    ...(part > 0n || !mixed ? [`${part.toString()}/${best.of.toString()}`] : []),
  ]
  const prefix = literals(
    tokens.slice(
      0,
      tokens.findIndex((token) => token.kind === 'digit'),
    ),
  )
  return {
    text: prefix + pieces.join(' ') + literals(tokens.slice(end)),
    digitsHidden: best.part * scale !== exact * best.of,
  }
}

function isNumeral(token: Token | undefined): boolean {
  return token?.kind === 'literal' && /^[0-9]$/.test(token.text)
}

interface Ratio {
  readonly part: bigint
  readonly of: bigint
}

/** `exact`/`scale` in parts of `of`, rounded half up. */
function nearest(exact: bigint, scale: bigint, of: bigint): Ratio {
  return { part: (exact * of * 2n + scale) / (scale * 2n), of }
}

/** The closest fraction with a denominator up to `largest`; the smallest denominator of equally close ones. */
function simplest(exact: bigint, scale: bigint, largest: number): Ratio {
  let best = nearest(exact, scale, 1n)
  let error = distance(best, exact, scale)
  for (let of = 2n; of <= BigInt(largest) && error > 0n; of++) {
    const candidate = nearest(exact, scale, of)
    const candidateError = distance(candidate, exact, scale)
    // Errors have the denominators as their scale: compare crosswise.
    if (candidateError * best.of < error * of) {
      best = candidate
      error = candidateError
    }
  }
  return best
}

function distance({ part, of }: Ratio, exact: bigint, scale: bigint): bigint {
  const difference = part * scale - exact * of
  return difference < 0n ? -difference : difference
}
