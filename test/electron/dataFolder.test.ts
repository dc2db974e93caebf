import { describe, expect, test } from 'vitest'
import {
  checkDataFolder,
  localFolder,
  proposedDataFolder,
  type Drive,
  type Machine,
} from '../../electron/dataFolder.ts'

const windows: Machine = {
  platform: 'win32',
  home: 'C:\\Users\\Lan',
  env: {
    SystemDrive: 'C:',
    LOCALAPPDATA: 'C:\\Users\\Lan\\AppData\\Local',
    OneDrive: 'C:\\Users\\Lan\\Dam may',
  },
}
const linux: Machine = { platform: 'linux', home: '/home/lan', env: {} }

const GIGABYTE = 1_000_000_000
const drive = (letter: string, other: Partial<Drive> = {}): Drive => ({
  letter,
  kind: 'fixed',
  inside: true,
  freeBytes: 100 * GIGABYTE,
  ...other,
})

describe('the first run proposes', () => {
  test.each<[string, readonly Drive[], string]>([
    ['a second disk in the computer', [drive('C:'), drive('D:')], 'D:\\BieuChiTieu'],
    [
      'the local folder on a computer with one disk',
      [drive('C:')],
      'C:\\Users\\Lan\\AppData\\Local\\BieuChiTieu\\data',
    ],
    [
      'the local folder beside a disk on a cable',
      [drive('C:'), drive('E:', { inside: false })],
      'C:\\Users\\Lan\\AppData\\Local\\BieuChiTieu\\data',
    ],
    [
      'the disk behind drives that will not do',
      [
        drive('A:', { kind: 'removable' }),
        drive('C:'),
        drive('D:', { kind: 'other' }),
        drive('E:', { freeBytes: GIGABYTE }),
        drive('F:'),
        drive('Z:', { kind: 'network' }),
      ],
      'F:\\BieuChiTieu',
    ],
    ['the local folder where Windows lists nothing', [], 'C:\\Users\\Lan\\AppData\\Local\\BieuChiTieu\\data'],
  ])('%s', (_, drives, folder) => {
    expect(proposedDataFolder(windows, drives)).toBe(folder)
  })

  test('a second disk where Windows itself is on another letter', () => {
    const machine = { ...windows, env: { ...windows.env, SystemDrive: 'D:' } }
    expect(proposedDataFolder(machine, [drive('C:'), drive('D:')])).toBe('C:\\BieuChiTieu')
  })

  test("the user's own data folder on other systems", () => {
    expect(proposedDataFolder(linux, [])).toBe('/home/lan/.local/share/BieuChiTieu/data')
    expect(localFolder({ ...linux, env: { XDG_DATA_HOME: '/data/lan' } })).toBe('/data/lan/BieuChiTieu')
  })
})

describe('live data', () => {
  const drives = [
    drive('C:'),
    drive('D:'),
    drive('E:', { kind: 'removable' }),
    drive('F:', { kind: 'other' }),
    drive('Z:', { kind: 'network' }),
  ]

  test.each([
    ['D:\\BieuChiTieu', undefined],
    ['d:\\Báo cáo\\2026', undefined],
    ['C:\\Users\\Lan\\AppData\\Local\\BieuChiTieu\\data', undefined],
    ['C:\\Users\\Lan\\Dam may hai\\x', undefined],
    ['\\\\may-chu\\chung\\bieu', 'data-folder-network'],
    ['//may-chu/chung/bieu', 'data-folder-network'],
    ['Z:\\bieu', 'data-folder-network'],
    ['e:\\bieu', 'data-folder-removable'],
    ['F:\\bieu', 'data-folder-removable'],
    ['C:\\Users\\Lan\\Dam may\\bieu', 'data-folder-cloud'],
    ['C:\\Users\\Lan\\Dam may', 'data-folder-cloud'],
    ['D:\\OneDrive - UBND xa\\bieu', 'data-folder-cloud'],
    ['D:\\Google Drive\\bieu', 'data-folder-cloud'],
    ['D:\\Dropbox\\bieu', 'data-folder-cloud'],
  ])('in %s: %s', (folder, reason) => {
    const checked = checkDataFolder(folder, windows, drives)
    expect(checked.ok ? undefined : checked.failure).toEqual(
      reason === undefined ? undefined : { code: 'usage', reason, params: { folder } },
    )
  })
})
