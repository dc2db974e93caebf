/** Opening files and folders in other programs: by the desktop for a person, only recorded in a test. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { record } from './recorded.ts'

const OPENERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'xdg-open',
  darwin: 'open',
  win32: 'explorer',
}

export function createShell(underTest: boolean) {
  const open = async (path: string): Promise<string> => {
    const opener = OPENERS[process.platform]
    if (opener === undefined) return `There is no way to open files on ${process.platform}.`
    return await new Promise((resolve) => {
      const child = spawn(opener, [path], { detached: true, stdio: 'ignore' })
      child.on('error', (error) => {
        resolve(error.message)
      })
      child.on('spawn', () => {
        child.unref()
        resolve('')
      })
    })
  }
  return {
    openPath: async (path: string): Promise<string> => {
      record('openPath', path)
      return underTest ? '' : await open(path)
    },
    showItemInFolder: (path: string) => {
      record('showItemInFolder', path)
      if (!underTest) void open(dirname(path))
    },
  }
}
