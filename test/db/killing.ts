/** Kills a program in the middle of its edits, again and again, and looks each time at what it left on disk. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brokenPages } from '../../electron/db/integrity.ts'
import { closeDatabase, openDatabase, type Database } from '../../electron/db/open.ts'
import { openReport } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import type { Id } from '../../shared/model.ts'
import { storedSmallReport } from '../services/smallReport.ts'

const PROGRAM = fileURLToPath(new URL('./editStream.ts', import.meta.url))

/** From the first acknowledged edit on; long enough for a checkpoint to fall into some of them. */
const LONGEST_LIFE_MS = 150
const LONGEST_START_MS = 600
const EARLY_SHARE = 0.1

/** Throws when an acknowledged edit is lost or the file is not whole. Gives the number of edits acknowledged. */
export async function killAgainAndAgain(times: number, told: (kills: number) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bieu-kill-'))
  try {
    const report = await withData(folder, (db) => storedSmallReport(db).id)
    let last = 0
    for (let kills = 1; kills <= times; kills++) {
      const acknowledged = await editUntilKilled(folder, report, last + 1)
      last = await withData(folder, (db) => lastEdit(db, report))
      if (last < acknowledged) {
        throw new Error(`Kill ${kills}: edit ${acknowledged} was acknowledged, ${last} is the last on disk`)
      }
      told(kills)
    }
    const problems = await withData(folder, verify)
    if (!problems.ok || problems.value.length > 0) throw new Error(`Not whole: ${JSON.stringify(problems)}`)
    return last
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withData<T>(folder: string, work: (db: Database) => T): Promise<T> {
  const opened = await openDatabase(folder, { create: true })
  if (!opened.ok) throw new Error(`Not opened: ${opened.failure.reason}`)
  try {
    return work(opened.value)
  } finally {
    closeDatabase(opened.value)
  }
}

/** The number of the last edit that the program said was on disk, 0 when it said nothing. */
async function editUntilKilled(folder: string, report: Id, first: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, folder, report, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const killWithin = (time: number) => setTimeout(() => child.kill('SIGKILL'), Math.random() * time)
  // A few are killed while they start and open the data.
  const early = Math.random() < EARLY_SHARE
  if (early) child.once('spawn', () => killWithin(LONGEST_START_MS))
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    if (said === '' && !early) killWithin(LONGEST_LIFE_MS)
    said += data.toString()
  })
  await once(child, 'close')
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`The editing program ended by itself: ${child.exitCode}`)
  // What stands behind the last line break was cut off by the kill.
  return Number(said.split('\n').at(-2) ?? 0)
}

/** The highest n on disk; throws unless every cell holds the last edit up to n that was its own. */
function lastEdit(db: Database, id: Id): number {
  const broken = brokenPages(db)
  if (broken.length > 0) throw new Error(broken.join('; '))
  const opened = openReport(db, id)
  if (!opened.ok) throw new Error(opened.failure.reason)
  const { rows, columns } = opened.value.report
  const plan = columns.find(({ role }) => role === 'plan')?.id ?? ''
  const texts = rows.map(({ cells }) => cells[plan]?.text ?? '')
  const edits = db.prepare("SELECT count(*) FROM change WHERE kind = 'do' AND label_key = 'editCell'")
  const last = Number(edits.pluck().get())
  for (let number = Math.max(1, last - rows.length + 1); number <= last; number++) {
    const text = texts[number % rows.length]
    if (text !== String(number)) throw new Error(`Edit ${number} of ${last} is not in its cell: ${text}`)
  }
  return last
}
