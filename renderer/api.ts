/** The one door to the main process: `window.api`, put there by the preload script. */
import type { Api } from '../shared/api.ts'

declare global {
  interface Window {
    readonly api: Api
  }
}

export const api: Api = window.api
