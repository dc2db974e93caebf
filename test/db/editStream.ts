/**
 * A program that edits without end, to be killed: `node editStream.ts FOLDER REPORT FIRST`. Edit n writes n into the
 * plan of row n modulo the rows; its number goes to standard output once the edit is acknowledged.
 */
import { writeSync } from 'node:fs'
import { openDatabase } from '../../electron/db/open.ts'
import { editReport, openReport } from '../../electron/services/reports.ts'

const [folder = '', id = '', first = ''] = process.argv.slice(2)

const data = await openDatabase(folder, { create: false })
if (!data.ok) throw new Error(data.failure.reason)
const opened = openReport(data.value, id)
if (!opened.ok) throw new Error(opened.failure.reason)
const { rows, columns } = opened.value.report
const column = columns.find(({ role }) => role === 'plan')

for (let number = Number(first); ; number++) {
  const row = rows[number % rows.length]
  if (row === undefined || column === undefined) throw new Error('No cell to edit')
  const edit = { type: 'cell', row: row.id, column: column.id, text: String(number) } as const
  const edited = editReport(data.value, id, [edit], 'Lan')
  if (!edited.ok) throw new Error(edited.failure.reason)
  writeSync(1, `${number}\n`)
}
