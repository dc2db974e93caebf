/** Changes of the list of a batch that ask nothing of main. */
import type { Id } from '../../shared/model.ts'
import { useStore, type BatchFile } from '../store.ts'

type FileState = BatchFile['state']

/** By key. Files that are not named stay the same objects, so that they are not drawn again. */
export function setFileStates(states: ReadonlyMap<number, FileState>): void {
  useStore.setState(({ batch }) =>
    batch === null || states.size === 0
      ? {}
      : {
          batch: {
            ...batch,
            files: batch.files.map((file) => {
              const state = states.get(file.key)
              return state === undefined ? file : { ...file, state }
            }),
          },
        },
  )
}

/** Whether the stored reports are those of the batch's file in the preview; then it counts as imported. */
export function tookIntoBatch(token: string, stored: readonly Id[]): boolean {
  const { batch, reports } = useStore.getState()
  if (batch?.looking?.token !== token) return false
  const imported = (reports ?? []).filter(({ id }) => stored.includes(id))
  const shortened = imported.map(({ id, title, office }) => ({ id, title, office }))
  setFileStates(new Map([[batch.looking.key, { type: 'imported', reports: shortened, earlier: false }]]))
  return true
}
