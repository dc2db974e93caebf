/** Importing and opening where main is slow, breaks off, or the person changes their mind. */
import { beforeEach, describe, expect, it } from 'vitest'
import { failure, success, type Result } from '../../shared/result.ts'
import { build } from '../shared/building.ts'

const report = build([['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt']])
const plan = { tables: [], skipped: [] }
/** What main answers; each test sets what it needs. */
const main = {
  planImport: (): Promise<Result<unknown>> => Promise.resolve(success(plan)),
  applyImport: (): Promise<Result<readonly string[]>> => Promise.resolve(success(['new'])),
  openReport: ({ report: id }: { report: string }): Promise<Result<unknown>> =>
    Promise.resolve(success({ report: { ...report, id }, undo: null, redo: null })),
}
const api = {
  pickWorkbook: () => Promise.resolve(success({ token: 't', name: 'bieu.xlsx' })),
  planImport: () => main.planImport(),
  applyImport: () => main.applyImport(),
  openReport: (input: { report: string }) => main.openReport(input),
  listReports: () => Promise.resolve(success([])),
  logError: () => Promise.resolve(success(null)),
}
const defaults = { ...main }
Object.assign(globalThis, { window: { api } })
const { useStore } = await import('../../renderer/store.ts')
const { cancelImport, confirmImport, pickAndPlan, planAgain } =
  await import('../../renderer/actions/importing.ts')
const { openReport } = await import('../../renderer/actions/reports.ts')

const state = () => useStore.getState()
const broken = () => Promise.reject(new Error('The main process is gone.'))

beforeEach(() => {
  Object.assign(main, defaults)
  useStore.setState({ importing: null, messages: [], unexpected: null, open: null, opening: null })
})

describe('importing', () => {
  it('cannot be cancelled while the report is being stored', async () => {
    await pickAndPlan()
    let answer: (result: Result<readonly string[]>) => void = () => undefined
    main.applyImport = () => new Promise((resolve) => (answer = resolve))
    const stored = confirmImport()
    cancelImport()
    expect(state().importing).toMatchObject({ step: 'preview', storing: true })
    answer(success(['new']))
    await stored
    expect(state().importing).toBeNull()
    expect(state().open?.report.id).toBe('new')
  })

  it('can be tried again or cancelled after storing has failed or broken off', async () => {
    await pickAndPlan()
    main.applyImport = () => Promise.resolve(failure('disk', 'data-disk'))
    await confirmImport()
    expect(state().importing).toMatchObject({ storing: false, failure: { reason: 'data-disk' } })
    main.applyImport = broken
    await confirmImport()
    expect(state().importing).toMatchObject({ storing: false, failure: { reason: 'import-unanswered' } })
    expect(state().unexpected).toContain('gone')
    cancelImport()
    expect(state().importing).toBeNull()
  })

  it('can be tried again after reading has broken off', async () => {
    main.planImport = broken
    await pickAndPlan()
    expect(state().importing).toMatchObject({ step: 'failed', failure: { reason: 'import-unanswered' } })
    main.planImport = defaults.planImport
    await planAgain()
    expect(state().importing).toMatchObject({ step: 'preview' })
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
