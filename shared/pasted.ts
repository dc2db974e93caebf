/** What a clipboard holds of a table: programs put it there as a page, as text with tabs, or as both. */
export interface PastedContent {
  /** "" for none. */
  readonly html: string
  readonly text: string
}

/** A page without a table is formatted text: then the text counts. */
export function holdsTable(html: string): boolean {
  return /<table[\s>]/i.test(html)
}

/** A picture, files or a single word are no table. */
export function mayBeTable({ html, text }: PastedContent): boolean {
  return holdsTable(html) || /[\t\n]/.test(text.trim())
}
