/** One shape that offices give their tables: a workbook of hand-written XML and what must be read from it. */
import type { XmlCell, XmlSheet } from '../xmlWorkbook.ts'

export interface Shape {
  readonly name: string
  readonly sheet: XmlSheet
  /** As `tableText` has them. */
  readonly tables: readonly (readonly string[])[]
  /** Reasons that must be among those given, as "key value value". */
  readonly reasons?: readonly string[]
}

export function bold(value: string): XmlCell {
  return { value, bold: true }
}

export function indented(value: string, indent: number): XmlCell {
  return { value, indent }
}

/** A fraction under a per-cent format. */
export function percent(value: number): XmlCell {
  return { value, format: 'percent' }
}

export function formula(text: string, value: string | number): XmlCell {
  return { formula: text, value }
}
