/** Printing through windows nobody sees, and the program's mode that prints one report for the command line. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { Report } from '../shared/model.ts'
import type { PageEngine, PrintPage } from './print/engine.ts'
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
        }),
      ),
    close: () => {
      window.destroy()
      return Promise.resolve()
    },
  }
}

/** Through a file: a long report is longer than an address may be. */
async function load(window: BrowserWindow, html: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bieu-chi-tieu-'))
  try {
    const file = join(folder, 'page.html')
    await writeFile(file, html)
    await window.loadFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Prints the report that a file holds as JSON into `pdfFile`. Writes the outcome (a `Result` of `writeFileSafely`) as
 * one line of JSON to standard output; the exit status is 0 when the PDF was written, else 1.
 */
export async function printReportFile(reportFile: string, pdfFile: string): Promise<number> {
  // Between two hidden windows there is none: the program must not end there.
  app.on('window-all-closed', () => undefined)
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as Report
  const written = await writeFileSafely(pdfFile, await exportPdf(report, createPageEngine()))
  process.stdout.write(`${JSON.stringify(written)}\n`)
  return written.ok ? 0 : 1
}
