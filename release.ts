/**
 * Makes what is given out for Windows. `npm run dist`: installer, portable program and zip, with Electron's
 * Windows binary fetched. `npm run pack [-- FOLDER]`: only release/win-unpacked, without a network, from a folder
 * that holds Electron for Windows unpacked; without FOLDER from a placeholder, to see what would be inside.
 */
import { build, type Configuration } from 'electron-builder'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const top = import.meta.dirname

async function dist(): Promise<void> {
  const files = await build({ projectDir: top, win: [], x64: true })
  console.log(files.join('\n'))
}

/** Packs into `output`/win-unpacked. Without `electron` the .exe in it is an empty file. Gives the folder. */
export async function pack(output: string, electron?: string): Promise<string> {
  const placeholder = electron === undefined ? makePlaceholder() : undefined
  const config: Configuration = {
    directories: { output },
    electronDist: electron ?? placeholder,
    // Writes into the .exe, which needs tools from the network, or a real .exe.
    win: { signAndEditExecutable: false },
    disableAsarIntegrity: electron === undefined,
  }
  try {
    await build({ projectDir: top, win: ['dir'], x64: true, config })
  } finally {
    if (placeholder !== undefined) rmSync(placeholder, { recursive: true })
  }
  const unpacked = join(output, 'win-unpacked')
  rmSync(join(unpacked, 'resources', 'default_app.asar'), { force: true })
  return unpacked
}

/** The files that electron-builder looks for in an unpacked Electron, all but empty. */
function makePlaceholder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bieu-electron-'))
  mkdirSync(join(folder, 'locales'))
  mkdirSync(join(folder, 'resources'))
  const files = ['electron.exe', 'LICENSE', 'LICENSES.chromium.html', 'locales/vi.pak', 'locales/en-US.pak']
  for (const file of files) writeFileSync(join(folder, file), '')
  return folder
}

if (import.meta.main) {
  const [command, folder] = process.argv.slice(2)
  if (command === 'dist') await dist()
  else console.log(await pack(join(top, 'release'), folder))
}
