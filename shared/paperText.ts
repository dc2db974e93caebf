/** How the lines above and below the table are set: weight, slope and size by what a line says (Nghị định 30/2020). */
import type { TextBlock } from './model.ts'

export interface PaperLine {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  /** In points. */
  readonly size: number
  /** A rule below the line, as long as the line or a part of it; sheets have none. */
  readonly rule?: 'whole' | 'part'
}

/** The lines of one side of the page, one below the other. */
export interface PaperBlock {
  readonly side: TextBlock['side']
  readonly align: 'left' | 'centre'
  readonly lines: readonly PaperLine[]
}

export const TITLE_SIZE = 14
export const SUBTITLE_SIZE = 13
export const TABLE_SIZE = 12
export const NOTE_SIZE = 11

/** Empty lines between a post and the name below it, where a person signs. */
const SPACE_TO_SIGN = 3

const PLAIN = { bold: false, italic: false }
const BOLD = { bold: true, italic: false }
const ITALIC = { bold: false, italic: true }

/** The title as typed: its capitals are for the person or the file to set, on screen and on paper alike. */
export function titleLines(title: string): readonly string[] {
  return title.split('\n').filter((line) => line !== '')
}

/**
 * The letterhead: the superior body upright, the issuing body and the motto bold and with their rules, number upright,
 * place and date and the unit of the figures italic.
 */
export function letterheadBlocks(blocks: readonly TextBlock[]): readonly PaperBlock[] {
  const ofState = blocks.some((block) => block.lines.some((line) => /^cộng h(òa|oà) xã hội/iu.test(line)))
  return bySide(blocks).map(({ side, lines }) => {
    const issuer = issuerIn(lines)
    return {
      side,
      align: 'centre',
      lines: lines.map((text, index) => {
        const size = isName(text) ? 12 : 13
        if (isNumber(text)) return { text, size, ...PLAIN }
        if (isPlaceAndDate(text) || isUnit(text)) return { text, size, ...ITALIC }
        if (isMotto(text)) return { text, size, ...BOLD, rule: 'whole' }
        if (side !== 'left') return { text, size, ...BOLD }
        if (index < issuer.first) return { text, size, ...PLAIN }
        return { text, size, ...BOLD, ...(ofState && index === issuer.last && { rule: 'part' }) }
      }),
    }
  })
}

/** The signature block, with room to sign where the source leaves none; the list of recipients is set smaller. */
export function signatureBlocks(blocks: readonly TextBlock[]): readonly PaperBlock[] {
  return bySide(blocks).map(({ side, lines }) => {
    const recipients = lines.findIndex((line) => /^nơi nhận/iu.test(line))
    if (recipients === -1) return { side, align: 'centre', lines: withSpaceToSign(lines.map(signatureLine)) }
    return {
      side,
      align: 'left',
      lines: lines.map((text, index) => {
        if (index < recipients) return signatureLine(text)
        return index === recipients
          ? { text, bold: true, italic: true, size: 12 }
          : { text, ...PLAIN, size: 11 }
      }),
    }
  })
}

/** Which lines name the issuing body: the last name, with the line before where the name began there. */
function issuerIn(lines: readonly string[]): { readonly first: number; readonly last: number } {
  const last = lines.findLastIndex(isName)
  const begun = /^(ủy|uỷ) ban nhân dân$|^hội đồng nhân dân$/iu.test(lines[last - 1] ?? '')
  return { first: begun ? last - 1 : last, last }
}

/** A line wholly in capitals: the name of a body, a post, the country. */
function isName(line: string): boolean {
  return /\p{Lu}/u.test(line) && line === line.toLocaleUpperCase('vi')
}

function isNumber(line: string): boolean {
  return /^số(?!\p{L})/iu.test(line)
}

function isPlaceAndDate(line: string): boolean {
  return /ngày.*tháng.*năm/iu.test(line)
}

function isUnit(line: string): boolean {
  return /^\(?(đơn vị( tính)?|đvt)\s*:/iu.test(line)
}

/** The lines that stand over a rule of their own length: the motto, and in Party documents the Party's name. */
function isMotto(line: string): boolean {
  return /^độc lập\s*[-–]\s*tự do|^đảng cộng sản việt nam$/iu.test(line)
}

function signatureLine(text: string): PaperLine {
  if (isPlaceAndDate(text) || /^\(.*\)$/u.test(text)) return { text, ...ITALIC, size: 13 }
  return { text, ...(/\p{L}/u.test(text) ? BOLD : PLAIN), size: 13 }
}

function withSpaceToSign(lines: readonly PaperLine[]): readonly PaperLine[] {
  const name = lines.at(-1)
  const above = lines.slice(0, -1).map(({ text }) => text)
  const signed = above.some((text) => isName(text) || /^người /iu.test(text))
  if (name === undefined || !signed || isName(name.text) || above.includes('')) return lines
  const space = Array.from({ length: SPACE_TO_SIGN }, () => ({ ...name, text: '' }))
  return [...lines.slice(0, -1), ...space, name]
}

function bySide(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const sides: readonly TextBlock['side'][] = ['left', 'centre', 'right']
  return sides
    .map((side) => ({
      side,
      lines: blocks.filter((block) => block.side === side).flatMap((block) => block.lines),
    }))
    .filter((block) => block.lines.length > 0)
}
