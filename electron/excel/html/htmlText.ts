/** The text of one cell or line of a page: white space of any length is one space, breaks are breaks. */

export class HtmlText {
  private pieces = ''
  private space = ''
  private light = 0
  private heavy = 0

  add(text: string, bold: boolean): void {
    for (const [piece] of text.matchAll(/[ \t\n\f]+|[^ \t\n\f]+/g)) {
      if (/^[ \t\n\f]/.test(piece)) {
        if (this.pieces !== '' && !this.pieces.endsWith('\n') && this.space === '') this.space = ' '
        continue
      }
      this.pieces += this.space + piece
      this.space = ''
      if (bold) this.heavy++
      else this.light++
    }
  }

  lineBreak(): void {
    if (this.pieces !== '') this.space = this.space.trimStart() + '\n'
  }

  /** Breaks the line unless it is broken already. */
  paragraph(): void {
    if (!this.space.endsWith('\n')) this.lineBreak()
  }

  shown(): string {
    return this.pieces
  }

  /** All of it. */
  get isBold(): boolean {
    return this.heavy > 0 && this.light === 0
  }
}
