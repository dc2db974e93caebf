/** The names of column roles, in the order in which a person looks for one: keys of the `common` texts. */
import type { Role } from '../../shared/model.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  ordinal: 'roleOrdinal',
  name: 'roleName',
  unit: 'roleUnit',
  plan: 'rolePlan',
  actual: 'roleActual',
  estimate: 'roleEstimate',
  cumulative: 'roleCumulative',
  previous: 'rolePrevious',
  ratio: 'roleRatio',
  change: 'roleChange',
  growth: 'roleGrowth',
  assessment: 'roleAssessment',
  owner: 'roleOwner',
  note: 'roleNote',
  code: 'roleCode',
  number: 'roleNumber',
  text: 'roleText',
}
