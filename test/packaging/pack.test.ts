/** Packs the program as for Windows and reads what is inside: all that it needs, and nothing else. */
import { extractFile, listPackage } from '@electron/asar'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../release.ts'

const top = join(import.meta.dirname, '../..')
const output = mkdtempSync(join(tmpdir(), 'bieu-pack-'))
let unpacked = ''
let inside: readonly string[] = []

beforeAll(async () => {
  unpacked = await pack(output)
  inside = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').slice(1),
  )
}, 120_000)

afterAll(() => rmSync(output, { recursive: true }))

/** The packed files below a folder, by their path in it; folders themselves left out. */
function filesIn(folder: string): string[] {
  return inside
    .filter((path) => path.startsWith(`${folder}/`) && !inside.some((other) => other.startsWith(`${path}/`)))
    .map((path) => path.slice(folder.length + 1))
    .sort()
}

function filesOnDisk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

describe('the packed program', () => {
  it('holds the bundles and the built window, without source maps and without the stand-in', () => {
    const bundles = filesIn('dist').filter((file) => !file.startsWith('renderer/'))
    expect(bundles).toEqual(['cli.cjs', 'main.cjs', 'preload.cjs', 'reader.cjs'])
    expect(filesIn('dist/renderer')).toEqual(filesOnDisk(join(top, 'dist/renderer')))
  })

  it('holds the texts of both languages and the sample workbooks, byte for byte', () => {
    for (const folder of ['resources/locales', 'resources/samples']) {
      expect(filesIn(folder)).toEqual(filesOnDisk(join(top, folder)))
    }
    const sample = 'resources/samples/luc-binh-2023.xlsx'
    const packed = extractFile(join(unpacked, 'resources/app.asar'), sample)
    expect(packed.equals(readFileSync(join(top, sample)))).toBe(true)
  })

  it('holds no other package than better-sqlite3, with the binary for Windows x64 only, beside the archive', () => {
    const packages = new Set(filesIn('node_modules').map((file) => file.split('/')[0]))
    expect([...packages]).toEqual(['better-sqlite3'])
    expect(inside.filter((file) => file.endsWith('.node'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    ])
    const beside = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/win32-x64.node'
    const original = readFileSync(join(top, 'node_modules/better-sqlite3/prebuilds/win32-x64.node'))
    expect(readFileSync(join(unpacked, beside)).equals(original)).toBe(true)
  })

  it('holds no sources, tests, maps or folders of development', () => {
    expect(inside.filter((file) => /\.(tsx?|map|mjs|test\.\w+)$/.test(file))).toEqual([])
    expect(new Set(inside.map((file) => file.split('/')[0]))).toEqual(
      new Set(['dist', 'node_modules', 'package.json', 'resources']),
    )
  })

  it('has an executable of plain letters and the command line beside it', () => {
    expect(existsSync(join(unpacked, 'BieuChiTieu.exe'))).toBe(true)
    const script = readFileSync(join(unpacked, 'bieu.cmd'), 'utf8')
    expect(script).toContain('"%~dp0BieuChiTieu.exe" "%~dp0resources\\app.asar\\dist\\cli.cjs" %*\r\n')
    expect(inside).toContain('dist/cli.cjs')
  })
})
