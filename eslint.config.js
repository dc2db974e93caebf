/**
 * Lint rules: TypeScript's strict type-checked set, React's hooks, and who may import whom.
 * The compiler's project references keep the folders apart; the bans below keep the layers apart.
 */
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Import bans by topic: `regex` matches the text of the import, `message` names the right place. */
const bans = {
  packages: {
    regex: '^(?!\\.)',
    message: 'shared/ is pure: it imports nothing but itself (and zod, in shared/api.ts only).',
  },
  packagesButZod: {
    regex: '^(?!\\.|zod$)',
    message: 'shared/api.ts imports nothing but zod and shared/.',
  },
  outsideShared: {
    regex: '^(\\.\\./)+(electron|renderer|resources|test)/',
    message: 'shared/ imports nothing but itself.',
  },
  electron: {
    regex: '^electron($|/)',
    message: 'Only the top-level files of electron/ use Electron (ipc.ts, window.ts, dialogs.ts …).',
  },
  sqlite: {
    regex: '^better-sqlite3$',
    message: 'SQL lives in electron/db: add a function to the file of its table group.',
  },
  workbooks: {
    regex: '^(exceljs|saxes|fflate|@e965/xlsx|papaparse|htmlparser2)($|/)',
    message: 'Workbooks are read and written in electron/excel (readWorkbook.ts, writeReport.ts).',
  },
  react: {
    regex: '^(react|react-dom|@fluentui/.*|ag-grid-.*|zustand|react-i18next)($|/)',
    message: 'The window is drawn in renderer/ only.',
  },
  renderer: {
    regex: '^(\\.\\./)+(renderer|test)/',
    message: 'electron/ imports only itself and shared/; the window is reached through electron/ipc.ts.',
  },
  topOfElectron: {
    regex: '^(\\.\\./)+[^./]+\\.ts$',
    message: 'Main calls the services and these the rest, never back: pass what is needed as an argument.',
  },
  topOfElectronFromDeeper: {
    regex: '^(\\.\\./){2,}[^./]+\\.ts$',
    message: 'Main calls the services and these the rest, never back: pass what is needed as an argument.',
  },
  services: {
    regex: '(^|/)services/',
    message:
      'Services call db, excel, word and print, never the other way: pass what is needed as an argument.',
  },
  siblings: {
    regex: '^\\.\\./(db|excel|word|print)/',
    message: 'db, excel, word and print do not know each other: a service in electron/services joins them.',
  },
  node: {
    regex: '^(node:|\\.\\./(\\.\\./)*(electron|test)/)',
    message: 'renderer/ sees shared/ and window.api only: declare a request in shared/api.ts.',
  },
  grid: {
    regex: '^ag-grid-',
    message: 'AG Grid stays in renderer/grid: give renderer/grid/ReportGrid a property for it.',
  },
  api: {
    regex: '^(\\.\\./|\\./)+api(\\.tsx?|/)',
    message: 'Screens ask for things through an action in renderer/actions.',
  },
  stateInPieces: {
    regex: '^(\\.\\./)+(actions|api|store)(\\.tsx?|/)',
    message: 'Pieces in renderer/ui take props only: the screen reads the store and calls the action.',
  },
}

const everywhereInElectron = [bans.react, bans.renderer]
const plainNode = [...everywhereInElectron, bans.electron, bans.topOfElectron]
/** Folders within a layer may use the files beside them. */
const plainNodeDeeper = [...everywhereInElectron, bans.electron, bans.topOfElectronFromDeeper]
const window = [bans.node, bans.electron, bans.sqlite, bans.workbooks]

/** Later entries replace earlier ones, so each lists everything that its files may not import. */
const importRules = [
  [['shared/**/*.ts'], [bans.packages, bans.outsideShared]],
  [['shared/api.ts'], [bans.packagesButZod, bans.outsideShared]],
  [['electron/*.ts'], [...everywhereInElectron, bans.sqlite, bans.workbooks]],
  [['electron/*/**/*.ts'], [...plainNode, bans.sqlite, bans.workbooks]],
  [['electron/db/**/*.ts'], [...plainNode, bans.workbooks, bans.services, bans.siblings]],
  [['electron/excel/**/*.ts'], [...plainNode, bans.sqlite, bans.services, bans.siblings]],
  [['electron/excel/*/**/*.ts'], [...plainNodeDeeper, bans.sqlite, bans.services, bans.siblings]],
  [
    ['electron/{word,print}/**/*.ts'],
    [...plainNode, bans.sqlite, bans.workbooks, bans.services, bans.siblings],
  ],
  [['renderer/**/*.{ts,tsx}'], [...window, bans.grid]],
  [['renderer/*/**/*.{ts,tsx}'], [...window, bans.grid, bans.api]],
  [
    ['renderer/actions/**/*.ts', 'renderer/store/**/*.ts', 'renderer/api/**/*.ts'],
    [...window, bans.grid],
  ],
  [['renderer/grid/**/*.{ts,tsx}'], [...window, bans.api]],
  [['renderer/ui/**/*.{ts,tsx}'], [...window, bans.grid, bans.stateInPieces]],
]

export default defineConfig(
  globalIgnores(['dist', 'release', 'test/fixtures', 'node_modules']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Leaving a field out of a copy: const { field: _field, ...rest } = value.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Taking a text apart by code points is what it is used for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Records by id are copied and then changed; a Map would not cross to the window.
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      // Files from elsewhere hold control characters: finding them is the work of some readers.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/api.ts'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'api', message: 'Only renderer/api.ts touches window.api.' },
      ],
    },
  },
  {
    // Programs of the command line: what they print is their work.
    files: ['*.ts', 'test/{run,check}.ts', 'test/{bench,soak}/**/*.ts', 'test/e2e/screenshots.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.mjs', '*.js'],
    languageOptions: {
      globals: {
        Atomics: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        SharedArrayBuffer: 'readonly',
        URL: 'readonly',
      },
    },
  },
  importRules.map(([files, patterns]) => ({
    files,
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),
)
