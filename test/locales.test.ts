/** Texts: both languages complete, whatever the program asks for is there, and nothing is left over. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const top = join(import.meta.dirname, '..')

/**
 * Texts whose keys are put together at run time: `prefix`, one of the words written in a declaration, `suffix`.
 * Every member must have its text.
 */
const families: readonly { prefix: string; suffix?: string; file: string; declaration: string }[] = [
  { prefix: 'batch:filter-', file: 'renderer/batch/filter.ts', declaration: 'BATCH_FILTERS' },
  { prefix: 'changes:', file: 'shared/model.ts', declaration: 'ChangeLabel' },
  { prefix: 'changes:cell-', file: 'shared/cellEvents.ts', declaration: 'CELL_EVENTS' },
  { prefix: 'findings:', file: 'shared/model.ts', declaration: 'FINDING_CODES' },
  { prefix: 'findings:', suffix: '-help', file: 'shared/model.ts', declaration: 'FINDING_CODES' },
  { prefix: 'findings:fix-', file: 'shared/check/fixes.ts', declaration: 'FIX_KEYS' },
  { prefix: 'figures:nothing-', file: 'shared/workings.ts', declaration: 'Nothing' },
  { prefix: 'figures:nothing-', file: 'shared/ratio.ts', declaration: 'NoRatio' },
  { prefix: 'figures:nothing-', file: 'shared/increase.ts', declaration: 'NoGrowth' },
  { prefix: 'settings:less-', file: 'shared/model.ts', declaration: 'LESS_RATINGS' },
  { prefix: 'settings:formula-', file: 'shared/model.ts', declaration: 'LESS_RATINGS' },
  { prefix: 'settings:outcome-', file: 'shared/model.ts', declaration: 'OUTCOMES' },
  { prefix: 'settings:assigner-', file: 'shared/model.ts', declaration: 'ASSIGNERS' },
  { prefix: 'update:filter-', file: 'renderer/reimport/groups.ts', declaration: 'DIFFERENCE_FILTERS' },
  { prefix: 'update:count-', file: 'renderer/reimport/UpdateDialog.tsx', declaration: 'COUNTED' },
  { prefix: 'import:converted-', file: 'shared/sheet.ts', declaration: 'LegacyEncoding' },
  { prefix: 'import:header-', file: 'shared/model.ts', declaration: 'ROLES' },
  { prefix: 'import:cells-', file: 'shared/model.ts', declaration: 'ROLES' },
]

/** Functions that take a key, by name: which argument it is and the namespace it is looked up in. */
const lookups: Readonly<Record<string, { argument: number; namespace: string }>> = {
  t: { argument: 0, namespace: 'common' },
  failure: { argument: 1, namespace: 'failures' },
  refuse: { argument: 1, namespace: 'failures' },
  sentence: { argument: 0, namespace: 'figures' },
}

type Texts = ReadonlyMap<string, string>

/** All texts of a language by "namespace:key". */
function textsOf(language: string): Texts {
  const folder = join(top, 'resources/locales', language)
  const texts = new Map<string, string>()
  for (const file of readdirSync(folder)) {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    for (const [key, text] of Object.entries(content ?? {})) {
      texts.set(`${file.replace('.json', '')}:${key}`, String(text))
    }
  }
  return texts
}

/** i18next picks "rows_one" or "rows_other" for the key "rows". Vietnamese has only the latter. */
function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '')
}

function keysOf(texts: Texts): string[] {
  return [...new Set([...texts.keys()].map(withoutPlural))].sort()
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? ''))].sort()
}

function sourceFiles(): ts.SourceFile[] {
  return ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => parse(`${folder}/${path}`)),
  )
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(top, path), 'utf8'), ts.ScriptTarget.Latest, true)
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** The texts of all string literals in a piece of source. */
function wordsIn(node: ts.Node): string[] {
  const words: string[] = []
  visit(node, (each) => {
    if (ts.isStringLiteral(each) || ts.isNoSubstitutionTemplateLiteral(each)) words.push(each.text)
  })
  return words
}

