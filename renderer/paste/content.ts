/** The clipboard of a paste as plain texts. */
import type { PastedContent } from '../../shared/pasted.ts'

export function contentOf(clipboard: DataTransfer | null): PastedContent {
  return {
    html: clipboard?.getData('text/html') ?? '',
    text: clipboard?.getData('text/plain') ?? '',
  }
}
