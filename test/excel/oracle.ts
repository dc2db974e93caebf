/** Whether a workbook reads here as in SheetJS: every address, type and stored value, but for differences with a name. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { SheetCell } from '../../shared/sheet.ts'
import { addressOf } from '../../electron/excel/address.ts'
import { canonical, parseStored, shifted } from '../../electron/excel/storedNumber.ts'
import { read } from './xlsx.ts'

export interface OracleCell {
  /** With its sheet: "Biểu!A1". */
  readonly address: string
  /** s, n, b, e, d or z. */
  readonly type: string
  readonly value: string | number | boolean
}

const PROGRAM = fileURLToPath(new URL('oracleProcess.ts', import.meta.url))
const MILLISECONDS = 10_000

/** Keeps one process for many workbooks; one that does not answer in time is killed. */
export class Oracle {
  private child: ChildProcess | undefined

  cellsOf(bytes: Uint8Array): Promise<readonly OracleCell[]> {
    const child = (this.child ??= fork(PROGRAM, [], { serialization: 'advanced' }))
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.end()
        reject(new Error('SheetJS gave no answer.'))
      }
      const watchdog = setTimeout(giveUp, MILLISECONDS)
      child.once('exit', giveUp)
      child.once('message', (cells: readonly OracleCell[]) => {
        clearTimeout(watchdog)
        child.off('exit', giveUp)
        resolve(cells)
      })
      child.send(bytes)
    })
  }

  end(): void {
    this.child?.removeAllListeners()
    this.child?.kill('SIGKILL')
    this.child = undefined
  }
}

/** A cell in which the two readers differ; "unknown" is a difference without a name, which is an error of one of them. */
export interface Difference {
  readonly address: string
  readonly kind: string
  readonly ours: string
  readonly theirs: string
}

/** Every difference there may be, by name, with what makes it one of them. */
const KINDS: Readonly<Record<string, (ours: Own | undefined, theirs: OracleCell | undefined) => boolean>> = {
  /** Under a per-cent format the value is what is shown: 99,67 for 0.9967. */
  'per cent': (ours, theirs) =>
    ours?.cell.text.includes('%') === true &&
    theirs?.type === 'n' &&
    ours.value === timesHundred(theirs.value),
  /** Texts in old encodings are decoded here. */
  'old encoding': (ours) => ours?.cell.converted !== undefined,
  /** White space at the ends counts here only where the file says so. */
  'white space': (ours, theirs) => typeof theirs?.value === 'string' && ours?.value === theirs.value.trim(),
}

function timesHundred(value: OracleCell['value']): string | undefined {
  const number = parseStored(String(value))
  return number && canonical(shifted(number, 2))
}

interface Own {
  readonly cell: SheetCell
  /** n, s, b or e. */
  readonly type: string
  readonly value: string
}

const TYPES: Readonly<Record<SheetCell['type'], string>> = {
  text: 's',
  number: 'n',
  date: 'n',
  boolean: 'b',
  error: 'e',
}

/** All differences between the readers for one workbook. */
export async function differences(
  oracle: Pick<Oracle, 'cellsOf'>,
  bytes: Uint8Array,
): Promise<readonly Difference[]> {
  const own = new Map<string, Own>()
  for (const { name, cells } of read(bytes).sheets) {
    for (const cell of cells) {
      own.set(`${name}!${addressOf(cell.row, cell.column)}`, {
        cell,
        type: TYPES[cell.type],
        value: cell.value ?? cell.text,
      })
    }
  }
  const peers = new Map((await oracle.cellsOf(bytes)).map((cell) => [cell.address.normalize('NFC'), cell]))
  const found: Difference[] = []
  for (const address of new Set([...own.keys(), ...peers.keys()])) {
    const ours = own.get(address)
    const theirs = peers.get(address)
    if (ours?.value === storedValue(theirs) && ours?.type === theirs?.type) continue
    if (ours === undefined && (theirs?.type === 'z' || theirs?.value === '')) continue
    const [kind = 'unknown'] = Object.entries(KINDS).find(([, is]) => is(ours, theirs)) ?? []
    found.push({
      address,
      kind,
      ours: `${ours?.type ?? ''} ${ours?.value ?? ''}`,
      theirs: `${theirs?.type ?? ''} ${String(theirs?.value)}`,
    })
  }
  return found
}

/** A number at the 15 digits that Excel keeps, a text composed. */
function storedValue(cell: OracleCell | undefined): string | undefined {
  if (cell === undefined) return undefined
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE'
  const number = typeof cell.value === 'number' ? parseStored(String(cell.value)) : undefined
  return number ? canonical(number) : String(cell.value).normalize('NFC')
}
