/** Where the live input lies and what it says of its cell to those who cannot see it. */
import type { TFunction } from 'i18next'
import { headerOf } from '../../shared/paper.ts'
import { noteOf } from './notes.ts'
import type { Cell } from './sheet.ts'
import type { CellBox } from './table.ts'

/**
 * Puts the input over its cell. While typing it grows to its text, as far as there is room; otherwise it frames the
 * cell, cut off where the header or the frozen columns cover it. Out of view it stays invisible and keeps the focus.
 */
export function placeInput(input: HTMLTextAreaElement, box: CellBox | undefined, typing: boolean): void {
  const { style } = input
  if (box === undefined) {
    style.opacity = '0'
    return
  }
  const { within } = box
  const right = within.left + within.width
  const bottom = within.top + within.height
  const left = between(box.left, within.left - box.width, right)
  const top = between(box.top, within.top - box.height, bottom)
  style.opacity = '1'
  style.left = `${left}px`
  style.top = `${top}px`
  style.width = `${box.width + 1}px`
  style.height = `${box.height + 1}px`
  style.clipPath = 'none'
  if (typing) {
    const room = Math.max(box.width, Math.min(right - left, 420))
    if (input.scrollWidth > input.clientWidth) style.width = `${room}px`
    if (input.scrollHeight > input.clientHeight) {
      style.width = `${room}px`
      style.height = `${Math.min(input.scrollHeight + 4, Math.max(bottom - top, box.height))}px`
    }
    return
  }
  const hidden = [
    Math.max(0, within.top - top),
    Math.max(0, left + box.width - right),
    Math.max(0, top + box.height - bottom),
    Math.max(0, within.left - left),
  ]
  if (hidden.some((pixels) => pixels > 0))
    style.clipPath = `inset(${hidden.map((px) => `${px}px`).join(' ')})`
}

/** Row, column, text and note in one sentence. */
export function describeCell({ entry, definition, view }: Cell, t: TFunction): string {
  const described = t('cellDescription', {
    row: entry.row.name,
    column: headerOf(definition).join(' – '),
    text: view.text === '' ? t('emptyCell') : view.text,
  })
  const note = noteOf(view, t)
  return note === undefined ? described : `${described}. ${note}`
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
