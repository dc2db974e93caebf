/** Importing and opening where main is slow, breaks off, or the person changes their mind. */
import { beforeEach, describe, expect, it } from 'vitest'
import { failure, success, type Result } from '../../shared/result.ts'
import type { HeaderPlace } from '../../shared/layout/plan.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { build } from '../shared/building.ts'
import { sheetOf, workbookOf } from '../shared/layout/sheetOf.ts'

const report = build([['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt']])
const plan = { tables: [], skipped: [] }
interface PlanInput {
  readonly headers?: readonly HeaderPlace[]
}
/** What main answers; each test sets what it needs. */
const main = {
  planImport: (_input: PlanInput): Promise<Result<unknown>> => Promise.resolve(success(plan)),
  applyImport: (): Promise<Result<readonly string[]>> => Promise.resolve(success(['new'])),
  openReport: ({ report: id }: { report: string }): Promise<Result<unknown>> =>
    Promise.resolve(success({ report: { ...report, id }, undo: null, redo: null })),
}
const api = {
  planImport: (input: PlanInput) => main.planImport(input),
  applyImport: () => main.applyImport(),
  openReport: (input: { report: string }) => main.openReport(input),
  listReports: () => Promise.resolve(success([])),
  logError: () => Promise.resolve(success(null)),
}
const defaults = { ...main }
Object.assign(globalThis, { window: { api } })
const { useStore } = await import('../../renderer/store.ts')
const { cancelImport, confirmImport, goOnImporting, placeTable, planAgain, planFile, restoreRecognised } =
  await import('../../renderer/actions/importing.ts')
const { openReport } = await import('../../renderer/actions/reports.ts')

const file = { token: 't', name: 'bieu.xlsx' }
const state = () => useStore.getState()
const broken = () => Promise.reject(new Error('The main process is gone.'))

beforeEach(() => {
  Object.assign(main, defaults)
  useStore.setState({ importing: null, messages: [], unexpected: null, open: null, opening: null })
})

describe('importing', () => {
  it('cannot be cancelled while the report is being stored', async () => {
    await planFile(file)
    let answer: (result: Result<readonly string[]>) => void = () => undefined
    main.applyImport = () => new Promise((resolve) => (answer = resolve))
    const stored = confirmImport()
    cancelImport()
    expect(state().importing).toMatchObject({ step: 'preview', busy: 'storing' })
    answer(success(['new']))
    await stored
    expect(state().importing).toBeNull()
    expect(state().open?.report.id).toBe('new')
  })

  it('can be tried again or cancelled after storing has failed or broken off', async () => {
    await planFile(file)
    main.applyImport = () => Promise.resolve(failure('disk', 'data-disk'))
    await confirmImport()
    expect(state().importing).toMatchObject({ busy: null, failure: { reason: 'data-disk' } })
    main.applyImport = broken
    await confirmImport()
    expect(state().importing).toMatchObject({ busy: null, failure: { reason: 'import-unanswered' } })
    expect(state().unexpected).toContain('gone')
    cancelImport()
    expect(state().importing).toBeNull()
  })

  it('can be tried again after reading has broken off', async () => {
    main.planImport = broken
    await planFile(file)
    expect(state().importing).toMatchObject({ step: 'failed', failure: { reason: 'import-unanswered' } })
    main.planImport = defaults.planImport
    await planAgain()
    expect(state().importing).toMatchObject({ step: 'preview' })
  })
})

describe('a preview of two tables', () => {
  const workbook = workbookOf(
    sheetOf(
      ['BIỂU 1 NĂM 2023', 'BIỂU 2 NĂM 2023'].flatMap((title) => [
        [title],
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
        ['1', 'Trồng ngô', 'Ha', 30, 31],
        ['2', 'Trồng lúa', 'Ha', 370, 368],
        [],
      ]),
    ),
  )
  const headerOf = () => {
    const { importing } = state()
    return importing?.step === 'preview' ? importing.plan.tables[importing.table]?.headerRows : undefined
  }

  beforeEach(async () => {
    main.planImport = (options) => Promise.resolve(success(planImport(workbook, options)))
    await planFile(file)
  })

  it('is planned again with the header that a person gives, and as it was when that is taken back', async () => {
    await placeTable({ headerRows: { first: 2, last: 3 } })
    expect(headerOf()).toEqual({ first: 2, last: 3 })
    expect(state().importing).toMatchObject({ busy: null, table: 0 })
    restoreRecognised()
    await expect.poll(headerOf).toEqual({ first: 2, last: 2 })
  })

  it('stays as it was where no table can be read, and says so', async () => {
    await placeTable({ headerRows: { first: 2, last: 900 } })
    expect(headerOf()).toEqual({ first: 2, last: 2 })
    expect(state().importing).toMatchObject({ failure: { reason: 'no-table-there' }, busy: null })
    main.planImport = () => Promise.resolve(failure('unreadable', 'file-held'))
    await placeTable({ lastRow: 3 })
    expect(state().importing).toMatchObject({ failure: { reason: 'file-held' } })
    const { importing } = state()
    expect(importing?.step === 'preview' && importing.drafts[0]?.corrections).toEqual({})
  })

  it('is gone on with after one of them was imported', async () => {
    await confirmImport()
    const [message] = state().messages
    expect(message).toMatchObject({ type: 'more-tables', tables: 1 })
    if (message?.type !== 'more-tables') throw new Error('No reminder')
    goOnImporting(message.id, message.preview)
    expect(state().importing).toMatchObject({ table: 1, imported: [0], chosen: [] })
    await confirmImport(true)
    expect(state().messages).toEqual([])
  })
})

describe('opening', () => {
  it('ends with the report that was asked for last', async () => {
    await openReport('a')
    await Promise.all([openReport('b'), openReport('a')])
    expect(state().open?.report.id).toBe('a')
    expect(state().opening).toBeNull()
  })

  it('skips reports that nobody waits for any more', async () => {
    const read: string[] = []
    main.openReport = (input) => {
      read.push(input.report)
      return defaults.openReport(input)
    }
    await Promise.all([openReport('a'), openReport('b'), openReport('c')])
    expect(state().open?.report.id).toBe('c')
    expect(read).not.toContain('b')
  })
})
