/** Whatever is open over the table to set something; nothing where its column is gone. */
import { ColumnDialog } from '../columns/ColumnDialog.tsx'
import { AddColumnDialog } from '../columns/AddColumnDialog.tsx'
import { ColumnMenu } from '../columns/ColumnMenu.tsx'
import { WholeColumnDialog } from '../columns/WholeColumnDialog.tsx'
import { PolicyDialog } from '../policy/PolicyDialog.tsx'
import { useStore } from '../store.ts'

export function SettingsWindow() {
  const settings = useStore((state) => state.settings)
  const open = useStore((state) => state.open)
  if (settings === null || open === null) return null
  const { report } = open
  if (settings.type === 'policy') return <PolicyDialog key={report.id} open={open} />
  const id = settings.type === 'addColumn' ? settings.after : settings.column
  const column = report.columns.find((each) => each.id === id)
  if (column === undefined) return null
  switch (settings.type) {
    case 'columnMenu':
      return <ColumnMenu report={report} column={column} place={settings.place} />
    case 'column':
      return <ColumnDialog open={open} column={column} />
    case 'addColumn':
      return <AddColumnDialog open={open} after={column} role={settings.role} />
    case 'wholeColumn':
      return <WholeColumnDialog open={open} column={column} use={settings.use} />
  }
}
