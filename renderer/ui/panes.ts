/** Where the focus is, and how F6 and Shift+F6 take it from one part of the window to the next. */

const FOCUSABLE = 'textarea, input, select, [tabindex="0"], button:not([disabled], [tabindex="-1"]), a[href]'

/** Focuses the pane after (or before) the one that has the focus, skipping those with nothing to focus. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  for (let offset = 1; offset <= panes.length; offset++) {
    const index = (current + step * offset + 2 * panes.length) % panes.length
    const target = focusTarget(panes[index])
    if (target === undefined) continue
    target.focus()
    return
  }
}

/** The grid's live input comes before whatever else its pane holds. */
function focusTarget(pane: HTMLElement | undefined): HTMLElement | undefined {
  const targets = [...(pane?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  return targets.find((element) => element.classList.contains('live-input')) ?? targets[0]
}

/**
 * Follows the focus. The function that it gives says whether a key that nothing has belongs to the table: not when the
 * focus was last in the side panel, where what had it may be gone; whoever types on there means no cell.
 */
export function watchFocus(signal: AbortSignal): () => boolean {
  let isTable = true
  const onFocusIn = ({ target }: FocusEvent) => {
    isTable = !(target instanceof Element && target.closest('[data-pane="side-panel"]') !== null)
  }
  window.addEventListener('focusin', onFocusIn, { signal })
  return () => document.activeElement === document.body && isTable
}

/** Gives the keyboard to the table. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('.live-input')?.focus()
}

/** Gives the keyboard to the title of the report. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('.sheet-title')?.focus()
}

/** Gives the keyboard to the list of findings, at its cursor. */
export function focusFindings(): void {
  document.querySelector<HTMLElement>('.finding-lines [tabindex="0"]')?.focus()
}

/** Something a person types into. */
export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLTextAreaElement
}

/** A text field that may hold something typed; one that says `data-typing="false"` has the focus only. */
export function isTyping(target: EventTarget | null): boolean {
  return isTextField(target) && target.dataset.typing !== 'false'
}

/** A cell of the table that has the focus, with nothing typed into it yet. */
export function isReadyCell(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement && target.dataset.mode === 'ready'
}
