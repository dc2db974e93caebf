/** The names of kinds of rows, in the order of their keys and buttons: keys of the `import` texts. */
import type { RowKind } from '../../shared/model.ts'

export const KIND_NAMES: Readonly<Record<RowKind, string>> = {
  section: 'kindSection',
  indicator: 'kindIndicator',
  item: 'kindItem',
  total: 'kindTotal',
}
