/** What the program asks and tells outside its page: before there is a window, and when its page is lost. */
import { dialog } from 'electron'
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
}

export function createQuestions({ t, failureText }: Texts): Questions {
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
      ask('error', t('dataNotOpened'), failureText(failure), [
        ['again', t('tryAgain')],
        ['choose', t('dataFolderChoose')],
        ['quit', t('quit')],
      ]),
    afterUnexpected: (message, logFile) =>
      ask('error', t('unexpectedTitle'), t('unexpectedDetail', { message, logFile }), [
        ['restart', t('restart')],
        ['quit', t('quit')],
      ]),
  }

  /** The last answer is also the one of closing the dialog. */
  async function ask<Answer extends string>(
    type: 'question' | 'error',
    message: string,
    detail: string,
    answers: readonly [...(readonly [Answer, string])[], readonly [Answer, string]],
  ): Promise<Answer> {
    const { response } = await dialog.showMessageBox({
      type,
      title: t('appName'),
      message,
      detail,
      buttons: answers.map(([, text]) => text),
      defaultId: 0,
      cancelId: answers.length - 1,
      noLink: true,
    })
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
  }
}
