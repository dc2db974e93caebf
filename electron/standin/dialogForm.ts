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
  method: string
  returnValue: string
  readonly style: { cssText: string }
  append: (...children: PageElement[]) => void
  addEventListener: (name: string, listener: () => void) => void
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
export function dialogForm(asked: Form): Promise<string | number | undefined> {
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
  const buttons = asked.buttons.map((text, number) => {
    const button = make('button', 'padding: 6px 16px', text)
    button.value = String(number)
    return button
  })
  // Its buttons close the dialog, and so does Enter, as the first of them.
  const form = make('form', 'margin: 0')
  form.method = 'dialog'
  form.append(
    make('div', 'font-weight: bold; margin-bottom: 12px', asked.title),
    make('div', 'white-space: pre-wrap; margin-bottom: 16px', asked.text),
  )
  if (asked.path !== undefined) {
    field.value = asked.path
    form.append(field)
  }
  row.append(...buttons)
  form.append(row)
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  if (asked.path !== undefined) field.select()

  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const pressed = dialog.returnValue === '' ? undefined : Number(dialog.returnValue)
      dialog.remove()
      if (asked.path === undefined) resolve(pressed)
      else resolve(pressed === 0 ? field.value : undefined)
    })
  })
}
