/** Units of measure as offices write them: which are the same, which differ by a power of ten, which must not be compared. */
import { rememberTexts } from './rememberTexts.ts'
import { folded } from './text.ts'

/** What a unit measures. */
export interface Measure {
  /** In one spelling: "triệu đồng", "tạ/ha", "%". */
  readonly name: string
  /** The same without "nghìn", "triệu" …: "đồng". */
  readonly thing: string
  /** What units that differ only by a power of ten have in common: "đồng", "kg", "m2", "%"; "" where no thing is named ("triệu"). */
  readonly base: string
  /** What it is measured per: "/m2", "/người/năm"; "" for none. */
  readonly per: string
  /** One of this unit is 10 to this power of the base. */
  readonly power: number
  /** Weight, area, money … or a share, whose names mean one thing; not counted things, whose wording varies. */
  readonly known: boolean
}

type Thing = readonly [name: string, base: string, power: number, spellings: readonly string[]]

const THINGS: readonly Thing[] = [
  ['%', '%', 0, ['điểm %', 'điểm phần trăm', 'phần trăm']],
  ['‰', '%', -1, ['phần nghìn', 'phần ngàn']],
  ['đồng', 'đồng', 0, ['đ', 'vnđ', 'vnd', 'đồng việt nam']],
  ['m2', 'm2', 0, ['m²', 'mét vuông']],
  ['ha', 'm2', 4, ['hecta', 'héc ta', 'hécta', 'héc-ta']],
  ['km2', 'm2', 6, ['km²']],
  ['mm', 'm', -3, []],
  ['cm', 'm', -2, []],
  ['m', 'm', 0, ['mét']],
  ['km', 'm', 3, ['ki lô mét', 'kilômét']],
  ['g', 'kg', -3, ['gam', 'gram']],
  ['kg', 'kg', 0, ['ki lô gam', 'kilôgam', 'kilogam']],
  ['yến', 'kg', 1, []],
  ['tạ', 'kg', 2, []],
  ['tấn', 'kg', 3, []],
  ['lít', 'lít', 0, ['l']],
  ['m3', 'lít', 3, ['m³', 'mét khối']],
]

const KNOWN = new Map(THINGS.flatMap((thing) => [thing[0], ...thing[3]].map((spelling) => [spelling, thing])))

/** "ha rừng trồng", "tấn hơi": the measure says what it is, the rest of what. Short ones open other words as well. */
const OPENING_MEASURE = /^(?:ha|m2|m²|km2|km²|m3|m³|km|kg|tạ|tấn|lít)(?= )/

const MULTIPLES: readonly (readonly [power: number, spelling: RegExp])[] = [
  [1, /^(?:chục|10)(?: |$)/],
  [2, /^(?:trăm|100)(?: |$)/],
  [3, /^(?:nghìn|ngàn|1\.?000)(?: |$)/],
  [4, /^(?:vạn|10\.?000)(?: |$)/],
  [6, /^(?:triệu|1\.?000\.?000)(?: |$)/],
  [9, /^t[ỷỉ](?: |$)/],
]
const MULTIPLE_NAMES: Readonly<Record<number, string>> = {
  1: 'chục',
  2: 'trăm',
  3: 'nghìn',
  4: 'vạn',
  6: 'triệu',
  9: 'tỷ',
}

/**
 * The measure behind a unit's spelling: "%", "‰", "triệu đồng", "tạ/ha"; undefined for counted things such as "Con"
 * or "sản phẩm", whose wording varies too much to tell one from another.
 */
export function measureOf(unit: string): string | undefined {
  const measure = parseUnit(unit)
  return measure?.known === true ? measure.name : undefined
}

export function isShare(measure: string | undefined): boolean {
  return measure === '%' || measure === '‰'
}

/** With "nghìn", "triệu" …: a figure beside it that leaves the unit out may well not leave that out. */
export function isMultiple(measure: Measure | undefined): boolean {
  return measure !== undefined && measure.name !== measure.thing
}

/** A unit taken apart; undefined for "". Text in brackets behind a unit explains it and is left out. */
export const parseUnit = rememberTexts((unit: string): Measure | undefined => {
  const text = folded(unit)
    .replace(/\([^)]*\)?/g, ' ')
    .trim()
  if (text === '') return undefined
  const share = KNOWN.get(/^[%‰]/.exec(text)?.[0] ?? text)
  if (share?.[1] === '%') {
    return { name: share[0], thing: share[0], base: '%', per: '', power: share[2], known: true }
  }
  const [first, ...rest] = text.split('/').map(parsePiece)
  if (first === undefined) return undefined
  return {
    name: [first, ...rest].map(({ name }) => name).join('/'),
    thing: [first.thing, ...rest.map(({ name }) => name)].join('/'),
    base: first.base,
    per: rest.map(({ base }) => `/${base}`).join(''),
    power: rest.reduce((power, each) => power - each.power, first.power),
    known: first.known,
  }
})

/**
 * A unit glued to a figure, in a row with a unit of its own. A multiple of nothing named ("1,5 nghìn") is one of the row's
 * things, and "54 tạ" in a row of tạ/ha leaves out what the row says.
 */
export function parseGluedUnit(glued: string, ofRow: Measure | undefined): Measure | undefined {
  const own = parseUnit(glued)
  if (own === undefined || ofRow === undefined) return own ?? ofRow
  if (own.base === '' && ofRow.base !== '%') return parseUnit(`${own.name} ${ofRow.thing}`)
  const omitsPer = own.per === '' && ofRow.per !== '' && own.base === ofRow.base
  return omitsPer ? parseUnit(own.name + ofRow.name.slice(ofRow.name.indexOf('/'))) : own
}

/** One piece of a unit: "nghìn tấn" is 10^6 kg, "vạn dân" 10^4 of "dân". */
function parsePiece(piece: string): Omit<Measure, 'per'> {
  let rest = piece
    .trim()
    .replace(/^tr(?:iệu)?[. ]?(?=đ(?:ồng)?$)/, 'triệu ')
    .replace(/^ng?[. ]?(?=đ(?:ồng)?$)/, 'nghìn ')
    .replace(/^tr$/, 'triệu')
  let power = 0
  const names: string[] = []
  for (let multiple = multipleOf(rest); multiple !== undefined; multiple = multipleOf(rest)) {
    power += multiple.power
    names.push(MULTIPLE_NAMES[multiple.power] ?? '')
    rest = rest.slice(multiple.length).trim()
  }
  const thing = KNOWN.get(rest) ?? KNOWN.get(OPENING_MEASURE.exec(rest)?.[0] ?? '')
  const [name, base, own] = thing ?? [rest, rest, 0]
  return {
    name: [...names, name].filter((word) => word !== '').join(' '),
    thing: name,
    base,
    power: power + own,
    known: thing !== undefined,
  }
}

function multipleOf(text: string): { readonly power: number; readonly length: number } | undefined {
  for (const [power, spelling] of MULTIPLES) {
    const length = spelling.exec(text)?.[0].length
    if (length !== undefined) return { power, length }
  }
  return undefined
}
