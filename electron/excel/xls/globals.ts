/** What all sheets of an .xls file share: fonts, number formats, styles, texts, and where the sheets begin. */
import { builtinFormat } from '../builtinFormats.ts'
import { legacyFont } from '../legacy/decode.ts'
import { numberFormat, type NumberFormat } from '../numberFormat.ts'
import { refuse } from '../refusal.ts'
import type { Style } from '../styles.ts'
import { eachRecord, RECORD, uint16, uint32, uint8, type XlsRecord } from './records.ts'
import { PiecesReader, readTextTable, readUnicode, type XlsText } from './strings.ts'

export interface XlsFont {
  readonly bold: boolean
  readonly name: string
}

export interface XlsGlobals {
  /** Excel 97 and later; else Excel 5 and 95, whose texts are bytes. */
  readonly biff8: boolean
  /** By the number that runs carry. */
  readonly fonts: ReadonlyMap<number, XlsFont>
  readonly styles: readonly Style[]
  /** Empty before Excel 97, where every cell holds its own text. */
  readonly texts: readonly XlsText[]
  /** In the order of the tabs; charts and macro sheets are left out. */
  readonly sheets: readonly { readonly offset: number; readonly hidden: boolean }[]
}

interface Format {
  readonly font: number
  readonly format: number
  readonly indent: number
}

const BIFF8 = 0x0600
const BIFF5 = 0x0500
const BOLD_FROM = 600
const WORKSHEET = 0

/** Refuses encrypted files, and versions from before Excel 5. */
export function readGlobals(stream: Uint8Array): XlsGlobals {
  const version = uint16(stream, 4)
  if (uint16(stream, 0) !== RECORD.bof || (version !== BIFF8 && version !== BIFF5)) {
    refuse('not-a-workbook', 'old-xls')
  }
  const biff8 = version === BIFF8
  const fonts = new Map<number, XlsFont>()
  const codes = new Map<number, string>()
  const formats: Format[] = []
  const sheets: { offset: number; hidden: boolean }[] = []
  let texts: readonly XlsText[] = []
  for (const record of eachRecord(stream, 0)) {
    const body = record.pieces[0] ?? new Uint8Array()
    switch (record.type) {
      case RECORD.filePass:
        return refuse('encrypted', 'encrypted')
      case RECORD.font:
        // There is no font 4: the numbers go on with 5.
        fonts.set(fonts.size < 4 ? fonts.size : fonts.size + 1, readFont(body, biff8))
        break
      case RECORD.format:
        codes.set(uint16(body, 0), formatCode(record, biff8))
        break
      case RECORD.xf:
        formats.push({
          font: uint16(body, 0),
          format: uint16(body, 2),
          indent: biff8 ? uint8(body, 8) & 0x0f : 0,
        })
        break
      case RECORD.sst:
        texts = readTextTable(record.pieces)
        break
      case RECORD.boundSheet:
        if (uint8(body, 5) === WORKSHEET)
          sheets.push({ offset: uint32(body, 0), hidden: uint8(body, 4) !== 0 })
        break
    }
  }
  return { biff8, fonts, styles: stylesOf(formats, fonts, codes), texts, sheets }
}

function readFont(body: Uint8Array, biff8: boolean): XlsFont {
  const nameAt = biff8 ? 16 : 15
  const length = uint8(body, 14)
  const wide = biff8 && (uint8(body, 15) & 1) !== 0
  const codes = Array.from({ length }, (_, index) =>
    wide ? uint16(body, nameAt + index * 2) : uint8(body, nameAt + index),
  )
  return { bold: uint16(body, 6) >= BOLD_FROM, name: String.fromCharCode(...codes) }
}

function formatCode({ pieces }: XlsRecord, biff8: boolean): string {
  const reader = new PiecesReader(pieces)
  reader.skip(2)
  return biff8 ? readUnicode(reader).text : reader.characters(reader.byte(), false)
}

function stylesOf(
  formats: readonly Format[],
  fonts: ReadonlyMap<number, XlsFont>,
  codes: ReadonlyMap<number, string>,
): readonly Style[] {
  const known = new Map<number, NumberFormat>()
  return formats.map(({ font, format, indent }) => {
    const shown = known.get(format) ?? numberFormat(codes.get(format) ?? builtinFormat(format))
    known.set(format, shown)
    const { bold, name } = fonts.get(font) ?? { bold: false, name: '' }
    const legacy = legacyFont(name)
    return {
      format: shown,
      ...(bold && { bold: true as const }),
      ...(indent > 0 && { indent }),
      ...(legacy !== undefined && { legacy }),
    }
  })
}
