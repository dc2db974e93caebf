/** Ordinals in front of rows: A, I, 1, 1.1, 2.6.1, a); in a column of their own or before the name. */

export type OrdinalKind =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'roman'; readonly value: number }
  /** A single capital that is a Roman numeral as well: the rows around decide. */
  | { readonly kind: 'letter-or-roman'; readonly letter: string; readonly value: number }
  | { readonly kind: 'number' }
  /** "1.1", "I.2": `head` is what the first part is. */
  | { readonly kind: 'dotted'; readonly head: 'letter' | 'roman' | 'number'; readonly depth: number }
  /** "a)", "1)", "(2)" */
  | { readonly kind: 'bracketed' }

const ROMAN = /^(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})$/
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

const BEFORE_NAME: readonly RegExp[] = [
  // "I. Kinh tế", "A/ Kinh tế", "1. Lúa", "I.1. Lúa", "2.6.1. Lúa", "1: Lúa"
  /^((?:[A-ZĐ]|[IVXL]+|\d{1,3})(?:\.\d{1,2})*)(?:[.:]|\/(?=\s)|\s*[-–](?=\s))\s*(?=\D)(\S.*)$/su,
  // "a) Lúa", "(1) Lúa", "1) Lúa"
  /^(\(?(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)\))\s*(\S.*)$/su,
  // "a. Lúa"
  /^([a-zđ])\.\s*(?=\p{L})(\S.*)$/su,
  // "1.1 Lúa"
  /^(\d{1,2}(?:\.\d{1,2})+)\s+(?=\p{Lu})(\S.*)$/su,
  // "II VĂN HÓA"
  /^([IVX]{1,5})\s+(?=\p{Lu})(\S.*)$/su,
]

/** Undefined where the text is no ordinal, such as a name that reaches into the ordinal column. */
export function ordinalKind(text: string): OrdinalKind | undefined {
  const bare = text.replace(/[.:/]$/, '').trim()
  if (
    /^\(?(?:[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]\.\d{1,2})\)$/u.test(bare) ||
    /^[a-zđ](?:\.\d{1,2})?$/u.test(bare)
  ) {
    return { kind: 'bracketed' }
  }
  const [head = '', ...parts] = bare.replace(/^\(([A-ZĐIVXL]+)\)$/u, '$1').split('.')
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return undefined
  const first = headKind(head)
  if (first === undefined || parts.length === 0) return first
  const headOf = first.kind === 'letter-or-roman' ? 'roman' : first.kind
  return headOf === 'letter' || headOf === 'roman' || headOf === 'number'
    ? { kind: 'dotted', head: headOf, depth: parts.length + 1 }
    : undefined
}

/** "1. Lúa" → "1" and "Lúa", "a) Lúa" → "a)" and "Lúa", "II VĂN HÓA" → "II" and "VĂN HÓA"; "" where there is none. */
export function splitOrdinal(name: string): { readonly ordinal: string; readonly name: string } {
  for (const pattern of BEFORE_NAME) {
    const [, ordinal, rest] = pattern.exec(name) ?? []
    if (ordinal !== undefined && rest !== undefined && ordinalKind(ordinal) !== undefined) {
      return { ordinal, name: rest.trim() }
    }
  }
  return { ordinal: '', name }
}

function headKind(head: string): OrdinalKind | undefined {
  if (/^\d{1,4}$/.test(head)) return { kind: 'number' }
  const value = ROMAN.test(head) ? romanValue(head) : undefined
  if (/^[A-ZĐ]$/u.test(head)) {
    return value === undefined
      ? { kind: 'letter', letter: head }
      : { kind: 'letter-or-roman', letter: head, value }
  }
  return value === undefined ? undefined : { kind: 'roman', value }
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((sign) => ROMAN_VALUES[sign] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
