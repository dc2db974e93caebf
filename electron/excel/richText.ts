/** Texts of several runs: put together, without phonetic guides, with the emphasis that all of the text has. */
import { LIMITS } from './limits.ts'
import { decodeText, spaced } from './text.ts'
import { isTrue } from './xml.ts'
import type { XmlScanner } from './xmlScanner.ts'

export interface RichText {
  readonly text: string
  /** True or false where the runs say so for the whole text; the cell's style decides otherwise. */
  readonly bold?: boolean
  /** Where the runs name fonts of their own: the text in pieces, each with its font or with the cell's. */
  readonly runs?: readonly { readonly text: string; readonly font?: string }[]
}

interface Run {
  text: string
  /** Runs without properties of their own look like the cell. */
  hasProperties: boolean
  bold: boolean
  font?: string
}

/** Reads up to the end of the element just opened (`si` or `is`). `refuseLength` is called for too long a text. */
export function readRichText(scanner: XmlScanner, refuseLength: () => never): RichText {
  const runs: Run[] = []
  let run = newRun()
  let length = 0
  let phonetic = 0
  const depth = scanner.depth
  while (scanner.next() && scanner.depth >= depth) {
    if (scanner.name === 'rPh') phonetic += scanner.closing ? -1 : 1
    if (scanner.closing || phonetic > 0) continue
    if (scanner.name === 't') {
      const space = scanner.attribute('xml:space')
      const text = spaced(scanner.content(), space)
      length += text.length
      // Escapes only shorten, so a text far over the limit is over it in the end.
      if (length > LIMITS.textLength * '_xHHHH_'.length) refuseLength()
      if (run.text === '' && text !== '') runs.push(run)
      run.text += text
    } else if (scanner.name === 'r') run = newRun()
    else readProperty(scanner, run)
  }
  const text = decodeText(runs.map((each) => each.text).join(''))
  return text.length > LIMITS.textLength ? refuseLength() : { text, ...emphasisOf(runs), ...fontsOf(runs) }
}

function newRun(): Run {
  return { text: '', hasProperties: false, bold: false }
}

function readProperty(scanner: XmlScanner, run: Run): void {
  if (scanner.name === 'rPr') run.hasProperties = true
  else if (scanner.name === 'b') run.bold = isTrue(scanner.attribute('val'), true)
  else if (scanner.name === 'rFont') run.font = scanner.attribute('val')?.normalize('NFC')
}

function emphasisOf(runs: readonly Run[]): Pick<RichText, 'bold'> {
  const visible = runs.filter((run) => run.text.trim() !== '')
  const bold = commonBold(visible)
  return bold === undefined ? {} : { bold }
}

function fontsOf(runs: readonly Run[]): Pick<RichText, 'runs'> {
  if (runs.every(({ font }) => font === undefined)) return {}
  return {
    runs: runs.map(({ text, font }) => ({ text: decodeText(text), ...(font !== undefined && { font }) })),
  }
}

/** False as soon as one run is certainly not so, true when all certainly are. */
function commonBold(runs: readonly Run[]): boolean | undefined {
  const own = runs.filter((run) => run.hasProperties)
  if (own.some((run) => !run.bold)) return false
  return own.length > 0 && own.length === runs.length ? true : undefined
}
