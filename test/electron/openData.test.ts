import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../electron/db/open.ts'
import { openLog } from '../../electron/log.ts'
import { openData, type OpenedData } from '../../electron/openData.ts'
import type { Questions } from '../../electron/questions.ts'
import { openSettings } from '../../electron/settings.ts'

let root: string
let opened: OpenedData | undefined
let asked: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bieu-data-'))
  opened = undefined
  asked = []
})

afterEach(() => {
  if (opened !== undefined) closeDatabase(opened.db)
  rmSync(root, { recursive: true })
})

/** A person who gives these answers, in this order to each question. */
function person(answers: {
  accept?: ('accept' | 'choose' | 'quit')[]
  choose?: (string | undefined)[]
  afterFailure?: ('again' | 'choose' | 'quit')[]
}): Questions {
  const next = <Answer>(question: string, list: Answer[] = []): Promise<Answer> => {
    asked.push(question)
    for (const answer of list.splice(0, 1)) return Promise.resolve(answer)
    throw new Error(`Not expected: ${question}`)
  }
  return {
    acceptDataFolder: (folder) => next(`accept ${folder}`, answers.accept),
    chooseDataFolder: () => next('choose', answers.choose),
    afterDataFailure: ({ code, reason }) => next(`${code} ${reason}`, answers.afterFailure),
    afterUnexpected: () => next('unexpected'),
    afterUnsaved: () => next('unsaved'),
  }
}

async function start(questions: Questions, named?: string) {
  const log = openLog(join(root, 'program.log'))
  const settings = openSettings(join(root, 'settings.json'), log)
  const machine = { platform: 'linux' as const, env: { XDG_DATA_HOME: join(root, 'share') }, home: root }
  opened = await openData({ named, machine, settings, questions, log })
  return { folder: opened?.folder, remembered: settings.get().dataFolder }
}

const proposal = () => join(root, 'share', 'BieuChiTieu', 'data')

test('the first run proposes a folder, makes it when accepted, and does not ask again', async () => {
  expect(await start(person({ accept: ['accept'] }))).toEqual({ folder: proposal(), remembered: proposal() })
  expect(asked).toEqual([`accept ${proposal()}`])
  expect(readdirSync(proposal())).not.toEqual([])
  if (opened !== undefined) closeDatabase(opened.db)

  asked = []
  expect(await start(person({}))).toEqual({ folder: proposal(), remembered: proposal() })
  expect(asked).toEqual([])
})

test('another folder may be chosen; one that will not do is refused with its reason', async () => {
  const cloud = join(root, 'Dropbox', 'bieu')
  const good = join(root, 'số liệu')
  const questions = person({ accept: ['choose'], choose: [cloud, good], afterFailure: ['choose'] })
  expect(await start(questions)).toEqual({ folder: good, remembered: good })
  expect(asked).toEqual([`accept ${proposal()}`, 'choose', 'usage data-folder-cloud', 'choose'])
  expect(readdirSync(root)).not.toContain('Dropbox')
})

test('who quits leaves nothing behind', async () => {
  expect(await start(person({ accept: ['quit'] }))).toEqual({ folder: undefined, remembered: undefined })
  expect(await start(person({ accept: ['choose'], choose: [undefined] }))).toEqual({
    folder: undefined,
    remembered: undefined,
  })
  expect(readdirSync(root)).toEqual([])
})

test('a folder named at the start holds for this run only', async () => {
  const named = join(root, 'named')
  expect(await start(person({}), named)).toEqual({ folder: named, remembered: undefined })
  expect(asked).toEqual([])
})

test('data another program has are tried again until they are free', async () => {
  const folder = join(root, 'named')
  const other = await openDatabase(folder, { create: true })
  if (!other.ok) throw new Error(other.failure.reason)
  const questions = person({ afterFailure: ['again'] })
  const waiting: Questions = {
    ...questions,
    afterDataFailure: async (failure) => {
      closeDatabase(other.value)
      return await questions.afterDataFailure(failure)
    },
  }
  expect((await start(waiting, folder)).folder).toBe(folder)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(/^data-locked /)
})

test('damaged data stay as they are', async () => {
  const folder = join(root, 'named')
  mkdirSync(folder)
  const file = join(folder, 'bieu-chi-tieu.db')
  writeFileSync(file, 'no database at all')
  expect((await start(person({ afterFailure: ['quit'] }), folder)).folder).toBeUndefined()
  expect(asked[0]).toMatch(/^data-damaged /)
  expect(readdirSync(folder)).toEqual(['bieu-chi-tieu.db'])
})
