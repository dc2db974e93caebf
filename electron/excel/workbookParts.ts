/** Finds the parts of a workbook through its relationships, and reads the list of its sheets. */
import { LIMITS } from './limits.ts'
import type { Parts } from './prescan.ts'
import { refuse } from './refusal.ts'
import { decodeXml, isTrue, MAIN_NAMESPACES, parseXml } from './xml.ts'

export interface WorkbookOutline {
  readonly date1904: boolean
  /** In the order of the tabs; chart sheets and macro sheets are left out. */
  readonly sheets: readonly SheetOutline[]
  /** Part names, undefined where the workbook has none. */
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

export interface SheetOutline {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** Takes the text of a part out of `parts`, so that each is read once and its bytes can go. */
export function takePart(parts: Parts, name: string): string {
  const part = parts.get(name.toLowerCase())
  if (!part) return refuse('unreadable', 'part-missing', { part: name })
  parts.delete(name.toLowerCase())
  return decodeXml(part.bytes, part.name)
}

export function readOutline(parts: Parts): WorkbookOutline {
  const path = workbookPath(parts)
  const relationships = readRelationships(parts, path)
  const { date1904, sheets } = readSheetList(takePart(parts, path), path)
  if (sheets.length > LIMITS.sheets) refuse('limit', 'too-many-sheets', { limit: LIMITS.sheets })
  const byType = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type)?.target
  return {
    date1904,
    sheets: sheets.flatMap(({ name, hidden, id }) => {
      const relationship = relationships.find((candidate) => candidate.id === id)
      if (!relationship) return refuse('unreadable', 'part-missing', { part: name })
      if (relationship.type !== 'worksheet') return []
      return [{ name, hidden, part: relationship.target }]
    }),
    sharedStrings: byType('sharedStrings'),
    styles: byType('styles'),
  }
}

interface Relationship {
  readonly id: string
  /** The last word of the type's address: the same in both editions of the standard. */
  readonly type: string
  /** The part's name. */
  readonly target: string
}

function workbookPath(parts: Parts): string {
  const main = readRelationships(parts, '').find((relationship) => relationship.type === 'officeDocument')
  if (main && parts.has(main.target.toLowerCase())) return main.target
  if (main?.target.toLowerCase().endsWith('.bin')) refuse('not-a-workbook', 'binary-workbook')
  if (main) refuse('unreadable', 'part-missing', { part: main.target })
  return refuse('not-a-workbook', 'not-a-workbook')
}

/** The relationships of a part; of the package itself where `source` is "". */
function readRelationships(parts: Parts, source: string): readonly Relationship[] {
  const slash = source.lastIndexOf('/') + 1
  const folder = source.slice(0, slash)
  const path = `${folder}_rels/${source.slice(slash)}.rels`
  if (!parts.has(path.toLowerCase())) return []
  const relationships: Relationship[] = []
  parseXml(takePart(parts, path), path, {
    open: (element) => {
      if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return
      relationships.push({
        id: element.attribute('Id') ?? '',
        type: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: resolveTarget(folder, element.attribute('Target') ?? ''),
      })
    },
  })
  return relationships
}

/** "/xl/a.xml" counts from the package, anything else from the folder of the part that refers to it. */
function resolveTarget(folder: string, target: string): string {
  const path = unescapePath(target.replaceAll('\\', '/'))
  const segments: string[] = []
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}

function unescapePath(path: string): string {
  return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
    new TextDecoder().decode(Buffer.from(escapes.replaceAll('%', ''), 'hex')),
  )
}

interface SheetList {
  readonly date1904: boolean
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly id: string }[]
}

function readSheetList(text: string, part: string): SheetList {
  const sheets: { name: string; hidden: boolean; id: string }[] = []
  let date1904 = false
  parseXml(text, part, {
    open: (element, path) => {
      if (path.length === 1 && (element.name !== 'workbook' || !MAIN_NAMESPACES.has(element.uri))) {
        refuse('not-a-workbook', 'not-a-workbook')
      }
      if (!MAIN_NAMESPACES.has(element.uri)) return
      if (element.name === 'workbookPr') date1904 = isTrue(element.attribute('date1904'))
      else if (element.name === 'sheet' && path.at(-2) === 'sheets') {
        const state = element.attribute('state')
        sheets.push({
          name: (element.attribute('name') ?? '').normalize('NFC').slice(0, LIMITS.textLength),
          hidden: state === 'hidden' || state === 'veryHidden',
          id: element.attribute('id') ?? '',
        })
      }
    },
  })
  return { date1904, sheets }
}
