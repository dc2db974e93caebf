/** What printing needs of a browser: a page that is never shown, measured by script and turned into a PDF. */

export interface PageEngine {
  /** Loads a whole document; resolves when it is laid out. Whoever opens a page closes it. */
  open(html: string): Promise<PrintPage>
}

export interface PrintPage {
  /** The value of a script run in the page; it must survive JSON. */
  evaluate(script: string): Promise<unknown>
  /** The document as a PDF, on the paper its own `@page` names; `landscape` says the same to engines that ask. */
  pdf(landscape: boolean): Promise<Uint8Array>
  close(): Promise<void>
}
