/** Who is written into the journal, until the program asks for a name. */
import { userInfo } from 'node:os'

/** The system does not know every user by name, such as in a container. */
export function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if (error instanceof Error && 'code' in error) return process.env.USERNAME ?? process.env.USER ?? ''
    throw error
  }
}
