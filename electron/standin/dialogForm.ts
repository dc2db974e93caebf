/** A dialog drawn on the page, for a person at a machine where the system's own are out of reach. */

export interface Form {
  readonly title: string
  readonly text: string
  /** There is a field for a path, with this in it. */
  readonly path?: string
  readonly buttons: readonly string[]
}

/** Of the browser's page; Node's types do not know it. */
interface PageElement {
  textContent: string
  value: string
  returnValue: string
  readonly style: { cssText: string }
  append: (...children: PageElement[]) => void
  addEventListener: (name: string, listener: () => void) => void
  close: (returnValue: string) => void
  remove: () => void
  select: () => void
  showModal: () => void
}
declare const document: {
  readonly body: PageElement
  createElement: (name: string) => PageElement
}

/**
 * Runs in the page as source text: it may use nothing from outside itself. Gives the typed path when the first
 * button was pressed, or without a path field the number of the button; undefined when the form was dismissed.
 */
export function dialogForm(form: Form): Promise<string | number | undefined> {
  const make = (name: string, style: string, text = '') => {
    const element = document.createElement(name)
    element.style.cssText = style
    element.textContent = text
    return element
  }
  const dialog = make(
    'dialog',
    'font: 15px sans-serif; padding: 24px; border: 1px solid #888; min-width: 480px',
  )
  const field = make('input', 'width: 100%; box-sizing: border-box; padding: 6px; margin-bottom: 16px')
  const row = make('div', 'display: flex; gap: 8px; justify-content: flex-end')
  const buttons = form.buttons.map((text, number) => {
    const button = make('button', 'padding: 6px 16px', text)
    button.addEventListener('click', () => {
      dialog.close(String(number))
    })
    return button
  })
  dialog.append(
    make('div', 'font-weight: bold; margin-bottom: 12px', form.title),
    make('div', 'white-space: pre-wrap; margin-bottom: 16px', form.text),
  )
  if (form.path !== undefined) {
    field.value = form.path
    dialog.append(field)
  }
  row.append(...buttons)
  dialog.append(row)
  document.body.append(dialog)
  dialog.showModal()
  if (form.path !== undefined) field.select()

  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const pressed = dialog.returnValue === '' ? undefined : Number(dialog.returnValue)
      dialog.remove()
      if (form.path === undefined) resolve(pressed)
      else resolve(pressed === 0 ? field.value : undefined)
    })
  })
}
