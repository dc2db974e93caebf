/** How the lines above and below the table are set: weight, slope and size by what a line says (Nghị định 30/2020). */
import type { TextBlock } from './model.ts'

export interface PaperLine {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  /** In points. */
  readonly size: number
}

/** The lines of one side of the page, one below the other. */
export interface PaperBlock {
  readonly side: TextBlock['side']
  readonly lines: readonly PaperLine[]
}

export const TITLE_SIZE = 14
export const SUBTITLE_SIZE = 13
export const TABLE_SIZE = 12

/** Empty lines between a post and the name below it, where a person signs. */
const SPACE_TO_SIGN = 3

/** The letterhead: the superior body upright, the issuing body and the motto bold, number upright, place and date italic. */
export function letterheadBlocks(blocks: readonly TextBlock[]): readonly PaperBlock[] {
  return bySide(blocks).map(({ side, lines }) => {
    const superior = side === 'left' ? lines.slice(0, -1).findIndex(isName) : -1
    const hasIssuer = lines.filter(isName).length > 1
    return {
      side,
      lines: lines.map((text, index) => ({
        text,
        bold: !isNumber(text) && !isPlaceAndDate(text) && !(hasIssuer && index === superior),
        italic: isPlaceAndDate(text),
        size: isName(text) ? 12 : 13,
      })),
    }
  })
}

/** The signature block, with room to sign where the source leaves none; the list of recipients is set smaller. */
export function signatureBlocks(blocks: readonly TextBlock[]): readonly PaperBlock[] {
  return bySide(blocks).map(({ side, lines }) => {
    const recipients = lines.findIndex((line) => /^nơi nhận/i.test(line))
    const set = lines.map((text, index) => {
      if (recipients === -1 || index < recipients) return signatureLine(text)
      return index === recipients
        ? { text, bold: true, italic: true, size: 12 }
        : { text, bold: false, italic: false, size: 11 }
    })
    const name = set.at(-1)
    if (recipients !== -1 || name === undefined || !needsSpaceToSign(lines)) return { side, lines: set }
    const space = Array.from({ length: SPACE_TO_SIGN }, () => ({ ...name, text: '' }))
    return { side, lines: [...set.slice(0, -1), ...space, name] }
  })
}

/** A line wholly in capitals: the name of a body, a post, the country. */
function isName(line: string): boolean {
  return /\p{Lu}/u.test(line) && line === line.toLocaleUpperCase('vi')
}

function isNumber(line: string): boolean {
  return /^số\b/i.test(line)
}

function isPlaceAndDate(line: string): boolean {
  return /ngày.*tháng.*năm/i.test(line)
}

function signatureLine(text: string): PaperLine {
  const italic = isPlaceAndDate(text) || /^\(.*\)$/.test(text)
  return { text, bold: !italic, italic, size: 13 }
}

function needsSpaceToSign(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? ''
  const above = lines.slice(0, -1)
  return above.some((line) => isName(line) || /^người /i.test(line)) && !isName(last) && !above.includes('')
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
