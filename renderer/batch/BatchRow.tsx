/** One file of a batch: its name and folder, what came of it, and what can be done. */
import {
  ArrowSyncRegular,
  CheckmarkCircleRegular,
  ClockRegular,
  DismissCircleRegular,
  EyeRegular,
} from '@fluentui/react-icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { moveBatchCursor } from '../actions/batch.ts'
import type { BatchFile } from '../store.ts'
import { act, actionOf } from './act.ts'
import { useFileText } from './useFileText.ts'

const STATES = {
  imported: { Sign: CheckmarkCircleRegular, word: 'outcome-imported' },
  look: { Sign: EyeRegular, word: 'outcome-look' },
  refused: { Sign: DismissCircleRegular, word: 'outcome-refused' },
  reading: { Sign: ArrowSyncRegular, word: 'outcome-reading' },
  waiting: { Sign: ClockRegular, word: 'outcome-waiting' },
}

export interface BatchRowProps {
  readonly file: BatchFile
  readonly place: number
  readonly total: number
  /** In pixels from the top of the list. */
  readonly top: number
  readonly isChosen: boolean
  readonly isOver: boolean
}

export function optionId({ key }: BatchFile): string {
  return `batch-file-${key}`
}

export const BatchRow = memo(function BatchRow({ file, place, total, top, isChosen, isOver }: BatchRowProps) {
  const { t } = useTranslation('batch')
  const text = useFileText()(file)
  const { type } = file.state
  const { Sign, word } = STATES[type]
  const action = actionOf(file, isOver)
  return (
    <div
      id={optionId(file)}
      className={`batch-row batch-${type}`}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={total}
      data-testid="batch-row"
      data-outcome={type}
      style={{ top }}
      onClick={() => moveBatchCursor(place)}
      onDoubleClick={() => act(file, isOver)}
    >
      <Sign className="batch-sign" aria-hidden />
      <span className="batch-file">
        <span className="batch-name">{file.name}</span>
        {file.folder !== '' && <span className="quiet"> {file.folder}</span>}
      </span>
      <span className="batch-text">
        <strong>{t(`batch:${word}`)}</strong> {text}
      </span>
      {action !== undefined && (
        <span
          className="batch-action"
          data-testid="batch-action"
          onClick={(event) => {
            event.stopPropagation()
            moveBatchCursor(place)
            act(file, isOver)
          }}
        >
          {t(`batch:${action}`)}
        </span>
      )}
    </div>
  )
})
