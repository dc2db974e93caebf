/** The cursor of the list of findings: keys, clicks and decisions move it, and the focus and the table follow. */
import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { select } from '../actions/program.ts'
import { letStand, questionAgain, replace, showFindings } from '../actions/settling.ts'
import type { Finding } from '../../shared/model.ts'
import { singleCell } from '../grid/sheet.ts'
import type { OpenReport } from '../store.ts'
import { focusTable, focusTitle } from '../ui/panes.ts'
import { actionsOf, type LineAction } from './actions.ts'
import { placeKey, type Line, type Unfolded } from './list.ts'
import { groupOf, onward, stepOf } from './movement.ts'
import { cellOf } from './place.ts'

export interface FindingList {
  readonly open: OpenReport | null
  readonly lines: readonly Line[]
  readonly current: Line | undefined
  readonly unfolded: Unfolded
}

export interface FindingKeys {
  /** The line that is asked for a reason. */
  readonly asking: string | null
  /** The group that the cursor came to because the one before was settled: nothing is decided about it unseen. */
  readonly unseen: string | null
  readonly pick: (line: Line) => void
  readonly act: (line: Line, action: LineAction) => void
  readonly giveReason: (line: Line, reason: string | null) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** `tree` is the element whose children are the lines. */
export function useFindingKeys(
  tree: RefObject<HTMLElement | null>,
  { open, lines, current, unfolded }: FindingList,
): FindingKeys {
  const { t } = useTranslation(['common', 'findings'])
  const [asking, setAsking] = useState<string | null>(null)
  const [unseen, setUnseen] = useState<string | null>(null)
  /** The line to focus as soon as it is there. */
  const wanted = useRef<string | null>(null)
  const opened = useRef(false)
  const hasFocus = useRef(false)

  useLayoutEffect(() => {
    const lost = hasFocus.current && document.activeElement === document.body
    const key = wanted.current ?? (lost ? current?.key : undefined)
    if (key === undefined) return
    const line = [...(tree.current?.children ?? [])].find(
      (child) => child instanceof HTMLElement && child.dataset.key === key,
    )
    if (!(line instanceof HTMLElement)) return
    line.focus()
    // A group that was just opened shows what it holds.
    line.scrollIntoView({ block: opened.current ? 'start' : 'nearest' })
    opened.current = false
    wanted.current = null
  })

  function moveTo(key: string, shown: Unfolded = unfolded): void {
    wanted.current = key
    setAsking(null)
    setUnseen(null)
    showFindings({ current: key, unfolded: shown })
    const line = lines.find((each) => each.key === key)
    if (line !== undefined && 'finding' in line) showCell(line.finding)
  }

  /** The table follows the cursor of the list; the focus stays here. */
  function showCell(finding: Finding): boolean {
    const cell = open === null ? undefined : cellOf(open.report, finding)
    if (cell === undefined) return false
    select(singleCell(cell))
    return true
  }

  function goTo(finding: Finding): void {
    hasFocus.current = false
    if (showCell(finding)) focusTable()
    else if (finding.row === undefined) focusTitle()
  }

  function toggle(line: Line): void {
    const group = groupOf(line)
    if (group === undefined) return
    const next = new Set(unfolded)
    opened.current = !next.delete(group)
    if (opened.current) next.add(group)
    moveTo(line.key, next)
  }

  function pick(line: Line): void {
    if (groupOf(line) === undefined) moveTo(line.key)
    else toggle(line)
  }

  /** Decides about a line, and goes on to the next one. */
  function decide(line: Line, decision: () => Promise<void>): void {
    const next = onward(lines, line)
    if (next === undefined) moveTo('settled')
    else moveTo(next.key, new Set([...unfolded, ...(next.unfold === undefined ? [] : [next.unfold])]))
    // The same key once more would settle all of the next group too.
    if (line.type === 'group' && next !== undefined) setUnseen(next.key)
    void decision()
  }

  function act(line: Line, action: LineAction): void {
    const findings = findingsOf(line)
    switch (action.id) {
      case 'keep':
        return decide(line, () => letStand(findings, ''))
      case 'replace':
        return decide(line, () => replace(action.edits ?? []))
      case 'set-aside':
        return setAsking(line.key)
      case 'again': {
        const [finding] = findings
        if (finding !== undefined) moveTo(placeKey(finding), new Set([...unfolded, finding.code]))
        void questionAgain(findings)
      }
    }
  }

  function giveReason(line: Line, reason: string | null): void {
    if (reason === null) moveTo(line.key)
    else decide(line, () => letStand(findingsOf(line), reason))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (isOwnKey(event) || open === null || current === undefined) return
    const step = stepOf(event.key, lines, current.key)
    const action =
      step === undefined && current.key !== unseen
        ? actionsOf(open, current, t).find(
            ({ code, shift = false }) => code === event.code && shift === event.shiftKey,
          )
        : undefined
    if (step?.type === 'to') moveTo(step.key)
    else if (step?.type === 'toggle') toggle(current)
    else if (action !== undefined) act(current, action)
    else if (event.key === 'Enter' && 'finding' in current) goTo(current.finding)
    else if (event.key === 'Enter' || event.key === ' ') toggle(current)
    else if (isFigureBegun(event.key) && 'finding' in current) return goTo(current.finding)
    else return
    event.preventDefault()
  }

  return {
    asking,
    unseen,
    pick,
    act,
    giveReason,
    onKeyDown,
    onFocus: () => (hasFocus.current = true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      // A line that is gone leaves the focus nowhere: the list keeps it.
      if (!(relatedTarget instanceof Node) || currentTarget.contains(relatedTarget)) return
      hasFocus.current = false
      setAsking(null)
    },
  }
}

/** A key for the field or button that has the focus, not for the list. */
function isOwnKey({ key, target }: KeyboardEvent): boolean {
  if (target instanceof Element && target.closest('.set-aside') !== null) return true
  return target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')
}

/** Whoever knows the right figure types it: it goes into the cell. */
function isFigureBegun(key: string): boolean {
  return /^[\d<>≤≥+\-~]$/.test(key)
}

function findingsOf(line: Line): readonly Finding[] {
  if (line.type === 'group') return line.group.findings
  return 'finding' in line ? [line.finding] : []
}
