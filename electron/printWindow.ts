/** Printing through windows nobody sees, and the program's mode that prints one report for the command line. */
import { readFile } from 'node:fs/promises'
import { app, BrowserWindow } from 'electron'
import type { PageEngine, PrintPage } from './print/engine.ts'
import { PDF_NOT_WRITTEN, PRINTED, PRINT_FAILED, readOrderFile } from './printMode.ts'
import { exportPdf } from './services/export.ts'
import { writeFileSafely } from './services/writeFile.ts'

/** A hidden, sandboxed window for every page. */
export function createPageEngine(): PageEngine {
  return { open: openHidden }
}

async function openHidden(html: string): Promise<PrintPage> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  try {
    await load(window, html)
  } catch (error) {
    window.destroy()
    throw error
  }
  const { webContents } = window
  return {
    evaluate: (script) => webContents.executeJavaScript(script),
    pdf: async (landscape) =>
      new Uint8Array(
        await webContents.printToPDF({
          landscape,
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          // Tags more than double the size of a table.
          generateTaggedPDF: false,
        }),
      ),
    close: () => {
      window.destroy()
      return Promise.resolve()
    },
  }
}

/** Into an empty page: a long report is longer than an address may be, and its figures need not lie in a file. */
async function load(window: BrowserWindow, html: string): Promise<void> {
  await window.loadURL('about:blank')
  await window.webContents.executeJavaScript(
    `document.open(); document.write(${JSON.stringify(html)}); document.close()`,
  )
}

/**
 * Prints the report that a file holds into a new file: the program's printing mode, started by the command line. Gives
 * the exit status.
 */
export async function printReportFile(reportFile: string, pdfFile: string): Promise<number> {
  // Between two hidden windows there is none: the program must not end there.
  app.on('window-all-closed', () => undefined)
  try {
    const { report, options } = readOrderFile(await readFile(reportFile, 'utf8'))
    const written = await writeFileSafely(pdfFile, await exportPdf(report, createPageEngine(), options))
    return written.ok ? PRINTED : PDF_NOT_WRITTEN
  } catch (error) {
    console.error(error)
    return PRINT_FAILED
  }
}
