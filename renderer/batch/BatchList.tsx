/** The files of a batch as a list for mouse and keyboard. Only the rows in view are drawn, for there may be thousands. */
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { moveBatchCursor } from '../actions/batch.ts'
import type { BatchFile } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { BatchRow, optionId } from './BatchRow.tsx'
import { act } from './act.ts'
import { useFileText } from './useFileText.ts'

export interface BatchListProps {
  readonly list: RefObject<HTMLDivElement | null>
  readonly files: readonly BatchFile[]
  /** The place of the chosen row; -1 in an empty list. */
  readonly cursor: number
  /** Nothing is being imported. */
  readonly isOver: boolean
}

/** In pixels; batch.css gives the rows the same. */
const ROW_HEIGHT = 44
/** Rows drawn above and below those in view. */
const SPARE_ROWS = 6

export function BatchList({ list, files, cursor, isOver }: BatchListProps) {
  const { t } = useTranslation('batch')
  const fileText = useFileText()
  const [view, setView] = useState({ top: 0, height: 600 })

  useEffect(() => {
    const { current } = list
    if (current === null) return
    const measure = new ResizeObserver(() => {
      setView({ top: current.scrollTop, height: current.clientHeight })
    })
    measure.observe(current)
    return () => measure.disconnect()
  }, [list])
  useEffect(() => {
    if (list.current !== null) bringIntoView(list.current, cursor)
  }, [list, cursor])

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - SPARE_ROWS)
  const last = Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE_ROWS
  const chosen = files[cursor]
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1)
    const to = destination(event.key, cursor, files.length - 1, page)
    if (to !== undefined) moveBatchCursor(to)
    else if (event.key === 'Enter' && chosen !== undefined) act(chosen, isOver)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div
        ref={list}
        className="batch-list"
        role="listbox"
        tabIndex={0}
        data-testid="batch-list"
        aria-label={t('batch:list')}
        aria-activedescendant={chosen && optionId(chosen)}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) => setView({ top, height })}
      >
        {files.length === 0 && <EmptyState title={t('batch:noneOfThese')} />}
        <div className="batch-rows" style={{ height: files.length * ROW_HEIGHT }}>
          {files.slice(first, last).map((file, index) => (
            <BatchRow
              key={file.key}
              file={file}
              place={first + index}
              total={files.length}
              top={(first + index) * ROW_HEIGHT}
              isChosen={first + index === cursor}
              isOver={isOver}
            />
          ))}
        </div>
      </div>
      {/* A row shows one line of it. */}
      <p className="batch-detail" data-testid="batch-detail">
        {chosen === undefined ? '' : fileText(chosen)}
      </p>
    </>
  )
}

function destination(key: string, from: number, last: number, page: number): number | undefined {
  const within = (place: number) => Math.min(Math.max(place, 0), last)
  switch (key) {
    case 'ArrowDown':
      return within(from + 1)
    case 'ArrowUp':
      return within(from - 1)
    case 'PageDown':
      return within(from + page)
    case 'PageUp':
      return within(from - page)
    case 'Home':
      return within(0)
    case 'End':
      return last
    default:
      return undefined
  }
}

function bringIntoView(list: HTMLElement, place: number): void {
  const top = place * ROW_HEIGHT
  const { scrollTop, clientHeight } = list
  if (top < scrollTop) list.scrollTop = top
  else if (top + ROW_HEIGHT > scrollTop + clientHeight) list.scrollTop = top + ROW_HEIGHT - clientHeight
}
