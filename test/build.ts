/** Before any test: the programs and the window are built from the sources as they are. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export default function build(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, '../run.mjs'), 'build'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The tests need programs that can be built.')
}
