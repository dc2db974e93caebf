/** A PDF for the command line, which has no window: the program itself is started in its printing mode. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../shared/model.ts'
import { failure, success, type Result } from '../shared/result.ts'

const PATIENCE_MS = 120_000

/** `programFolder` holds the bundles of the program. Fails with `not-yet` where nothing here can print. */
export async function printPdf(report: Report, programFolder: string): Promise<Result<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'bieu-chi-tieu-'))
  try {
    const reportFile = join(folder, 'report.json')
    const pdfFile = join(folder, 'report.pdf')
    await writeFile(reportFile, JSON.stringify(report))
    const ended = await run(printer(programFolder), ['--print-report', reportFile, pdfFile])
    if (ended !== 0 || !existsSync(pdfFile)) return failure('not-yet', 'print-failed')
    return success(await readFile(pdfFile))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Printer {
  readonly program: string
  readonly args: readonly string[]
}

/** The installed program prints by itself; a checkout by Electron's binary where it can show windows, else by the stand-in. */
function printer(programFolder: string): Printer {
  if ('electron' in process.versions) return { program: process.execPath, args: [] }
  const main = join(programFolder, 'main.cjs')
  return { program: process.execPath, args: ['--require', join(programFolder, 'standin.cjs'), main] }
}

/** The exit status; undefined when the program could not be started or took too long. */
async function run({ program, args }: Printer, mode: readonly string[]): Promise<number | undefined> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(program, [...args, ...mode], { env, stdio: 'ignore' })
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  try {
    return await new Promise((resolve) => {
      child.on('error', () => resolve(undefined))
      child.on('exit', (status) => resolve(status ?? undefined))
    })
  } finally {
    clearTimeout(patience)
  }
}
