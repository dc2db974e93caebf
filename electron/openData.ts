/** Finds the folder of the data at start and opens it, asking the person whatever only they can decide. */
import { checkDataFolder, listDrives, proposedDataFolder, type Drive, type Machine } from './dataFolder.ts'
import { openDatabase, type Database } from './db/open.ts'
import type { Log } from './log.ts'
import type { Questions } from './questions.ts'
import type { Settings } from './settings.ts'

export interface OpenedData {
  readonly db: Database
  readonly folder: string
}

export interface DataStart {
  /** The folder named when the program was started; it holds for this run only. */
  readonly named: string | undefined
  readonly machine: Machine
  readonly settings: Settings
  readonly questions: Questions
  readonly log: Log
}

/** Undefined when the person would rather quit. Data that cannot be opened is left as it is. */
export async function openData({
  named,
  machine,
  settings,
  questions,
  log,
}: DataStart): Promise<OpenedData | undefined> {
  const known = settings.get().dataFolder
  let drives: readonly Drive[] | undefined
  const allDrives = async () => (drives ??= await drivesOrNone(machine, log))

  let folder = named ?? known ?? (await firstFolder())
  while (folder !== undefined) {
    const opened = await openIn(folder)
    if (opened.ok) {
      if (named === undefined && folder !== known) settings.update({ dataFolder: folder })
      return { db: opened.value, folder }
    }
    log.warn(`The data in ${folder} was not opened: ${opened.failure.code}, ${opened.failure.reason}`)
    const answer = await questions.afterDataFailure(opened.failure)
    if (answer === 'quit') return undefined
    if (answer === 'choose') folder = (await questions.chooseDataFolder(folder)) ?? folder
  }
  return undefined

  async function firstFolder(): Promise<string | undefined> {
    const proposal = proposedDataFolder(machine, await allDrives())
    const answer = await questions.acceptDataFolder(proposal)
    if (answer === 'quit') return undefined
    return answer === 'accept' ? proposal : await questions.chooseDataFolder(proposal)
  }

  async function openIn(place: string) {
    const checked = checkDataFolder(place, machine, place === known ? [] : await allDrives())
    return checked.ok ? await openDatabase(place, { create: true }) : checked
  }
}

async function drivesOrNone(machine: Machine, log: Log): Promise<readonly Drive[]> {
  try {
    return await listDrives(machine.platform)
  } catch (error) {
    log.error('Windows did not list its drives', error)
    return []
  }
}
