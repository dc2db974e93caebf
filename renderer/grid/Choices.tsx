/** The verdict words, and leaving it empty, below an assessment cell that is being edited; arrows in the cell move through them. */
import { useTranslation } from 'react-i18next'
import type { CellBox } from './table.ts'
import { BLANK } from './useEditing.ts'

export interface ChoicesProps {
  readonly id: string
  readonly words: readonly string[]
  readonly highlighted: number | null
  readonly box: CellBox
  readonly onChoose: (index: number) => void
}

const WORD_HEIGHT = 26

export function Choices({ id, words, highlighted, box, onChoose }: ChoicesProps) {
  const { t } = useTranslation()
  const height = words.length * WORD_HEIGHT + 10
  const below = box.top + box.height + 2
  const fits = below + height <= box.within.top + box.within.height
  return (
    <ul
      id={id}
      className="cell-choices"
      data-testid="cell-choices"
      role="listbox"
      style={{ left: box.left, top: fits ? below : box.top - height - 2, minWidth: box.width }}
    >
      {words.map((word, index) => (
        <li
          key={word}
          id={`cell-choice-${index}`}
          role="option"
          aria-selected={index === highlighted}
          onMouseDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onChoose(index)
          }}
        >
          {word === BLANK ? t('row:leaveBlank') : word}
        </li>
      ))}
    </ul>
  )
}
