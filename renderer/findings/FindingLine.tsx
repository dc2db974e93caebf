/** One line of the list of findings; the line with the cursor shows what can be done with it. */
import { Button } from '@fluentui/react-components'
import {
  CheckmarkCircleRegular,
  ChevronDownRegular,
  ChevronRightRegular,
  ErrorCircleRegular,
  InfoRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import { useMemo, type MouseEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Report, Severity } from '../../shared/model.ts'
import type { OpenReport } from '../store.ts'
import { actionsOf, type LineAction } from './actions.ts'
import { GROUP_NAMES, type FindingGroup } from '../../shared/check/groups.ts'
import type { Line } from './list.ts'
import { placeOf } from './place.ts'
import { SetAsideForm } from './SetAsideForm.tsx'

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircleRegular className="severity-error" />,
  warning: <WarningRegular className="severity-warning" />,
  info: <InfoRegular className="severity-info" />,
}

/** Said beside the icon: keys of the `common` texts. */
const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
}

const TEST_IDS: Readonly<Record<Line['type'], string>> = {
  group: 'finding-group',
  finding: 'finding',
  rest: 'finding-rest',
  'settled-group': 'settled-group',
  settled: 'settled-finding',
}

export interface FindingLineProps {
  readonly open: OpenReport
  readonly line: Line
  /** The cursor is here. */
  readonly current: boolean
  /** A group to be looked at before anything is decided about it. */
  readonly unseen: boolean
  /** The reason for letting it stand is being asked. */
  readonly asking: boolean
  readonly onPick: () => void
  readonly onAct: (action: LineAction) => void
  /** With null it is not let stand. */
  readonly onReason: (reason: string | null) => void
}

export function FindingLine(props: FindingLineProps) {
  const { open, line, current, unseen, asking, onPick, onAct, onReason } = props
  const { t } = useTranslation(['common', 'findings'])
  const actions = useMemo(() => {
    if (current) return actionsOf(open, line, t)
    return isDoubtful(line) ? actionsOf(open, line, t).filter(({ id }) => id === 'replace') : []
  }, [current, open, line, t])
  if (line.type === 'rest')
    return <p className="quiet finding-rest">{t('moreFindings', { n: line.count })}</p>

  const isGroup = line.type === 'group' || line.type === 'settled-group'
  /** Buttons and fields of the line are for themselves. */
  function onClick({ target }: MouseEvent): void {
    if (target instanceof Element && target.closest('button, .set-aside') === null) onPick()
  }
  return (
    <div
      role="treeitem"
      aria-level={isGroup ? 1 : 2}
      aria-selected={current}
      {...('unfolded' in line && { 'aria-expanded': line.unfolded })}
      tabIndex={current ? 0 : -1}
      className={`finding-line ${isGroup ? 'finding-group' : 'finding'} ${current ? 'current' : ''}`}
      data-key={line.key}
      data-testid={TEST_IDS[line.type]}
      data-code={codeOf(line)}
      onClick={onClick}
    >
      <LineText report={open.report} line={line} current={current} />
      {unseen && <span className="finding-help quiet">{t('groupUnseen')}</span>}
      {!asking && !unseen && <Actions actions={actions} keys={current} onAct={onAct} />}
      {asking && <SetAsideForm onDone={onReason} onCancel={() => onReason(null)} />}
    </div>
  )
}

function LineText({ report, line, current }: { report: Report; line: Line; current: boolean }) {
  const { t } = useTranslation(['common', 'findings'])
  switch (line.type) {
    case 'group':
      return <GroupText group={line.group} unfolded={line.unfolded} explained={line.unfolded || current} />
    case 'settled-group':
      return (
        <span className="finding-title">
          {chevron(line.unfolded)}
          <CheckmarkCircleRegular className="severity-info" />
          <span>{t('settledGroup', { n: line.count })}</span>
        </span>
      )
    case 'finding':
      return <FindingText report={report} finding={line.finding} />
    case 'settled':
      return (
        <>
          <FindingText report={report} finding={line.finding} />
          <span className="finding-reason">
            {line.finding.settled ? t('settledReason', { reason: line.finding.settled }) : t('settledKept')}
          </span>
        </>
      )
    case 'rest':
      return null
  }
}

interface GroupTextProps {
  readonly group: FindingGroup
  readonly unfolded: boolean
  readonly explained: boolean
}

function GroupText({ group: { code, severity, findings }, unfolded, explained }: GroupTextProps) {
  const { t } = useTranslation(['common', 'findings'])
  return (
    <>
      <span className="finding-title">
        {chevron(unfolded)}
        {ICONS[severity]}
        <span className="finding-kind">
          {t('findingGroup', { n: findings.length, kind: t(GROUP_NAMES[code]) })}
        </span>
        <span className={`severity-${severity} finding-severity`}>{t(SEVERITY_NAMES[severity])}</span>
      </span>
      {explained && <span className="finding-help quiet">{t(`findings:${code}-help`)}</span>}
    </>
  )
}

function FindingText({ report, finding }: { readonly report: Report; readonly finding: Finding }) {
  const { t } = useTranslation(['common', 'findings'])
  const { row, column } = placeOf(report, finding, t)
  return (
    <>
      <span className="finding-where">
        {row}
        {column !== '' && <span className="finding-column"> · {column}</span>}
      </span>
      <span className="finding-message">{t(`findings:${finding.code}`, finding.params)}</span>
    </>
  )
}

/** Its readings are always offered: choosing one takes no reading of the rest. */
function isDoubtful(line: Line): boolean {
  return line.type === 'finding' && line.code === 'separator-unclear'
}

interface ActionsProps {
  readonly actions: readonly LineAction[]
  /** The keys go to this line. */
  readonly keys: boolean
  readonly onAct: (action: LineAction) => void
}

function Actions({ actions, keys, onAct }: ActionsProps) {
  if (actions.length === 0) return null
  return (
    <span className="finding-actions">
      {actions.map((action) => (
        <Button
          key={`${action.id} ${action.hint}`}
          size="small"
          data-testid={`finding-${action.id}`}
          {...(keys && { 'aria-keyshortcuts': action.hint })}
          onClick={() => onAct(action)}
        >
          {action.label} {keys && <kbd>{action.hint}</kbd>}
        </Button>
      ))}
    </span>
  )
}

function chevron(unfolded: boolean): ReactElement {
  return unfolded ? <ChevronDownRegular /> : <ChevronRightRegular />
}

function codeOf(line: Line): string | undefined {
  if (line.type === 'group') return line.group.code
  return line.type === 'finding' || line.type === 'settled' ? line.finding.code : undefined
}
