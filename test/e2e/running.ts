/** What a test needs of the running program, whether it runs on Electron or on the stand-in. */
import type { Page } from 'playwright-core'

export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

export interface DialogAnswer {
  readonly kind: DialogKind
  readonly value: unknown
}

/** Something the program asked of the operating system, with its (first) argument or options. */
export interface Recorded {
  readonly kind: string
  readonly argument: unknown
}

export interface Start {
  readonly programFolder: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly headed: boolean
  readonly answers: readonly DialogAnswer[]
  /** Filled while the program runs. */
  readonly recorded: Recorded[]
  /** A folder for files of the start itself. */
  readonly temporary: string
}

export interface Running {
  readonly pid: number
  /** The window's page once it is there; rejects when the program ends before. */
  readonly page: () => Promise<Page>
  readonly answerDialog: (answer: DialogAnswer) => Promise<void>
  /** `source` is the text of a function of the `electron` module and the argument. */
  readonly evaluate: (source: string, argument: unknown) => Promise<unknown>
  readonly quit: () => Promise<void>
  readonly kill: () => void
  /** The exit status, null after a signal. */
  readonly exited: Promise<number | null>
  readonly output: () => string
}
