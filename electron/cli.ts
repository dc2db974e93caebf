/**
 * `bieu`, the command line: the services without a window. Standard output holds only the result; whatever
 * else there is to say goes to standard error. Exit status 70 and the code `unexpected` stand for an error nobody expected.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import type { Report } from '../shared/model.ts'
import type { PaperOptions } from '../shared/paper.ts'
import { failure, type Failure, type Result } from '../shared/result.ts'
import { userName } from './author.ts'
import { mannerOf, parseArguments, type Invocation, type Manner } from './cliArguments.ts'
import { checkFile, importFiles, inspect } from './cliFiles.ts'
import { errorJson, statusOf, type ErrorJson, type Outcome } from './cliOutcome.ts'
import { checkReport, edit, exportFile, list, show, step, verifyData } from './cliReports.ts'
import { localFolder } from './dataFolder.ts'
import { openLog } from './log.ts'
import { printPdf } from './printProcess.ts'
import { forkReader } from './readerFork.ts'
import { tooOldNode } from './runtime.ts'
import { createTexts, type Texts } from './texts.ts'

const UNEXPECTED = 70

/** The bundles of the program; run from its sources, these. */
const programFolder = import.meta.dirname
const reader =
  extname(import.meta.filename) === '.ts'
    ? join(programFolder, 'excel', 'readerProcess.ts')
    : join(programFolder, 'reader.cjs')

async function main(argv: readonly string[]): Promise<number> {
  const manner = mannerOf(argv)
  const texts = createTexts(manner.language)
  try {
    const parsed = parseArguments(argv)
    if (!parsed.ok) return showFailure(parsed.failure, undefined, manner, texts)
    if (parsed.value === 'help') return print(texts.t('cli:help'))
    const result = await run(parsed.value, texts)
    if (!result.ok) return showFailure(result.failure, fileOf(parsed.value), manner, texts)
    return showOutcome(result.value, manner)
  } catch (error) {
    return showUnexpected(error, manner, texts)
  }
}

async function run(invocation: Invocation, texts: Texts): Promise<Result<Outcome>> {
  const old = tooOldNode()
  if (old !== undefined) return failure('usage', 'node-too-old', { found: old.found, needed: old.needed })
  const author = userName()
  const tools = {
    texts,
    author,
    startReader: () => forkReader(reader),
    printPdf: (report: Report, options: PaperOptions) => printPdf(report, programFolder, options),
  }
  const { command, operands, data } = invocation
  switch (command) {
    case 'inspect':
      return await inspect(invocation, tools)
    case 'import':
      return await importFiles(invocation, tools)
    case 'list':
      return await list(invocation, tools)
    case 'show':
      return await show(invocation, tools)
    case 'edit':
      return await edit(invocation, tools)
    case 'undo':
    case 'redo':
      return await step(invocation, tools)
    case 'export':
      return await exportFile(invocation, tools)
    case 'check': {
      const [name = ''] = operands
      return data === '' || existsSync(name)
        ? await checkFile(name, tools)
        : await checkReport(invocation, tools)
    }
    case 'verify':
      return await verifyData(invocation, tools)
    case 'backup':
    case 'restore':
      return failure('not-yet', 'command-not-yet', { command })
  }
}

/** The file a failure of the command is about. */
function fileOf({ command, operands }: Invocation): string | undefined {
  return command === 'inspect' || command === 'import' || command === 'check' ? operands[0] : undefined
}

function showOutcome({ json, text, complaints, status }: Outcome, manner: Manner): number {
  for (const complaint of complaints) process.stderr.write(`bieu: ${complaint}\n`)
  print(manner.json ? JSON.stringify(json, null, 2) : text)
  return status
}

function showFailure(reason: Failure, file: string | undefined, manner: Manner, texts: Texts): number {
  showError(errorJson(reason, texts, file), manner)
  return statusOf(reason)
}

/** In words; what a programmer needs is in the log. */
function showUnexpected(error: unknown, manner: Manner, texts: Texts): number {
  const file = logged(error)
  const message =
    file === undefined
      ? texts.t('cli:unexpected-unlogged', { detail: String(error) })
      : texts.t('cli:unexpected', { file })
  showError({ code: 'unexpected', message }, manner)
  return UNEXPECTED
}

/** The log file, undefined where there is no place for one. */
function logged(error: unknown): string | undefined {
  const machine = { platform: process.platform, env: process.env, home: homedir() }
  try {
    const log = openLog(join(localFolder(machine), 'program', 'logs', 'bieu-chi-tieu.log'))
    log.error(`bieu ${process.argv.slice(2).join(' ')}`, error)
    return log.file
  } catch (problem) {
    process.stderr.write(`bieu: ${String(problem)}\n`)
    return undefined
  }
}

function showError(error: ErrorJson, manner: Manner): void {
  process.stderr.write(`bieu: ${error.message}\n`)
  if (manner.json) print(JSON.stringify({ error }))
}

function print(text: string): number {
  if (text !== '') process.stdout.write(`${text}\n`)
  return 0
}

// Whoever reads the result may have seen enough: `bieu list … | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : UNEXPECTED)
})

process.on('uncaughtException', (error) => {
  const manner = mannerOf(process.argv.slice(2))
  process.exit(showUnexpected(error, manner, createTexts(manner.language)))
})

// Not process.exit: a long result may still be on its way into a pipe.
void main(process.argv.slice(2)).then((status) => (process.exitCode = status))
