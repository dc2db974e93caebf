/** In a utility process: the port to main, as Electron puts it on `process`. */
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message)
  }
}

export function installParentPort(): void {
  const port = new ParentPort()
  process.on('message', (envelope: unknown) => {
    if (typeof envelope === 'object' && envelope !== null && 'message' in envelope) {
      port.emit('message', { data: envelope.message })
    }
  })
  Object.defineProperty(process, 'parentPort', { value: port })
}
