/** Starts the program on Electron's own binary, with Playwright; the system's dialogs are answered by a hook. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type * as Electron from 'electron'
import { _electron } from 'playwright-core'
import type { DialogAnswer, Recorded, Running, Start } from './running.ts'

/** Electron's binary, where its package has it; undefined on machines that only have the package. */
export function electronProgram(): string | undefined {
  const folder = resolve(import.meta.dirname, '../../node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

export async function startOnElectron(
  program: string,
  { programFolder, args, env, answers, recorded, temporary }: Start,
): Promise<Running> {
  const hook = join(temporary, 'hook.cjs')
  const inputs = [answers, RECORDED_MARK].map((input) => JSON.stringify(input))
  writeFileSync(hook, `(${String(answerAndRecord)})(require('electron'), ${inputs.join(', ')})`)
  const electron = await _electron.launch({
    executablePath: program,
    args: [
      '-r',
      hook,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      join(programFolder, 'main.cjs'),
      ...args,
    ],
    env: definedOnly(env),
  })
  const child = electron.process()
  const exited = new Promise<number | null>((settle) => child.once('exit', settle))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`
      addRecorded(line, recorded)
    })
  }
  return {
    pid: child.pid ?? 0,
    exited,
    output: () => output,
    page: () => electron.firstWindow(),
    answerDialog: async (answer) => {
      await electron.evaluate((_, queued) => {
        globalThis.dispatchEvent(new CustomEvent('dialog-answer', { detail: queued }))
      }, answer)
    },
    evaluate: (source, argument) =>
      electron.evaluate<unknown, { source: string; argument: unknown }>(
        (modules, given) => {
          const run: unknown = process.getBuiltinModule('node:vm').runInThisContext(`(${given.source})`)
          if (typeof run !== 'function') throw new TypeError('Only functions are evaluated in main.')
          return Reflect.apply(run, undefined, [modules, given.argument])
        },
        { source, argument },
      ),
    quit: async () => {
      await electron.evaluate(({ app }) => {
        app.quit()
      })
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

const RECORDED_MARK = 'BIEU-RECORDED '

/** Runs in main before the program, as source text: it may use nothing from outside itself. */
function answerAndRecord(electron: typeof Electron, answers: DialogAnswer[], mark: string): void {
  const record = (kind: string, argument: unknown) =>
    process.stdout.write(`${mark}${JSON.stringify({ kind, argument })}\n`)
  const isAnswer = (value: unknown): value is DialogAnswer => typeof value === 'object'
  const answerFor = async (kind: string): Promise<unknown> => {
    for (let waited = 0; waited < 10_000; waited += 20) {
      const index = answers.findIndex((answer) => answer.kind === kind)
      const [answer] = index < 0 ? [] : answers.splice(index, 1)
      if (answer !== undefined) return answer.value
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`Nobody answered dialog.${kind}.`)
  }
  globalThis.addEventListener('dialog-answer', (event) => {
    if (event instanceof CustomEvent && isAnswer(event.detail)) answers.push(event.detail)
  })
  for (const kind of ['showOpenDialog', 'showSaveDialog', 'showMessageBox']) {
    Reflect.set(electron.dialog, kind, async (...values: unknown[]) => {
      record(kind, values.at(-1))
      return await answerFor(kind)
    })
  }
  Reflect.set(electron.shell, 'openPath', (path: string) => {
    record('openPath', path)
    return Promise.resolve('')
  })
  Reflect.set(electron.shell, 'showItemInFolder', (path: string) => record('showItemInFolder', path))
}

function addRecorded(line: string, recorded: Recorded[]): void {
  if (!line.startsWith(RECORDED_MARK)) return
  const entry: unknown = JSON.parse(line.slice(RECORDED_MARK.length))
  if (isRecorded(entry)) recorded.push(entry)
}

function isRecorded(entry: unknown): entry is Recorded {
  return typeof entry === 'object' && entry !== null && 'kind' in entry && 'argument' in entry
}

function definedOnly(env: Start['env']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
