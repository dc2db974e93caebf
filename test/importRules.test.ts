/** The linter's import bans hold: who may not import whom is refused, who may is not. */
import { ESLint } from 'eslint'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const top = join(import.meta.dirname, '..')
const eslint = new ESLint({
  cwd: top,
  overrideConfig: [
    { languageOptions: { parserOptions: { projectService: false } } },
    tseslint.configs.disableTypeChecked,
  ],
})

/** The messages of the import bans for one import in a file of that path; the file need not exist. */
async function refused(file: string, imported: string): Promise<string[]> {
  const text = `import { thing } from '${imported}'\nexport const other = thing\n`
  const results = await eslint.lintText(text, { filePath: join(top, file) })
  const messages = results.flatMap((result) => result.messages)
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports').map(({ message }) => message)
}

describe('who may import whom', () => {
  it.each([
    ['shared/ratio.ts', 'zod'],
    ['shared/ratio.ts', 'node:fs'],
    ['shared/ratio.ts', '../electron/texts.ts'],
    ['shared/layout/header.ts', '../../renderer/store.ts'],
    ['shared/api.ts', 'react'],
    ['electron/handlers.ts', 'better-sqlite3'],
    ['electron/main.ts', 'exceljs'],
    ['electron/main.ts', 'react'],
    ['electron/window.ts', '../renderer/store.ts'],
    ['electron/db/open.ts', 'electron'],
    ['electron/db/open.ts', '../services/reports.ts'],
    ['electron/db/open.ts', '../excel/readWorkbook.ts'],
    ['electron/excel/readWorkbook.ts', '../db/open.ts'],
    ['electron/excel/readWorkbook.ts', 'better-sqlite3'],
    ['electron/excel/readWorkbook.ts', '../services/import.ts'],
    ['electron/print/page.ts', '../excel/writeReport.ts'],
    ['electron/print/page.ts', 'electron'],
    ['electron/word/report.ts', 'saxes'],
    ['electron/services/export.ts', 'electron'],
    ['electron/services/export.ts', '@e965/xlsx'],
    ['electron/services/export.ts', 'fflate'],
    ['electron/services/export.ts', '../handlers.ts'],
    ['electron/services/export.ts', '../../renderer/store.ts'],
    ['renderer/store.ts', 'electron'],
    ['renderer/actions/editing.ts', 'node:path'],
    ['renderer/actions/editing.ts', '../../electron/texts.ts'],
    ['renderer/report/Report.tsx', '../api.ts'],
    ['renderer/report/Report.tsx', 'ag-grid-community'],
    ['renderer/grid/ReportGrid.tsx', '../api.ts'],
    ['renderer/ui/Panel.tsx', '../store.ts'],
    ['renderer/ui/Panel.tsx', '../actions/editing.ts'],
  ])('%s does not import %s', async (file, imported) => {
    expect(await refused(file, imported)).toHaveLength(1)
  })

  it.each([
    ['shared/api.ts', 'zod'],
    ['shared/layout/header.ts', '../text.ts'],
    ['electron/ipc.ts', 'electron'],
    ['electron/cli.ts', './services/reports.ts'],
    ['electron/db/open.ts', 'better-sqlite3'],
    ['electron/db/open.ts', '../../shared/result.ts'],
    ['electron/db/open.ts', './migrate.ts'],
    ['electron/excel/readWorkbook.ts', 'saxes'],
    ['electron/excel/writeReport.ts', 'exceljs'],
    ['electron/services/export.ts', '../excel/writeReport.ts'],
    ['electron/services/export.ts', './writeFile.ts'],
    ['renderer/grid/ReportGrid.tsx', 'ag-grid-community'],
    ['renderer/actions/editing.ts', '../api.ts'],
    ['renderer/report/Report.tsx', '../actions/editing.ts'],
    ['renderer/report/Report.tsx', '../store.ts'],
    ['renderer/ui/Panel.tsx', '@fluentui/react-components'],
    ['test/bench/read.bench.ts', 'exceljs'],
  ])('%s may import %s', async (file, imported) => {
    expect(await refused(file, imported)).toEqual([])
  })
})
