/** The commands of package.json: quiet, from any folder, and with the exit status of what they ran. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const top = join(import.meta.dirname, '..')
const elsewhere = mkdtempSync(join(tmpdir(), 'bieu thư mục '))
afterAll(() => rmSync(elsewhere, { recursive: true }))

function npm(folder: string, ...args: readonly string[]) {
  return spawnSync('npm', ['--prefix', top, 'run', '-s', ...args], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
}

it('reads a file named from the folder where the command was typed, and prints the result only', () => {
  copyFileSync(join(top, 'test/fixtures/luc-binh-2023.xlsx'), join(elsewhere, 'biểu.xlsx'))
  const { stdout, stderr, status } = npm(elsewhere, 'bieu', '--', 'inspect', 'biểu.xlsx', '--json')
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'biểu.xlsx', format: 'xlsx' }] })
})

it('passes on the exit status', () => {
  expect(npm(elsewhere, 'bieu', '--', 'inspect', 'không có.xlsx').status).toBe(2)
})

it('names the commands there are when asked for another', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(top, 'run.mjs'), 'constructor'], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('start|bieu|check|test|')
})
