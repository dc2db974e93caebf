/** How far a row has come towards each of its plans, where there are several: "đạt 100% năm, 47,61% nhiệm kỳ". */
import type { TFunction } from 'i18next'
import type { Computed } from '../../shared/calculate.ts'
import type { Assigner, Column, Report, Row } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { shown } from '../../shared/shown.ts'

const ASSIGNED: Readonly<Record<Assigner, string>> = {
  province: 'row:planOfProvince',
  district: 'row:planOfDistrict',
  council: 'row:planOfCouncil',
  party: 'row:planOfParty',
  own: 'row:planOfOwn',
}

/** Undefined where fewer than two plans have a ratio. */
export function progressOf(report: Report, row: Row, computed: Computed, t: TFunction): string | undefined {
  const steps = report.columns.flatMap((column) => {
    const plan = column.role === 'ratio' ? report.columns.find(({ id }) => id === column.to) : undefined
    if (plan?.role !== 'plan') return []
    const { text } = shown(report, row, column, computed)
    return /\d/.test(text) ? [{ plan, percent: text.replace(/\s*%$/, '') }] : []
  })
  const plans = new Set(steps.map(({ plan }) => plan))
  if (plans.size < 2) return undefined
  const parts = steps.map(({ plan, percent }) =>
    t('row:progressPart', { percent, plan: planName(plan, [...plans], t) }),
  )
  return t('row:progress', { parts: parts.join(', ') })
}

/** Short where that tells the plans apart, else the header. */
function planName(plan: Column, plans: readonly Column[], t: TFunction): string {
  const short = shortName(plan, plans, t)
  const alike = plans.filter((each) => shortName(each, plans, t) === short)
  return alike.length === 1 ? short : headerOf(plan).join(' – ')
}

function shortName(plan: Column, plans: readonly Column[], t: TFunction): string {
  if (plan.term === true) return t('row:planOfTerm')
  if (plan.assignedBy !== undefined) return t(ASSIGNED[plan.assignedBy])
  if (plans.some(({ term }) => term === true)) return t('row:planOfYear')
  return headerOf(plan).at(-1) ?? ''
}
