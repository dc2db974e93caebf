/** What a person typed behind `bieu`, taken apart and checked: one command with its operands and options. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { failure, success, type Result } from '../shared/result.ts'

const OPTIONS = {
  sheet: { type: 'string' },
  data: { type: 'string' },
  set: { type: 'string', multiple: true },
  reason: { type: 'string' },
  to: { type: 'string' },
  fresh: { type: 'boolean' },
  reasons: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>

type OptionName = keyof typeof OPTIONS

interface CommandForm {
  readonly operands: { readonly least: number; readonly most: number }
  readonly needs: readonly OptionName[]
  readonly takes: readonly OptionName[]
}

const none = { least: 0, most: 0 }
const one = { least: 1, most: 1 }
const several = { least: 1, most: Infinity }

/** The commands with what must and what may stand behind them; json, lang and help may always. */
const COMMANDS = {
  inspect: { operands: several, needs: [], takes: ['sheet'] },
  import: { operands: several, needs: ['data'], takes: [] },
  list: { operands: none, needs: ['data'], takes: [] },
  show: { operands: one, needs: ['data'], takes: [] },
  edit: { operands: one, needs: ['data', 'set'], takes: ['reason'] },
  undo: { operands: one, needs: ['data'], takes: [] },
  redo: { operands: one, needs: ['data'], takes: [] },
  export: { operands: one, needs: ['data', 'to'], takes: ['fresh', 'reasons'] },
  check: { operands: one, needs: [], takes: ['data'] },
  backup: { operands: none, needs: ['data', 'to'], takes: [] },
  restore: { operands: one, needs: ['data'], takes: [] },
  verify: { operands: none, needs: ['data'], takes: [] },
} as const satisfies Readonly<Record<string, CommandForm>>

export type CommandName = keyof typeof COMMANDS

/** A checked call. Texts that the command needs are there; others are "" or empty. */
export interface Invocation {
  readonly command: CommandName
  readonly operands: readonly string[]
  readonly sheet: string | undefined
  readonly data: string
  readonly set: readonly string[]
  readonly reason: string | undefined
  readonly to: string
  readonly fresh: boolean
  readonly reasons: boolean
}

/** How the answer is wanted; known even where the rest is wrong. */
export interface Manner {
  readonly json: boolean
  readonly language: 'vi' | 'en'
}

export function mannerOf(argv: readonly string[]): Manner {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false })
  // Not from the values: behind an option without its value it would be taken for that.
  return { json: argv.includes('--json'), language: values.lang === 'en' ? 'en' : 'vi' }
}

/** Fails with `usage` and what is wrong. */
export function parseArguments(argv: readonly string[]): Result<Invocation | 'help'> {
  const read = parseStrictly(argv)
  if (!read.ok) return read
  const { values, positionals } = read.value
  if (values.help === true) return success('help')
  if (values.lang !== undefined && values.lang !== 'vi' && values.lang !== 'en') {
    return failure('usage', 'usage-language', { language: values.lang })
  }
  const [command, ...operands] = positionals
  if (command === undefined) return failure('usage', 'usage-no-command')
  if (!isCommand(command)) return failure('usage', 'usage-unknown-command', { command })

  const form: CommandForm = COMMANDS[command]
  if (operands.length < form.operands.least) return failure('usage', 'usage-operand-missing', { command })
  const extra = operands[form.operands.most]
  if (extra !== undefined) return failure('usage', 'usage-operand-extra', { command, extra })
  for (const option of form.needs) {
    const value = values[option]
    if (value === undefined || value === '')
      return failure('usage', 'usage-option-missing', { command, option })
  }
  const allowed: readonly string[] = [...form.needs, ...form.takes, 'json', 'lang']
  const foreign = Object.keys(values).find((option) => !allowed.includes(option))
  if (foreign !== undefined) return failure('usage', 'usage-option-foreign', { command, option: foreign })

  const { sheet, data = '', set = [], reason, to = '', fresh = false, reasons = false } = values
  return success({ command, operands, sheet, data, set, reason, to, fresh, reasons })
}

function parseStrictly(argv: readonly string[]) {
  try {
    return success(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }))
  } catch (error) {
    // parseArgs has no other way to say that an option is unknown or lacks its value.
    if (error instanceof TypeError && 'code' in error) {
      return failure('usage', 'usage-option-wrong', { detail: wrongOption(argv) })
    }
    throw error
  }
}

/** The first option that is unknown, or known but without its value. */
function wrongOption(argv: readonly string[]): string {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const known = isOption(token.name) ? OPTIONS[token.name] : undefined
    const needsValue = known?.type === 'string'
    const value = token.value ?? ''
    if (known === undefined || (needsValue ? value === '' || value.startsWith('-') : value !== ''))
      return token.rawName
  }
  return argv.join(' ')
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}
