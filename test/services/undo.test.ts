/** Edits of every kind, undone and redone on a real database that is closed and opened again in between. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeDatabase, type Database } from '../../electron/db/open.ts'
import { editReport, openReport, redo, undo } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import { applyChange } from '../../shared/change.ts'
import type { Edit, Id, Report } from '../../shared/model.ts'
import type { Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { arbitraryEdit } from '../shared/arbitraryEdits.ts'
import { idOf, storedSmallReport } from './smallReport.ts'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

const kinds = () => fc.constantFrom('edit', 'edit', 'edit', 'undo', 'redo', 'reopen')
const editsOf = (report: Report, fresh: readonly Id[]) =>
  fc.array(arbitraryEdit(report, fresh), { minLength: 1, maxLength: 3 })

test('undo and redo are as deep as the edits, whatever comes between, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), fc.integer({ min: 10, max: 30 }), async (choose, length) => {
      const folder = newFolder()
      let db = await openedDatabase(folder)
      const report = storedSmallReport(db)
      const fresh = [randomUUID(), randomUUID(), randomUUID()]
      let states = [report]
      let at = 0
      for (let step = 0; step < length; step++) {
        const kind = choose(kinds)
        if (kind === 'reopen') {
          closeDatabase(db)
          db = await openedDatabase(folder)
        } else if (kind === 'edit') {
          const edited = editReport(db, report.id, choose(editsOf, report, fresh), '')
          const [change] = edited.ok ? (edited.value.change?.reports ?? []) : []
          if (change !== undefined) {
            const after = valueOf(applyChange(states[at] ?? report, change))
            if (after === null) throw new Error('An edit deleted the report')
            states = [...states.slice(0, at + 1), after]
            at++
          }
        } else {
          const { change } = valueOf((kind === 'undo' ? undo : redo)(db, report.id, ''))
          const end = kind === 'undo' ? 0 : states.length - 1
          expect(change === null).toBe(at === end)
          if (change !== null) at += kind === 'undo' ? -1 : 1
        }
        const opened = valueOf(openReport(db, report.id))
        expect({ ...opened.report, updatedAt: '' }).toEqual({ ...states[at], updatedAt: '' })
        expect([opened.undo === null, opened.redo === null]).toEqual([at === 0, at === states.length - 1])
      }
      expect(valueOf(verify(db))).toEqual([])
      closeDatabase(db)
    }),
    { numRuns: 30 },
  )
})

function added(report: Report, id: Id): Edit {
  return { type: 'addColumn', id, after: idOf(report, 'c7'), role: 'ratio', header: ['So với kế hoạch'] }
}

function tagOf(db: Database, report: Report, column: Id): string | undefined {
  return valueOf(openReport(db, report.id)).report.columns.find(({ id }) => id === column)?.tag
}

test('the tag of a column that is gone is never given to another, and comes back with its column', async () => {
  const folder = newFolder()
  let db = await openedDatabase(folder)
  const report = storedSmallReport(db)
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  valueOf(editReport(db, report.id, [added(report, first)], ''))
  expect(tagOf(db, report, first)).toBe('c8')
  valueOf(undo(db, report.id, ''))
  valueOf(redo(db, report.id, ''))
  expect(tagOf(db, report, first)).toBe('c8')
  valueOf(undo(db, report.id, ''))
  closeDatabase(db)

  db = await openedDatabase(folder)
  valueOf(editReport(db, report.id, [added(report, second)], ''))
  expect(tagOf(db, report, second)).toBe('c9')
  valueOf(editReport(db, report.id, [{ type: 'removeColumn', column: second }, added(report, third)], ''))
  expect([tagOf(db, report, second), tagOf(db, report, third)]).toEqual([undefined, 'c10'])
  valueOf(undo(db, report.id, ''))
  expect(tagOf(db, report, second)).toBe('c9')
  expect(valueOf(verify(db))).toEqual([])
})

test('the id of something that is or was there is not given to a new column', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const other = storedSmallReport(db, 'Xã B')
  const gone = randomUUID()
  valueOf(editReport(db, report.id, [added(report, gone)], ''))
  valueOf(editReport(db, report.id, [{ type: 'removeColumn', column: gone }], ''))
  for (const id of [gone, other.id, idOf(other, 'c4'), idOf(other, 'r2'), idOf(report, 'c4')]) {
    expect(editReport(db, report.id, [added(report, id)], '')).toMatchObject({
      failure: { code: 'conflict', reason: 'column-id-taken' },
    })
  }
  expect(valueOf(openReport(db, other.id)).report).toEqual(other)
})
