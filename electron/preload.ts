/** Gives the page `window.api` (the type `Api` of shared/api.ts) and nothing else of Electron or Node. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { eventNames, requests, type EventName } from '../shared/api.ts'

const calls = Object.fromEntries(
  Object.keys(requests).map((name) => [name, (input?: unknown) => ipcRenderer.invoke(name, input)]),
)

function on(name: EventName, listener: (event: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new TypeError(`There is no event "${name}".`)
  const forward = (_: IpcRendererEvent, event: unknown) => {
    listener(event)
  }
  ipcRenderer.on(name, forward)
  return () => {
    ipcRenderer.off(name, forward)
  }
}

contextBridge.exposeInMainWorld('api', { ...calls, on })
