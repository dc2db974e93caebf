/** Which folder the data may live in: what the first run proposes, and where live data is refused. */
import { execFile } from 'node:child_process'
import { posix, win32 } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { failure, success, type Result } from '../shared/result.ts'

const FOLDER_NAME = 'BieuChiTieu'
const LEAST_FREE_BYTES = 2_000_000_000

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

export interface Drive {
  /** "D:" */
  readonly letter: string
  readonly kind: 'fixed' | 'removable' | 'network' | 'other'
  /** Sits in the computer itself; false for a disk on a cable and for drives that only look like disks. */
  readonly inside: boolean
  readonly freeBytes: number
}

/** Per user and on this machine only: what a Windows profile carries from computer to computer is no place for data. */
export function localFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), FOLDER_NAME)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', FOLDER_NAME)
  return posix.join(env.XDG_DATA_HOME ?? posix.join(home, '.local', 'share'), FOLDER_NAME)
}

/** A second disk inside the computer, because Windows gets reinstalled on the first; else the user's local folder. */
export function proposedDataFolder(machine: Machine, drives: readonly Drive[]): string {
  const system = (machine.env.SystemDrive ?? 'C:').toUpperCase()
  const second = drives.find(
    ({ letter, kind, inside, freeBytes }) =>
      kind === 'fixed' && inside && letter.toUpperCase() !== system && freeBytes >= LEAST_FREE_BYTES,
  )
  if (second !== undefined) return win32.join(`${second.letter}\\`, FOLDER_NAME)
  return pathOf(machine).join(localFolder(machine), 'data')
}

/** The folder, or why live data must not be kept there: a file copied or cut off half-way is a lost table. */
export function checkDataFolder(folder: string, machine: Machine, drives: readonly Drive[]): Result<string> {
  if (machine.platform === 'win32' && /^[\\/]{2}/.test(folder)) return refused('data-folder-network', folder)
  if (isInCloudFolder(folder, machine)) return refused('data-folder-cloud', folder)
  const letter = win32.parse(folder).root.slice(0, 2).toUpperCase()
  const drive = drives.find((candidate) => candidate.letter.toUpperCase() === letter)
  if (drive?.kind === 'network') return refused('data-folder-network', folder)
  if (drive?.kind === 'removable' || drive?.kind === 'other') return refused('data-folder-removable', folder)
  return success(folder)
}

const CLOUD_NAMES =
  /^(onedrive( -.*)?|dropbox( \(.*\))?|google ?drive|googledrive|my drive|icloud ?drive|box( sync)?|mega(sync)?|nextcloud|owncloud)$/i

function isInCloudFolder(folder: string, machine: Machine): boolean {
  const path = pathOf(machine)
  const roots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap(
    (name) => machine.env[name] ?? [],
  )
  const inside = (root: string) => {
    const way = path.relative(root, folder)
    return !way.startsWith('..') && !path.isAbsolute(way)
  }
  return roots.some(inside) || folder.split(/[\\/]/).some((part) => CLOUD_NAMES.test(part))
}

function pathOf({ platform }: Machine) {
  return platform === 'win32' ? win32 : posix
}

function refused(reason: string, folder: string) {
  return failure('usage', reason, { folder })
}

/** Asked of Windows itself: the kinds of all drives, and which of them are disks inside the computer. */
const DRIVES_SCRIPT = `
$inside = Get-CimInstance Win32_DiskDrive | Where-Object InterfaceType -NotIn 'USB', '1394' |
  Get-CimAssociatedInstance -ResultClassName Win32_DiskPartition |
  Get-CimAssociatedInstance -ResultClassName Win32_LogicalDisk | ForEach-Object DeviceID
$drives = Get-CimInstance Win32_LogicalDisk | ForEach-Object {
  @{ letter = $_.DeviceID; type = $_.DriveType; inside = $inside -contains $_.DeviceID; free = [long]$_.FreeSpace } }
ConvertTo-Json @($drives)`

const drivesSchema = z.array(
  z.object({ letter: z.string(), type: z.int(), inside: z.boolean(), free: z.number() }),
)
/** DriveType of Win32_LogicalDisk. */
const DRIVE_KINDS: Readonly<Record<number, Drive['kind']>> = { 2: 'removable', 3: 'fixed', 4: 'network' }

/** Takes a second, so it is asked only when a folder is proposed or chosen. Empty on other systems than Windows. */
export async function listDrives(platform: NodeJS.Platform): Promise<readonly Drive[]> {
  if (platform !== 'win32') return []
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', DRIVES_SCRIPT],
    { timeout: 15_000, windowsHide: true },
  )
  return drivesSchema.parse(JSON.parse(stdout)).map(({ letter, type, inside, free }) => ({
    letter,
    kind: DRIVE_KINDS[type] ?? 'other',
    inside,
    freeBytes: free,
  }))
}
