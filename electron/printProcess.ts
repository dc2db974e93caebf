/** A PDF for the command line, which has no window: the program itself is started in its printing mode. */
import { spawn } from 'node:child_process'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../shared/model.ts'
import type { PaperOptions } from '../shared/paper.ts'
import { failure, success, type Result } from '../shared/result.ts'
import { orderFile, PDF_NOT_WRITTEN, PRINTED } from './printMode.ts'
import { writeFileSafely } from './services/writeFile.ts'
import { findBrowser } from './standin/mode.ts'

const PATIENCE_MS = 120_000

/**
 * `programFolder` holds the bundles of the program. Fails with `not-yet` where there is nothing to print with and with
 * `disk` where there is no room for the files in between; anything else is thrown, with what the printing program said.
 */
export async function printPdf(
  report: Report,
  programFolder: string,
  options: PaperOptions = {},
): Promise<Result<Uint8Array>> {
  const program = printer(programFolder)
  if (program === undefined) return failure('not-yet', 'print-no-browser')
  const folder = await mkdtemp(join(tmpdir(), 'bieu-chi-tieu-'))
  try {
    const [input, output] = [join(folder, 'report.json'), join(folder, 'report.pdf')]
    const written = await writeFileSafely(input, orderFile({ report, options }))
    if (!written.ok) return noRoom()
    const { status, said } = await run(program, ['--print-report', input, output], join(folder, 'said.txt'))
    if (status === PDF_NOT_WRITTEN) return noRoom()
    if (status !== PRINTED) throw new Error(`Printing ended with status ${status ?? 'none'}`, { cause: said })
    return success(await readFile(output))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function noRoom() {
  return failure('disk', 'print-disk', { folder: tmpdir() })
}

interface Printer {
  readonly command: string
  readonly args: readonly string[]
}

/** The installed program prints by itself; a checkout by the stand-in, if there is a browser for it. */
function printer(programFolder: string): Printer | undefined {
  const command = process.execPath
  if ('electron' in process.versions) return { command, args: [] }
  if (findBrowser(process.env) === undefined) return undefined
  return { command, args: ['--require', join(programFolder, 'standin.cjs'), join(programFolder, 'main.cjs')] }
}

interface Ended {
  /** Null for a program that took too long. */
  readonly status: number | null
  readonly said: string
}

/** What the program says goes through a file: words on a pipe may be lost when it ends at once. */
async function run({ command, args }: Printer, mode: readonly string[], words: string): Promise<Ended> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const file = await open(words, 'w')
  try {
    const child = spawn(command, [...args, ...mode], { env, stdio: ['ignore', file.fd, file.fd] })
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', resolve)
    })
    clearTimeout(patience)
    return { status, said: await readFile(words, 'utf8') }
  } finally {
    await file.close()
  }
}
