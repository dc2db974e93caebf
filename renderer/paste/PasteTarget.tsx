/** While no report is open, a table that is pasted anywhere in the window becomes a new one. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { mayPaste, pasteAsReport } from '../actions/pasting.ts'
import { useStore } from '../store.ts'
import { isTextField } from '../ui/panes.ts'
import { contentOf } from './content.ts'
import { PasteTableDialog } from './PasteTableDialog.tsx'

export function PasteTarget() {
  const { t } = useTranslation('paste')
  const isOpen = useStore((state) => state.open !== null)
  const pasting = useStore((state) => state.pasting)
  useEffect(() => {
    if (isOpen) return
    const onPaste = (event: ClipboardEvent) => {
      if (isTextField(event.target) || !mayPaste()) return
      event.preventDefault()
      void pasteAsReport(contentOf(event.clipboardData), t('paste:name'))
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [isOpen, t])
  return pasting ? <PasteTableDialog /> : null
}