/** The keys an argument can be: a literal, or either side of a condition; nothing for what is known at run time only. */
function keysIn(argument: ts.Expression): string[] {
  if (ts.isStringLiteral(argument)) return [argument.text]
  if (ts.isParenthesizedExpression(argument)) return keysIn(argument.expression)
  if (!ts.isConditionalExpression(argument)) return []
  return [...keysIn(argument.whenTrue), ...keysIn(argument.whenFalse)]
}

interface Asked {
  readonly key: string
  readonly at: string
  /** The names given to fill in; undefined where they are not written out at the call. */
  readonly names: readonly string[] | undefined
}

/** Every text asked for by a call of one of the lookups, with where. */
function askedIn(file: ts.SourceFile): Asked[] {
  const asked: Asked[] = []
  visit(file, (node) => {
    if (!ts.isCallExpression(node)) return
    const { expression } = node
    const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression
    const lookup = Object.entries(lookups).find(
      ([name]) => ts.isIdentifier(called) && called.text === name,
    )?.[1]
    const argument = lookup && node.arguments[lookup.argument]
    if (!argument) return
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
    for (const key of keysIn(argument)) {
      asked.push({
        key: key.includes(':') ? key : `${lookup.namespace}:${key}`,
        at: `${file.fileName}:${line}`,
        names: namesGiven(node.arguments[lookup.argument + 1]),
      })
    }
  })
  return asked
}

function namesGiven(params: ts.Expression | undefined): string[] | undefined {
  if (params === undefined) return []
  if (!ts.isObjectLiteralExpression(params)) return undefined
  const names = params.properties.map((property) => property.name)
  return names.every((name) => name && ts.isIdentifier(name))
    ? names.map((name) => name?.getText() ?? '')
    : undefined
}

function membersOf({ prefix, suffix = '', file, declaration }: (typeof families)[number]): string[] {
  const members: string[] = []
  visit(parse(file), (node) => {
    const declares =
      ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node)
    if (declares && node.name.getText() === declaration) members.push(...wordsIn(node))
  })
  return members.map((member) => `${prefix}${member}${suffix}`)
}

const vietnamese = textsOf('vi')
const english = textsOf('en')
const files = sourceFiles()
const asked = files.flatMap(askedIn)
const familyKeys = families.flatMap(membersOf)

describe('the texts', () => {
  it('have the same keys in Vietnamese and English', () => {
    expect(keysOf(english)).toEqual(keysOf(vietnamese))
  })

  it('are filled in with the same names in both languages', () => {
    const differing = [...vietnamese].filter(([key, text]) => {
      const other = english.get(key)
      return other !== undefined && namesIn(other).join() !== namesIn(text).join()
    })
    expect(differing).toEqual([])
  })

  it('are never empty and are composed Unicode', () => {
    const odd = [...vietnamese, ...english].filter(
      ([, text]) => text.trim() === '' || text !== text.normalize('NFC'),
    )
    expect(odd).toEqual([])
  })

  it('exist wherever the program asks for one', () => {
    const existing = new Set(keysOf(vietnamese))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(({ key }) => !existing.has(key)).map(({ key, at }) => `${key} (${at})`)).toEqual([])
  })

  it('are given what they are filled in with', () => {
    const short = asked.filter(({ key, names }) => {
      const text = vietnamese.get(key) ?? vietnamese.get(`${key}_other`)
      if (text === undefined || names === undefined || key.startsWith('failures:')) return false
      return namesIn(text).some((name) => !names.includes(name))
    })
    expect(short.map(({ key, at }) => `${key} (${at})`)).toEqual([])
  })

  it.each(families)('have every member of the family $prefix ($declaration)', (family) => {
    const members = membersOf(family)
    expect(members).not.toEqual([])
    expect(members.filter((key) => !keysOf(vietnamese).includes(key))).toEqual([])
  })

  it('are all used', () => {
    const used = new Set([...asked.map(({ key }) => key), ...familyKeys])
    // Keys also stand in tables and are passed on, with or without their namespace.
    const words = new Set(files.flatMap(wordsIn))
    const unused = keysOf(vietnamese).filter((key) => {
      const bare = key.slice(key.indexOf(':') + 1)
      return !used.has(key) && !words.has(key) && !words.has(bare)
    })
    expect(unused).toEqual([])
  })
})
