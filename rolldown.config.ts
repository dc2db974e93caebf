/**
 * The programs that run on Node: one CommonJS file each in dist/, everything bundled but the modules that
 * come with a binary of their own. A sandboxed preload script may require nothing but `electron`.
 */
import { defineConfig, type RolldownOptions } from 'rolldown'

const entries = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli.ts',
  reader: 'electron/excel/readerProcess.ts',
  standin: 'electron/standin/register.ts',
}

function bundle(name: string, input: string): RolldownOptions {
  return {
    input,
    platform: 'node',
    external: name === 'preload' ? ['electron'] : ['electron', 'better-sqlite3'],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { file: `dist/${name}.cjs`, format: 'cjs', sourcemap: true, codeSplitting: false },
  }
}

export default defineConfig(Object.entries(entries).map(([name, input]) => bundle(name, input)))
