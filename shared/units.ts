/** Units of measure as offices write them: which are the same, and which must not be compared. */
import { folded } from './text.ts'

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  đồng: ['đồng', 'đ', 'vnđ', 'vnd'],
  'nghìn đồng': ['nghìn đồng', 'ngàn đồng', '1.000 đồng', '1000 đồng', 'nghìn đ'],
  'triệu đồng': ['triệu đồng', 'triệu', 'tr.đồng', 'tr đồng', 'trđ', 'tr.đ', 'triệu đ'],
  'tỷ đồng': ['tỷ đồng', 'tỉ đồng', 'tỷ', 'tỉ', 'tỷ đ'],
  ha: ['ha', 'hecta', 'héc ta', 'hécta'],
  m2: ['m2', 'm²'],
  km2: ['km2', 'km²'],
  m3: ['m3', 'm³'],
  m: ['m', 'mét'],
  km: ['km'],
  kg: ['kg'],
  tạ: ['tạ'],
  tấn: ['tấn'],
  lít: ['lít', 'l'],
}

const KNOWN = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) => spellings.map((spelling) => [spelling, unit])),
)

/**
 * The measure behind a unit's spelling: "%", "‰", "triệu đồng", "tạ/ha"; undefined for counted things such as "Con"
 * or "sản phẩm", whose wording varies too much to tell one from another.
 */
export function measureOf(unit: string): string | undefined {
  const [first = '', ...per] = folded(unit).split('/')
  const sign = /^[%‰]/.exec(first)?.[0]
  if (sign !== undefined) return sign
  const known = KNOWN.get(first.trim())
  if (known === undefined) return undefined
  return [known, ...per.map((piece) => KNOWN.get(piece.trim()) ?? piece.trim())].join('/')
}

export function isShare(measure: string | undefined): boolean {
  return measure === '%' || measure === '‰'
}
