/** One acknowledged edit against what no safe program can do without: one forced write of as many bytes. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, openDatabase, type Database } from '../../electron/db/open.ts'
import { editReport } from '../../electron/services/reports.ts'
import type { Report } from '../../shared/model.ts'
import { idOf, storedSmallReport } from '../services/smallReport.ts'
import { median, type BenchRow } from './bench.ts'

const EDITS = 400

export default async function write(): Promise<readonly BenchRow[]> {
  // In the project's folder: the temporary one may lie in memory, where forcing costs nothing.
  const folder = mkdtempSync(join(import.meta.dirname, '..', '..', 'node_modules', '.write-bench-'))
  const opened = await openDatabase(folder, { create: true })
  if (!opened.ok) throw new Error(opened.failure.reason)
  const db = opened.value
  const file = openSync(join(folder, 'floor'), 'w')
  try {
    const report = storedSmallReport(db)
    const bytes = Buffer.alloc(bytesOfOneEdit(db, report), 1)
    const edits: number[] = []
    const floors: number[] = []
    for (let number = 0; number < EDITS; number++) {
      edits.push(timeOf(() => editOnce(db, report, number)))
      floors.push(
        timeOf(() => {
          writeSync(file, bytes)
          fsyncSync(file)
        }),
      )
    }
    return [
      {
        job: 'one edit acknowledged on disk (p50)',
        against: `one fsync of ${Math.round(bytes.length / 1024)} KB`,
        ours: median(edits),
        peer: median(floors),
        unit: 'ms',
        budget: 1.5,
      },
    ]
  } finally {
    closeSync(file)
    closeDatabase(db)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What one edit adds to the write-ahead log, on average of a few. */
function bytesOfOneEdit(db: Database, report: Report): number {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const sample = 20
  for (let number = 0; number < sample; number++) editOnce(db, report, number)
  return Math.round(statSync(`${db.name}-wal`).size / sample)
}

function editOnce(db: Database, report: Report, number: number): void {
  const row = idOf(report, `r${2 + (number % 4)}`)
  const edit = { type: 'cell', row, column: idOf(report, 'c5'), text: String(number) } as const
  const edited = editReport(db, report.id, [edit], 'Lan')
  if (!edited.ok || edited.value.change === null) throw new Error('Nothing was edited')
}

function timeOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
