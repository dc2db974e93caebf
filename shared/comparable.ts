/** Whether a result and its target are figures of the same thing, and both in one measure. Where that is not sure, nothing is computed from them. */
import { multiply, formatDecimal, parseDecimal, type Decimal } from './decimal.ts'
import type { DecimalText, Quantity } from './model.ts'
import { isMultiple, parseGluedUnit, parseUnit, type Measure } from './units.ts'

/** Two quantities in one measure; or why they cannot be compared. */
export type Alike =
  { readonly result: Quantity; readonly target: Quantity } | { readonly refused: 'sense' | 'form' | 'unit' }

/**
 * Both in the row's unit where they have glued units that differ from it, or from each other, by a power of ten ("1,5 tỷ"
 * against 1.200 in triệu đồng are 1500 and 1200); in the target's unit where the row has none or another. Quantities that need no
 * conversion come back as they are. Refused are, in this order: `sense`, one is a decrease and the other is not; `form`,
 * a fraction stands against a plain percentage; `unit`, see `isSameThing`. `unit` is the row's.
 */
export function alike(result: Quantity, target: Quantity, unit: string): Alike {
  if (result.sense !== target.sense) return { refused: 'sense' }
  const sameForm = (result.part === undefined) === (target.part === undefined)
  if (sameForm && result.unit === target.unit) return { result, target }
  const ofRow = parseUnit(unit)
  const [ofResult, ofTarget] = named(measureIn(result, ofRow), measureIn(target, ofRow))
  if (!sameForm && (ofResult?.base === '%' || ofTarget?.base === '%')) return { refused: 'form' }
  if (!isSameThing(ofResult, ofTarget)) return { refused: 'unit' }
  const isRowsUnit = ofRow !== undefined && isSameThing(ofRow, ofResult) && isSameThing(ofRow, ofTarget)
  const common = isRowsUnit ? ofRow : (ofTarget ?? ofResult)
  const glued = isRowsUnit ? undefined : target.unit
  return {
    result: converted(result, ofResult, common, glued),
    target: converted(target, ofTarget, common, glued),
  }
}

function measureIn({ unit }: Quantity, ofRow: Measure | undefined): Measure | undefined {
  return unit === undefined ? ofRow : parseGluedUnit(unit, ofRow)
}

type Maybe = Measure | undefined

/** A multiple of nothing named is one of what the other counts: "1,5 nghìn" beside "1.200 con" are nghìn con. */
function named(one: Maybe, other: Maybe): readonly [Maybe, Maybe] {
  if (one?.base === '') return [parseGluedUnit(one.name, other), other]
  return other?.base === '' ? [one, parseGluedUnit(other.name, one)] : [one, other]
}

/**
 * The same base, by any power of ten. The wording of counted things varies: "hộ" and "hộ dân" are taken for the same, but
 * by how much "Giường bệnh/vạn dân" and "giường" differ nobody knows. So it is with "1,5 tỷ đồng" beside a figure without
 * a unit, while one that merely leaves out "ha" is in hectares as well.
 */
function isSameThing(one: Maybe, other: Maybe): boolean {
  if (one?.base === '%' || other?.base === '%') return one?.base === other?.base
  if (one === undefined || other === undefined) return !isMultiple(one) && !isMultiple(other)
  if (one.base === other.base && one.per === other.per) return true
  return !one.known && !other.known && one.power === other.power
}

/** The quantity counted in another unit of the same thing; `glued` is that unit where it is not the row's. */
function converted(quantity: Quantity, from: Maybe, to: Maybe, glued: string | undefined): Quantity {
  if (from === undefined || to === undefined || from.power === to.power) return quantity
  const factor = powerOfTen(from.power - to.power)
  const { unit: _unit, value, low, high, part, ...rest } = quantity
  return {
    ...rest,
    ...(value !== undefined && { value: times(value, factor) }),
    ...(low !== undefined && { low: times(low, factor) }),
    ...(high !== undefined && { high: times(high, factor) }),
    ...(part !== undefined && { part: times(part, factor) }),
    ...(rest.whole !== undefined && { whole: times(rest.whole, factor) }),
    ...(glued !== undefined && { unit: glued }),
  }
}

function powerOfTen(exponent: number): Decimal {
  return exponent < 0 ? { units: 1n, scale: -exponent } : { units: 10n ** BigInt(exponent), scale: 0 }
}

function times(value: DecimalText, factor: Decimal): DecimalText {
  return formatDecimal(multiply(parseDecimal(value), factor))
}
