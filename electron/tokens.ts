/** Paths a person picked stay in main; the window gets a token it cannot forge into another path. */
import { randomUUID } from 'node:crypto'

export interface Tokens {
  readonly tokenFor: (path: string) => string
  /** Undefined for a token this run of the program never gave out. */
  readonly pathOf: (token: string) => string | undefined
}

export function createTokens(): Tokens {
  const paths = new Map<string, string>()
  return {
    tokenFor: (path) => {
      const token = randomUUID()
      paths.set(token, path)
      return token
    },
    pathOf: (token) => paths.get(token),
  }
}
