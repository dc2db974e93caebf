/** From a picked workbook through the preview to a stored report. Nothing is stored before the person confirms. */
import type { PlanCorrections } from '../../shared/layout/plan.ts'
import { api } from '../api.ts'
import { useStore, type Importing } from '../store.ts'
import { showFailure } from './messages.ts'
import { openReport, readReports } from './reports.ts'

export async function pickAndPlan(): Promise<void> {
  const picked = await api.pickWorkbook()
  if (!picked.ok) {
    showFailure(picked.failure)
    return
  }
  useStore.setState({ importing: { file: picked.value, step: 'reading' } })
  await planAgain()
}

/** Reads the picked file once more, such as after the person has closed it in Excel. */
export async function planAgain(): Promise<void> {
  const file = useStore.getState().importing?.file
  if (file === undefined) return
  useStore.setState({ importing: { file, step: 'reading' } })
  const plan = await api.planImport({ token: file.token })
  if (useStore.getState().importing?.file.token !== file.token) return
  useStore.setState({
    importing: plan.ok
      ? { file, step: 'preview', plan: plan.value, table: 0, corrections: {}, storing: false }
      : { file, step: 'failed', failure: plan.failure },
  })
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

export function cancelImport(): void {
  useStore.setState({ importing: null })
}

export async function confirmImport(): Promise<void> {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview' || importing.storing) return
  useStore.setState({ importing: { ...importing, storing: true } })
  const { file, table } = importing
  const stored = await api.applyImport({
    token: file.token,
    table,
    corrections: mutable(importing.corrections[table] ?? {}),
  })
  if (!stored.ok) {
    changePreview(() => ({ storing: false, failure: stored.failure }))
    return
  }
  useStore.setState({ importing: null })
  await readReports()
  await openReport(stored.value)
}

function changePreview(
  change: (
    preview: Extract<Importing, { step: 'preview' }>,
  ) => Partial<Extract<Importing, { step: 'preview' }>>,
): void {
  useStore.setState(({ importing }) =>
    importing?.step === 'preview' ? { importing: { ...importing, ...change(importing) } } : {},
  )
}

/** The request's input type has no readonly records. */
function mutable({ roles, ...rest }: PlanCorrections) {
  return { ...rest, ...(roles !== undefined && { roles: { ...roles } }) }
}
