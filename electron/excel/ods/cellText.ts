/** The text of one cell as OpenDocument stores it: paragraphs, runs in spans, white space written out. */
import { LIMITS } from '../limits.ts'
import type { RichText } from '../richText.ts'
import type { XmlElement } from '../xml.ts'
import type { OdsStyles } from './styles.ts'
import { TEXT } from './namespaces.ts'

interface Run {
  text: string
  readonly bold?: boolean
  readonly font?: string
}

export class CellText {
  private readonly styles: OdsStyles
  private readonly refuseLength: () => never
  private readonly runs: Run[] = []
  /** The styles of the spans that are open. */
  private readonly spans: ReturnType<OdsStyles['run']>[] = []
  private length = 0
  private paragraphs = 0
  /** White space of the file that may turn out to be at the end, where it does not count. */
  private space = ''

  constructor(styles: OdsStyles, refuseLength: () => never) {
    this.styles = styles
    this.refuseLength = refuseLength
  }

  open(element: XmlElement): void {
    if (element.uri !== TEXT) return
    switch (element.name) {
      case 'p':
      case 'h':
        this.space = ''
        if (this.paragraphs++ > 0) this.add('\n')
        break
      case 'span':
        this.spans.push(this.styles.run(element.attribute('style-name')))
        break
      case 's': {
        const count = Number(element.attribute('c') ?? 1)
        if (!(count <= LIMITS.textLength)) this.refuseLength()
        this.addWithSpace(' '.repeat(Math.max(0, Math.floor(count))))
        break
      }
      case 'tab':
        this.addWithSpace('\t')
        break
      case 'line-break':
        this.addWithSpace('\n')
        break
    }
  }

  close(name: string): void {
    if (name === 'span') this.spans.pop()
    if (name === 'p' || name === 'h') this.space = ''
  }

  /**
   * Text within a paragraph. By the standard white space of any length is one space, but LibreOffice writes spaces as they
   * are: only line ends and tabs are those of the file.
   */
  text(text: string): void {
    for (const [piece] of text.matchAll(/ *[\t\r\n][ \t\r\n]*|(?:[^ \t\r\n]| +(?![ \t\r\n]))+/g)) {
      if (!/^ *[\t\r\n]/.test(piece)) this.addWithSpace(piece)
      else if (this.length > 0 && !(this.runs.at(-1)?.text ?? '').endsWith('\n')) this.space = ' '
    }
  }

  toRich(): RichText {
    const visible = this.runs.filter(({ text }) => text.trim() !== '')
    const text = this.runs
      .map((run) => run.text)
      .join('')
      .normalize('NFC')
    const isBold = visible.length > 0 && visible.every(({ bold }) => bold === true)
    const isLight = visible.some(({ bold }) => bold === false)
    return {
      text,
      ...((isBold || isLight) && { bold: isBold }),
      ...(this.runs.some(({ font }) => font !== undefined) && {
        runs: this.runs.map((run) => ({ text: run.text, ...(run.font !== undefined && { font: run.font }) })),
      }),
    }
  }

  private addWithSpace(text: string): void {
    const space = this.space
    this.space = ''
    this.add(space + text)
  }

  private add(text: string): void {
    this.length += text.length
    if (this.length > LIMITS.textLength) this.refuseLength()
    const look = this.spans.reduce((all, span) => ({ ...all, ...span }), {})
    const last = this.runs.at(-1)
    if (last !== undefined && last.bold === look.bold && last.font === look.font) last.text += text
    else this.runs.push({ text, ...look })
  }
}
