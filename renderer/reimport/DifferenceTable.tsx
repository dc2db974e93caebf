/** Rows that differ, each with its cells before and after and a box to take it or leave it out. */
import { Button, Checkbox } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../shared/model.ts'
import { rowName } from '../../shared/names.ts'
import type { DifferentRow } from './groups.ts'

export interface DifferenceTableProps {
  readonly rows: readonly DifferentRow[]
  readonly leftOut: readonly Id[]
  readonly onLeaveOut: (rows: readonly Id[], isLeftOut: boolean) => void
}

/** Drawn at once; a table of thousands of rows would be slow to draw. */
const ROWS_AT_ONCE = 200

export function DifferenceTable({ rows, leftOut, onLeaveOut }: DifferenceTableProps) {
  const { t } = useTranslation(['update'])
  const [most, setMost] = useState(ROWS_AT_ONCE)
  /** The row that Tab comes to; the arrow keys go on from there. */
  const [current, setCurrent] = useState(rows[0]?.row.id)
  if (rows.length === 0) return <p className="quiet">{t('update:nothingOfThese')}</p>
  return (
    <div
      className="preview-scroll"
      role="region"
      aria-label={t('update:differences')}
      onKeyDown={moveByArrows}
    >
      <table className="difference-table" data-testid="differences">
        <thead>
          <tr>
            <th scope="col">{t('update:column')}</th>
            <th scope="col">{t('update:inReport')}</th>
            <th scope="col">{t('update:inFile')}</th>
          </tr>
        </thead>
        {rows.slice(0, most).map((each) => (
          <RowDifferences
            key={each.row.id}
            different={each}
            isCurrent={each.row.id === current}
            onFocus={() => setCurrent(each.row.id)}
            isLeftOut={leftOut.includes(each.row.id)}
            onLeaveOut={(isLeftOut) => onLeaveOut([each.row.id], isLeftOut)}
          />
        ))}
      </table>
      {rows.length > most && (
        <Button size="small" data-testid="update-more" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {t('update:moreRows', { rows: rows.length - most })}
        </Button>
      )}
    </div>
  )
}

const STATE_KEYS = {
  new: { taken: 'update:rowNew', leftOut: 'update:rowNewLeftOut' },
  gone: { taken: 'update:rowGone', leftOut: 'update:rowGoneKept' },
} as const

interface RowDifferencesProps {
  readonly different: DifferentRow
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly isLeftOut: boolean
  readonly onLeaveOut: (isLeftOut: boolean) => void
}

function RowDifferences({ different, isCurrent, onFocus, isLeftOut, onLeaveOut }: RowDifferencesProps) {
  const { t } = useTranslation(['common', 'update'])
  const { row, state, cells, overrides } = different
  const name = [row.ordinal, row.mark, rowName(row)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  const unit = row.unit === '' ? '' : ` (${row.unit})`
  return (
    <tbody
      className={`difference-row difference-${state}${isLeftOut ? ' difference-left-out' : ''}`}
      data-testid="difference-row"
      data-row-tag={row.tag}
      data-state={state}
    >
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <Checkbox
            size="medium"
            checked={!isLeftOut}
            data-testid="difference-take"
            tabIndex={isCurrent ? 0 : -1}
            onFocus={onFocus}
            label={`${name}${unit}`}
            onChange={(_, { checked }) => onLeaveOut(checked !== true)}
          />
          {state !== 'changed' && (
            <span className="difference-state">{t(STATE_KEYS[state][isLeftOut ? 'leftOut' : 'taken'])}</span>
          )}
          {overrides.map(({ column, text, reason }) => (
            <span key={column} className="difference-kept">
              {t(state === 'gone' && !isLeftOut ? 'update:overrideGoes' : 'update:overrideStays', {
                column,
                text: text === '' ? t('emptyCell') : text,
                reason: reason === '' ? t('reasonNone') : reason,
              })}
            </span>
          ))}
        </th>
      </tr>
      {cells.map((cell) => (
        <tr key={`${cell.column} ${cell.kind}`} data-testid="difference" data-kind={cell.kind}>
          <td>{cell.kind === 'stated' ? t('update:stated', { column: cell.name }) : cell.name}</td>
          {cell.kind === 'place' ? (
            <td colSpan={2}>{t('update:moved')}</td>
          ) : (
            <>
              <td className="difference-before">{cell.before === '' ? '–' : cell.before}</td>
              <td className="difference-after">
                <span aria-hidden>→ </span>
                {cell.after === '' ? '–' : cell.after}
              </td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  )
}

/** From row to row; the space bar is the box's own: it takes a row or leaves it out. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="checkbox"]')]
  const place = boxes.findIndex((box) => box === document.activeElement)
  const next = boxes[place + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.closest('tbody')?.scrollIntoView({ block: 'nearest' })
}
