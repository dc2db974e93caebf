/** Paths a person picked, and files they dropped, stay in main; the window gets a token it cannot forge into another. */
import { randomUUID } from 'node:crypto'
import type { OfferedWorkbook, WorkbookSource } from './services/import.ts'

export interface Tokens {
  readonly tokenFor: (path: string) => string
  /** Undefined for a token this run of the program never gave out for a path. */
  readonly pathOf: (token: string) => string | undefined
  /** Holds a file without a path until `release`. */
  readonly offer: (file: OfferedWorkbook) => string
  /** Undefined for a token this run of the program never gave out, or has released. */
  readonly sourceOf: (token: string) => WorkbookSource | undefined
  /** Forgets an offered file; a path is kept. */
  readonly release: (token: string) => void
}

export function createTokens(): Tokens {
  const paths = new Map<string, string>()
  const offered = new Map<string, OfferedWorkbook>()
  const tokenIn = <Content>(held: Map<string, Content>, content: Content) => {
    const token = randomUUID()
    held.set(token, content)
    return token
  }
  return {
    tokenFor: (path) => tokenIn(paths, path),
    pathOf: (token) => paths.get(token),
    offer: (file) => tokenIn(offered, file),
    sourceOf: (token) => paths.get(token) ?? offered.get(token),
    release: (token) => {
      offered.delete(token)
    },
  }
}
