/** From a picked workbook through the preview to a stored report. Nothing is stored before the person confirms. */
import type { PickedFile } from '../../shared/api.ts'
import type { PlanCorrections } from '../../shared/layout/plan.ts'
import type { Id } from '../../shared/model.ts'
import { failure, type Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import { useStore, type Importing } from '../store.ts'
import { tookIntoBatch } from './batchList.ts'
import { reportUnexpected, showFailure } from './messages.ts'
import { openReport, readReports } from './reports.ts'

type Preview = Extract<Importing, { readonly step: 'preview' }>

/** Main broke off; the error itself is in the log. */
const UNANSWERED = failure('unreadable', 'import-unanswered')

export async function pickAndPlan(): Promise<void> {
  const picked = await api.pickWorkbook()
  if (!picked.ok) {
    showFailure(picked.failure)
    return
  }
  await planFile(picked.value)
}

/** Reads a file for the preview. */
export async function planFile(file: PickedFile): Promise<void> {
  useStore.setState({ importing: { file, step: 'reading' } })
  await planAgain()
}

/** Reads the picked file once more, such as after the person has closed it in Excel. */
export async function planAgain(): Promise<void> {
  const file = useStore.getState().importing?.file
  if (file === undefined) return
  useStore.setState({ importing: { file, step: 'reading' } })
  const isWanted = () => useStore.getState().importing?.file.token === file.token
  try {
    const plan = await api.planImport({ token: file.token })
    if (!isWanted()) return
    useStore.setState({
      importing: plan.ok
        ? { file, step: 'preview', plan: plan.value, table: 0, corrections: {}, storing: false }
        : { file, step: 'failed', failure: plan.failure },
    })
  } catch (error) {
    reportUnexpected(error)
    if (isWanted()) useStore.setState({ importing: { file, step: 'failed', failure: UNANSWERED.failure } })
  }
}

export function chooseTable(table: number): void {
  changePreview(() => ({ table }))
}

/** Corrects what was recognised in the chosen table; corrections add up. */
export function correct(correction: PlanCorrections): void {
  changePreview(({ table, corrections }) => {
    const before = corrections[table]
    const roles = { ...before?.roles, ...correction.roles }
    return { corrections: { ...corrections, [table]: { ...before, ...correction, roles } } }
  })
}

/** Nothing once the report is being stored: it will be there. */
export function cancelImport(): void {
  useStore.setState(({ importing }) => (isStoring(importing) ? {} : { importing: null }))
}

export function isStoring(importing: Importing | null): boolean {
  return importing?.step === 'preview' && importing.storing
}

export async function confirmImport(): Promise<void> {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview' || importing.storing) return
  const { failure: _earlier, ...preview } = importing
  useStore.setState({ importing: { ...preview, storing: true } })
  const stored = await store(preview)
  if (!stored.ok) {
    changePreview(() => ({ storing: false, failure: stored.failure }))
    return
  }
  useStore.setState({ importing: null })
  await readReports()
  const [first] = stored.value
  if (tookIntoBatch(preview.file.token, stored.value) || first === undefined) return
  await openReport(first)
}

async function store({ file, table, corrections }: Preview): Promise<Result<readonly Id[]>> {
  try {
    const chosen = { table, corrections: mutable(corrections[table] ?? {}) }
    return await api.applyImport({ token: file.token, tables: [chosen] })
  } catch (error) {
    reportUnexpected(error)
    return UNANSWERED
  }
}

function changePreview(change: (preview: Preview) => Partial<Preview>): void {
  useStore.setState(({ importing }) =>
    importing?.step === 'preview' ? { importing: { ...importing, ...change(importing) } } : {},
  )
}

/** The request's input type has no readonly records. */
function mutable({ roles, rows, ...rest }: PlanCorrections) {
  return {
    ...rest,
    ...(roles !== undefined && { roles: { ...roles } }),
    ...(rows !== undefined && { rows: { ...rows } }),
  }
}
