/** Puts the runs of a rich text together: one text, and the emphasis that all of it has. */
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { decodeText } from './text.ts'

export interface RichText {
  readonly text: string
  /** True or false where the runs say so for the whole text; the cell's style decides otherwise. */
  readonly bold?: boolean
  readonly italic?: boolean
  /** Of the first run that is not blank. */
  readonly font?: string
}

interface Run {
  text: string
  /** Runs without properties of their own look like the cell. */
  hasProperties: boolean
  bold: boolean
  italic: boolean
  font?: string
}

export class RichTextBuilder {
  private plain = ''
  private length = 0
  private readonly runs: Run[] = []
  private readonly where: string

  /** `where` tells a person which text is too long, should it be. */
  constructor(where: string) {
    this.where = where
  }

  openRun(): void {
    // Blank runs change nothing; a million of them need no million objects.
    if (this.runs.at(-1)?.text === '') this.runs.pop()
    this.runs.push({ text: '', hasProperties: false, bold: false, italic: false })
  }

  openProperties(): void {
    const run = this.runs.at(-1)
    if (run) run.hasProperties = true
  }

  setBold(on: boolean): void {
    const run = this.runs.at(-1)
    if (run) run.bold = on
  }

  setItalic(on: boolean): void {
    const run = this.runs.at(-1)
    if (run) run.italic = on
  }

  setFont(name: string): void {
    const run = this.runs.at(-1)
    if (run) run.font = name.normalize('NFC')
  }

  addText(raw: string): void {
    this.length += raw.length
    // Escapes only shorten, so a text far over the limit is over it in the end.
    if (this.length > LIMITS.textLength * ESCAPE_LENGTH) this.refuseLength()
    const run = this.runs.at(-1)
    if (run) run.text += raw
    else this.plain += raw
  }

  finish(): RichText {
    const runs = this.runs.filter((run) => run.text.trim() !== '')
    const text = decodeText(this.plain + this.runs.map((run) => run.text).join(''))
    if (text.length > LIMITS.textLength) this.refuseLength()
    if (runs.length === 0) return { text }
    const bold = shared(runs, (run) => run.bold)
    const italic = shared(runs, (run) => run.italic)
    const font = runs[0]?.font
    return {
      text,
      ...(bold !== undefined && { bold }),
      ...(italic !== undefined && { italic }),
      ...(font !== undefined && { font }),
    }
  }

  private refuseLength(): never {
    return refuse('limit', 'text-too-long', { where: this.where, limit: LIMITS.textLength })
  }
}

const ESCAPE_LENGTH = '_x0000_'.length

function shared(runs: readonly Run[], has: (run: Run) => boolean): boolean | undefined {
  const own = runs.filter((run) => run.hasProperties)
  if (own.some((run) => !has(run))) return false
  return own.length === runs.length ? true : undefined
}
