/** SheetJS in a process of its own, which can be killed: answers each workbook with what it finds in the cells. */
import { read, type CellObject } from '@e965/xlsx'
import type { OracleCell } from './oracle.ts'

process.on('message', (message) => {
  if (!(message instanceof Uint8Array)) return
  const workbook = read(message, { type: 'buffer', cellFormula: false })
  const cells = workbook.SheetNames.flatMap((name) =>
    Object.entries<CellObject | string>(workbook.Sheets[name] ?? {}).flatMap(([address, cell]) =>
      typeof cell === 'string' || address.startsWith('!') ? [] : [cellOf(`${name}!${address}`, cell)],
    ),
  )
  process.send?.(cells)
})

function cellOf(address: string, { t, v, w }: CellObject): OracleCell {
  const value = t === 'e' ? w : v instanceof Date ? v.toISOString() : v
  return { address, type: t, value: value ?? '' }
}
