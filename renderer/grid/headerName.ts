/** The name of a column in its header, with the small button of its menu, which is for the mouse: Shift+F10 is its key. */
import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community'

/** Class of the button; a click on it is told by `menuColumnAt` of the table. */
export const MENU_BUTTON = 'header-menu'

export class HeaderName implements IInnerHeaderComponent {
  readonly #gui = document.createElement('span')
  readonly #name = document.createElement('span')

  init({ displayName }: IHeaderParams): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.className = MENU_BUTTON
    button.setAttribute('aria-hidden', 'true')
    this.#name.textContent = displayName
    this.#gui.append(this.#name, button)
  }

  getGui(): HTMLElement {
    return this.#gui
  }

  refresh({ displayName }: IHeaderParams): boolean {
    this.#name.textContent = displayName
    return true
  }
}
