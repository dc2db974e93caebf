/** What can be done with a file of the list: Enter, a double click, or the words at the end of its row. */
import { look, openImported, retry } from '../actions/batch.ts'
import type { BatchFile } from '../store.ts'

/** A key of the `batch` texts; undefined where nothing can be done now. */
export function actionOf({ state }: BatchFile, isOver: boolean): 'open' | 'look' | 'retry' | undefined {
  switch (state.type) {
    case 'imported':
      return state.reports.length > 0 ? 'open' : undefined
    case 'look':
      return 'look'
    case 'refused':
      return isOver ? 'retry' : undefined
    case 'waiting':
    case 'reading':
      return undefined
  }
}

export function act(file: BatchFile, isOver: boolean): void {
  const { state } = file
  if (state.type === 'imported') {
    const [report] = state.reports
    if (report !== undefined) void openImported(report.id)
  } else if (state.type === 'look') void look(file)
  else if (state.type === 'refused' && isOver) void retry([file])
}
