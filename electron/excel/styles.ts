/** The cell formats of a workbook: number format, font and indent by the style index that cells carry. */
import { builtinFormat } from './builtinFormats.ts'
import { numberFormat, type NumberFormat } from './numberFormat.ts'
import { legacyFont, type LegacyFont } from './legacy/decode.ts'
import { isTrue, MAIN_NAMESPACES, parseXml, type XmlElement } from './xml.ts'

export interface Style {
  readonly format: NumberFormat
  readonly bold?: true
  readonly indent?: number
  /** The font is one of an old encoding. */
  readonly legacy?: LegacyFont
}

/** Excel allows no more steps. */
const MOST_INDENT = 250

export const PLAIN_STYLE: Style = { format: numberFormat('General') }

interface Font {
  legacy?: LegacyFont
  bold?: true
}

interface CellFormat {
  readonly format: number
  readonly font: number
  indent?: number
}

/** By style index. An index beyond the list means `PLAIN_STYLE`. */
export function readStyles(text: string, part: string): readonly Style[] {
  const codes = new Map<number, string>()
  const fonts: Font[] = []
  const formats: CellFormat[] = []
  parseXml(text, part, {
    open: (element, path) => {
      if (!MAIN_NAMESPACES.has(element.uri)) return
      const parent = path.at(-2)
      if (element.name === 'numFmt' && parent === 'numFmts') {
        codes.set(numberOf(element, 'numFmtId'), element.attribute('formatCode') ?? 'General')
      } else if (element.name === 'font' && parent === 'fonts') fonts.push({})
      else if (parent === 'font' && path.at(-3) === 'fonts') readFontProperty(element, fonts.at(-1))
      else if (element.name === 'xf' && parent === 'cellXfs') {
        formats.push({ format: numberOf(element, 'numFmtId'), font: numberOf(element, 'fontId') })
      } else if (element.name === 'alignment' && parent === 'xf' && path.at(-3) === 'cellXfs') {
        const format = formats.at(-1)
        if (format) format.indent = Math.min(numberOf(element, 'indent'), MOST_INDENT)
      }
    },
  })
  const formatOf = formatsByNumber(codes)
  return formats.map(({ format, font, indent }) => ({
    format: formatOf(format),
    ...(fonts[font]?.bold && { bold: true }),
    ...(indent && { indent }),
    ...(fonts[font]?.legacy !== undefined && { legacy: fonts[font].legacy }),
  }))
}

/** Each format is parsed once, however many styles use it. */
function formatsByNumber(codes: ReadonlyMap<number, string>): (id: number) => NumberFormat {
  const known = new Map<number, NumberFormat>()
  return (id) => {
    const found = known.get(id) ?? numberFormat(codes.get(id) ?? builtinFormat(id))
    known.set(id, found)
    return found
  }
}

function numberOf(element: XmlElement, attribute: string): number {
  const value = Number(element.attribute(attribute) ?? '0')
  return Number.isInteger(value) && value >= 0 ? value : 0
}

function readFontProperty(element: XmlElement, font: Font | undefined): void {
  if (!font) return
  const value = element.attribute('val')
  if (element.name === 'b' && isTrue(value, true)) font.bold = true
  const legacy = element.name === 'name' && value ? legacyFont(value) : undefined
  if (legacy) font.legacy = legacy
}
