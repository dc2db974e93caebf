/** The styles of an OpenDocument spreadsheet by family and name, each with what it inherits. */
import { legacyFont } from '../legacy/decode.ts'
import { numberFormat, type NumberFormat } from '../numberFormat.ts'
import { PLAIN_STYLE, type Style } from '../styles.ts'
import type { XmlElement, XmlHandler } from '../xml.ts'
import { NUMBER, STYLE } from './namespaces.ts'
import { FORMAT_ELEMENTS, NumberStyle } from './numberStyles.ts'

/** What a style says itself; the rest is its parent's. */
interface OwnStyle {
  parent?: string
  format?: string
  bold?: boolean
  indent?: number
  font?: string
  /** Of columns, in characters. */
  width?: number
  /** Of tables. */
  hidden?: boolean
}

export interface CellStyle extends Style {
  /** The style has a number format of its own. */
  readonly formatted: boolean
}

/** Styles that inherit from each other in a ring end somewhere. */
const MOST_ANCESTORS = 20
/** Millimetres of one step of indentation. */
const INDENT_MILLIMETRES = 3.23
/** Of one character of the usual fonts. */
const CHARACTER_MILLIMETRES = 1.96

export class OdsStyles implements XmlHandler {
  private readonly own = new Map<string, OwnStyle>()
  private readonly formats = new Map<string, NumberStyle>()
  private readonly families = new Map<string, string>()
  private readonly cells = new Map<string, CellStyle>()
  private readonly shown = new Map<string, NumberFormat>()
  private current: OwnStyle | undefined
  private format: NumberStyle | undefined

  open(element: XmlElement, path: readonly string[]): void {
    const { name, uri } = element
    const parent = path.at(-2)
    if (uri === NUMBER && FORMAT_ELEMENTS.has(name)) {
      this.format = new NumberStyle(element)
      this.formats.set(element.attributeIn(STYLE, 'name') ?? '', this.format)
    } else if (FORMAT_ELEMENTS.has(parent ?? '') || name === 'embedded-text') this.format?.add(element)
    else if (uri !== STYLE) return
    else if (name === 'font-face') {
      this.families.set(element.attribute('name') ?? '', unquoted(element.attribute('font-family')))
    } else if (name === 'style' || name === 'default-style') this.openStyle(element)
    else if (parent === 'style' || parent === 'default-style') this.readProperties(element)
  }

  close(name: string): void {
    if (FORMAT_ELEMENTS.has(name)) this.format = undefined
    if (name === 'style' || name === 'default-style') this.current = undefined
  }

  text(text: string, path: readonly string[]): void {
    const within = path.at(-1)
    if (within === 'text' || within === 'currency-symbol') this.format?.text(text)
    else if (within === 'embedded-text') this.format?.embedText(text)
  }

  /** Of cells by the name that they carry; undefined is the default. */
  cell(name: string | undefined): CellStyle {
    const key = name ?? ''
    const known = this.cells.get(key)
    if (known) return known
    const chain = this.chain('table-cell', name)
    const pick = <T>(of: (style: OwnStyle) => T | undefined): T | undefined =>
      chain.map(of).find((value) => value !== undefined)
    const format = pick((style) => style.format)
    const legacy = legacyFont(pick((style) => style.font) ?? '')
    const indent = pick((style) => style.indent)
    const style: CellStyle = {
      format: format === undefined ? PLAIN_STYLE.format : this.formatOf(format),
      formatted: format !== undefined,
      ...(pick((each) => each.bold) === true && { bold: true as const }),
      ...(indent !== undefined && indent > 0 && { indent }),
      ...(legacy !== undefined && { legacy }),
    }
    this.cells.set(key, style)
    return style
  }

  /** What a run of a text looks like, where it says so itself. */
  run(name: string | undefined): { readonly bold?: boolean; readonly font?: string } {
    const chain = this.chain('text', name)
    const bold = chain.find((style) => style.bold !== undefined)?.bold
    const font = chain.find((style) => style.font !== undefined)?.font
    return { ...(bold !== undefined && { bold }), ...(font !== undefined && { font }) }
  }

  columnWidth(name: string | undefined): number | undefined {
    return this.chain('table-column', name).find(({ width }) => width !== undefined)?.width
  }

  isHiddenTable(name: string | undefined): boolean {
    return this.chain('table', name).some(({ hidden }) => hidden === true)
  }

  private openStyle(element: XmlElement): void {
    const family = element.attribute('family') ?? ''
    const style: OwnStyle = {}
    const parent = element.attribute('parent-style-name')
    const format = element.attribute('data-style-name')
    if (parent !== undefined) style.parent = parent
    if (format !== undefined) style.format = format
    this.current = style
    this.own.set(
      keyOf(family, element.name === 'style' ? element.attributeIn(STYLE, 'name') : undefined),
      style,
    )
  }

  private readProperties(element: XmlElement): void {
    const style = this.current
    if (style === undefined) return
    switch (element.name) {
      case 'text-properties': {
        const weight = element.attribute('font-weight')
        if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
        const face = element.attribute('font-name')
        const family =
          face === undefined ? element.attribute('font-family') : (this.families.get(face) ?? face)
        if (family !== undefined) style.font = unquoted(family)
        break
      }
      case 'paragraph-properties': {
        const margin = millimetres(element.attribute('margin-left'))
        if (margin !== undefined) style.indent = Math.round(margin / INDENT_MILLIMETRES)
        break
      }
      case 'table-column-properties': {
        const width = millimetres(element.attribute('column-width'))
        if (width !== undefined && width > 0)
          style.width = Math.round((width / CHARACTER_MILLIMETRES) * 100) / 100
        break
      }
      case 'table-properties':
        if (element.attribute('display') === 'false') style.hidden = true
        break
    }
  }

  /** The style, its ancestors, and the default of the family. */
  private chain(family: string, name: string | undefined): readonly OwnStyle[] {
    const chain: OwnStyle[] = []
    for (let next = name; next !== undefined && chain.length < MOST_ANCESTORS;) {
      const style = this.own.get(keyOf(family, next))
      if (style) chain.push(style)
      next = style?.parent
    }
    const last = this.own.get(keyOf(family, undefined))
    return last ? [...chain, last] : chain
  }

  private formatOf(name: string): NumberFormat {
    const known = this.shown.get(name)
    if (known) return known
    const code = this.formats.get(name)?.toCode((other) => this.formats.get(other)?.ownCode)
    const format = code === undefined ? PLAIN_STYLE.format : numberFormat(code)
    this.shown.set(name, format)
    return format
  }
}

function keyOf(family: string, name: string | undefined): string {
  return `${family}/${name ?? ''}`
}

function unquoted(family: string | undefined): string {
  return (family ?? '').replace(/^['"]|['"]$/g, '').normalize('NFC')
}

const MILLIMETRES: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
}

function millimetres(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^([0-9]{1,6}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|px)$/.exec(length ?? '') ?? []
  const factor = MILLIMETRES[unit]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}
