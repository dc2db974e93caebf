/** The whole window takes files and folders that are dropped on it, unless something else is being asked. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importFiles } from '../actions/batch.ts'
import { showFailure } from '../actions/messages.ts'
import { droppedItems, newFilesOf, type DroppedItem } from '../batch/droppedFiles.ts'
import { useStore } from '../store.ts'

export function DropTarget() {
  const { t } = useTranslation('batch')
  const isOver = useFileDrops()
  if (!isOver) return null
  return (
    <div className="drop-cover" data-testid="drop-cover">
      {t('batch:dropHere')}
    </div>
  )
}

/** Whether files are being dragged over the window. */
function useFileDrops(): boolean {
  const [dragged, setDragged] = useState(false)
  useEffect(() => {
    const onEnter = (event: DragEvent) => {
      if (holdsFiles(event)) setDragged(mayDrop())
    }
    const onLeave = (event: DragEvent) => {
      // From one part of the page to the next it has one to go to.
      if (event.relatedTarget === null) setDragged(false)
    }
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = mayDrop() ? 'copy' : 'none'
    }
    const onDrop = (event: DragEvent) => {
      if (event.dataTransfer === null || !holdsFiles(event)) return
      event.preventDefault()
      setDragged(false)
      if (mayDrop()) void take(droppedItems(event.dataTransfer))
    }
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('dragenter', onEnter, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => stop.abort()
  }, [])
  return dragged
}

async function take(items: readonly DroppedItem[]): Promise<void> {
  const found = await newFilesOf(items)
  if (found.ok) await importFiles(found.value)
  else showFailure(found.failure)
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true
}

/** Not while a preview, a setting or a running batch waits for an answer. */
function mayDrop(): boolean {
  const { importing, settings, batch } = useStore.getState()
  return importing === null && settings === null && (batch === null || batch.progress === 'over')
}
