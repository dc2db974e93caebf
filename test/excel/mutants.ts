/** Workbooks of all formats with something changed: bytes of the file, characters of its XML, fields of its archive. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { readEntries } from '../../electron/excel/zip.ts'
import { everyCell, ods } from './ods.ts'
import { randomOf, type Random } from './random.ts'
import { everyShape } from './shapes.ts'
import { xlsx } from './xlsx.ts'
import { zip } from './zipWriter.ts'

export interface Mutant {
  /** What it was made of and how: enough to make it again. */
  readonly name: string
  readonly bytes: Uint8Array
}

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

const ARCHIVES: Readonly<Record<string, Uint8Array>> = {
  'luc-binh.xlsx': fixture('luc-binh-2023.xlsx'),
  'bac-kan.xlsx': fixture('bac-kan-6-thang-2024.xlsx'),
  'shapes.xlsx': xlsx(everyShape),
  'cells.ods': ods(everyCell),
}
const OTHERS: Readonly<Record<string, Uint8Array>> = {
  'bac-kan.xls': fixture('bac-kan-6-thang-2024.xls'),
  'table.csv': Buffer.from(
    'TT;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n1;"Diện tích\nlúa";Ha;370;368,77\n2;Ngô;";30;31,7\n',
  ),
  'page.xls': Buffer.from(
    '<html><h1>BIỂU</h1><table><tr><th rowspan=2>TT<th colspan=2>Chỉ tiêu &amp; số<tr><td>1<td sdval="1.5" sdnum="1033;0;0.0">1.5</table></html>',
  ),
}
const PIECES = [
  '<',
  '>',
  '"',
  '&',
  '/',
  '1',
  '-9',
  'e',
  ':',
  ' ',
  '',
  '&#0;',
  ']]>',
  '<!--',
  '99999999999',
  'NaN',
  '\u0000',
  'A1:XFD1048576',
]

/** Always the same `count` mutants. */
export function* mutants(count: number): Generator<Mutant> {
  for (let seed = 0; seed < count; seed++) {
    const random = randomOf(seed)
    const [kind, make] = [
      ['bytes', ofBytes] as const,
      ['xml', ofXml] as const,
      ['headers', ofHeaders] as const,
    ][seed % 3] ?? ['bytes', ofBytes]
    const sources = kind === 'bytes' ? { ...ARCHIVES, ...OTHERS } : ARCHIVES
    const [source, bytes] = Object.entries(sources)[random(Object.keys(sources).length)] ?? [
      '',
      Buffer.alloc(0),
    ]
    yield { name: `${source}, ${kind}, ${seed}`, bytes: make(bytes, random) }
  }
}

function ofBytes(source: Uint8Array, random: Random): Uint8Array {
  const bytes = Buffer.from(source)
  for (let changes = random(12); changes >= 0; changes--) bytes[random(bytes.length)] = random(256)
  switch (random(4)) {
    case 0:
      return bytes.subarray(0, random(bytes.length))
    case 1: {
      const from = random(bytes.length)
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from / 2)])
    }
    default:
      return bytes
  }
}

/** Valid archives, so that the change reaches the readers of the parts. */
function ofXml(source: Uint8Array, random: Random): Uint8Array {
  const entries = readEntries(source).map(({ name, method, data }) => ({
    name,
    content: Buffer.from(method === 0 ? data : inflateRawSync(data)),
  }))
  const readable = entries.filter(({ name }) => /\.(xml|rels)$/.test(name))
  const chosen = readable[random(readable.length)]
  return zip(
    entries.map((entry) =>
      entry === chosen ? { ...entry, content: changedText(entry.content.toString(), random) } : entry,
    ),
  )
}

function changedText(text: string, random: Random): string {
  let changed = text
  for (let changes = random(4); changes >= 0; changes--) {
    const at = random(changed.length)
    const length = random(3) === 0 ? random(200) : random(2)
    // Or a piece of the text itself, so that elements come twice and in other places.
    const from = random(changed.length)
    const put =
      random(4) === 0 ? changed.slice(from, from + random(300)) : (PIECES[random(PIECES.length)] ?? '')
    changed = changed.slice(0, at) + put + changed.slice(at + length)
  }
  return changed
}

/** Sizes, offsets, names, flags: the fields of the directory and of the headers before the data. */
function ofHeaders(source: Uint8Array, random: Random): Uint8Array {
  const bytes = Buffer.from(source)
  const signatures = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06']
  for (let changes = random(4); changes >= 0; changes--) {
    const signature = signatures[random(signatures.length)] ?? ''
    const places = placesOf(bytes, signature)
    const at = (places[random(places.length)] ?? 0) + 4 + random(60)
    if (at < bytes.length) bytes[at] = random(3) === 0 ? 255 : random(256)
  }
  return bytes
}

function placesOf(bytes: Buffer, signature: string): readonly number[] {
  const places: number[] = []
  for (
    let at = bytes.indexOf(signature, 0, 'latin1');
    at >= 0;
    at = bytes.indexOf(signature, at + 1, 'latin1')
  ) {
    places.push(at)
  }
  return places
}
