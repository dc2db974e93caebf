/** What the program asks and tells outside its page: before there is a window, and when its page is lost. */
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { Failure } from '../shared/result.ts'
import type { Texts } from './texts.ts'

export interface Questions {
  /** Whether the folder proposed for the data is taken. */
  readonly acceptDataFolder: (folder: string) => Promise<'accept' | 'choose' | 'quit'>
  /** Undefined when the person closed the picker. */
  readonly chooseDataFolder: (start: string) => Promise<string | undefined>
  /** Says why the data cannot be opened in the folder. */
  readonly afterDataFailure: (failure: Failure) => Promise<'again' | 'choose' | 'quit'>
  /** An error nobody expected, and no page to show it. */
  readonly afterUnexpected: (message: string, logFile: string) => Promise<'restart' | 'quit'>
  /** The window is to close, and this many edits could not be saved. */
  readonly afterUnsaved: (edits: number) => Promise<'again' | 'close' | 'stay'>
}

/** Texts are asked for at each question, because the person may have changed the language. */
export function createQuestions(texts: () => Texts, window: () => BrowserWindow | undefined): Questions {
  const t: Texts['t'] = (key, params) => texts().t(key, params)
  return {
    acceptDataFolder: (folder) =>
      ask('question', t('dataFolderQuestion'), t('dataFolderProposal', { folder }), [
        ['accept', t('dataFolderAccept')],
        ['choose', t('dataFolderChoose')],
        ['quit', t('quit')],
      ]),
    chooseDataFolder: async (start) => {
      const { filePaths } = await dialog.showOpenDialog({
        title: t('dataFolderPick'),
        defaultPath: start,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0]
    },
    afterDataFailure: (failure) =>
      ask('error', t('dataNotOpened'), texts().failureText(failure), [
        ['again', t('tryAgain')],
        ['choose', t('dataFolderChoose')],
        ['quit', t('quit')],
      ]),
    afterUnexpected: (message, logFile) =>
      ask('error', t('unexpectedTitle'), t('unexpectedDetail', { message, logFile }), [
        ['restart', t('restart')],
        ['quit', t('quit')],
      ]),
    afterUnsaved: (edits) =>
      ask(
        'error',
        t('unsavedTitle', { edits }),
        t('unsavedDetail'),
        [
          ['again', t('tryAgain')],
          ['close', t('closeUnsaved')],
          ['stay', t('stay')],
        ],
        window(),
      ),
  }

  /** The last answer is also the one of closing the dialog. */
  async function ask<Answer extends string>(
    type: 'question' | 'error',
    message: string,
    detail: string,
    answers: readonly [...(readonly [Answer, string])[], readonly [Answer, string]],
    parent?: BrowserWindow,
  ): Promise<Answer> {
    const options: MessageBoxOptions = {
      type,
      title: t('appName'),
      message,
      detail,
      buttons: answers.map(([, text]) => text),
      defaultId: 0,
      cancelId: answers.length - 1,
      noLink: true,
    }
    const { response } =
      parent === undefined
        ? await dialog.showMessageBox(options)
        : await dialog.showMessageBox(parent, options)
    const [chosen] = answers[response] ?? answers[answers.length - 1] ?? []
    if (chosen === undefined) throw new RangeError(`The dialog has no answer ${response}.`)
    return chosen
  }
}

/** For runs without a person: proposals are taken, and what would need an answer ends the program. */
export function unattendedQuestions({ failureText }: Texts): Questions {
  const endWith = (problem: string) => {
    console.error(problem)
    return Promise.resolve('quit' as const)
  }
  return {
    acceptDataFolder: () => Promise.resolve('accept'),
    chooseDataFolder: () => Promise.resolve(undefined),
    afterDataFailure: (failure) => endWith(failureText(failure)),
    afterUnexpected: (message) => endWith(message),
    afterUnsaved: () => Promise.resolve('close'),
  }
}
