/** Electron's dialogs: a test answers them through the control channel, a person in a form on the window's page. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browsers } from './browsers.ts'
import { dialogForm, type Form } from './dialogForm.ts'
import type { Mode } from './mode.ts'
import { record } from './recorded.ts'

/** The dialogs this program shows, by the name of Electron's function. */
export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

interface FileOptions {
  readonly title?: string
  readonly defaultPath?: string
}
interface MessageOptions {
  readonly message: string
  readonly detail?: string
  readonly buttons: readonly string[]
  readonly cancelId: number
}

/** A test may answer a little after the dialog has come up. */
const ANSWER_MILLISECONDS = 10_000

/** Each function takes the options alone or behind the window they belong to. */
export function createDialog({ underTest, headless }: Mode, browsers: Browsers) {
  const answers: { readonly kind: DialogKind; readonly value: unknown }[] = []

  const takeAnswer = async (kind: DialogKind): Promise<unknown> => {
    const deadline = performance.now() + ANSWER_MILLISECONDS
    while (performance.now() < deadline) {
      const index = answers.findIndex((answer) => answer.kind === kind)
      const [answer] = index < 0 ? [] : answers.splice(index, 1)
      if (answer !== undefined) return answer.value
      await sleep(20)
    }
    throw new Error(`Stand-in: nobody answered dialog.${kind}.`)
  }

  const askPerson = async (form: Form): Promise<unknown> => {
    if (headless) throw new Error(`Stand-in: there is no screen for the dialog "${form.title}".`)
    const { connection } = await browsers.windowPage()
    const { frameTree } = await connection.send('Page.getFrameTree', {})
    const { executionContextId } = await connection.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'dialog',
    })
    const { result, exceptionDetails } = await connection.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: String(dialogForm),
      arguments: [{ value: form }],
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined) throw new Error(`The dialog failed: ${exceptionDetails.text}`)
    return result.value
  }

  /** The path a person typed; undefined when they closed the form. */
  const askPath = async ({ title = '', defaultPath = '' }: FileOptions): Promise<string | undefined> => {
    const path = await askPerson({ title, text: '', path: defaultPath, buttons: ['OK', 'Cancel'] })
    return typeof path === 'string' && path !== '' ? path : undefined
  }

  const show =
    <Options>(kind: DialogKind, askOne: (options: Options) => Promise<unknown>) =>
    async (...values: [Options] | [window: unknown, options: Options]): Promise<unknown> => {
      const options = values.length === 1 ? values[0] : values[1]
      record(kind, options)
      return underTest ? await takeAnswer(kind) : await askOne(options)
    }

  return {
    /** Answers the next dialog of the kind with what Electron's function would resolve to. */
    answer: (kind: DialogKind, value: unknown) => {
      answers.push({ kind, value })
    },
    dialog: {
      showOpenDialog: show('showOpenDialog', async (options: FileOptions) => {
        const path = await askPath(options)
        return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
      }),
      showSaveDialog: show('showSaveDialog', async (options: FileOptions) => {
        const path = await askPath(options)
        return { canceled: path === undefined, filePath: path ?? '' }
      }),
      showMessageBox: show(
        'showMessageBox',
        async ({ message, detail, buttons, cancelId }: MessageOptions) => {
          const response = await askPerson({ title: message, text: detail ?? '', buttons })
          return { response: typeof response === 'number' ? response : cancelId, checkboxChecked: false }
        },
      ),
    },
  }
}
