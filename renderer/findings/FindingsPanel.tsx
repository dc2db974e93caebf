/** What a careful reader would question, alike findings under one line; each leads to its cell. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components'
import { ErrorCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Report, Row, Severity } from '../../shared/model.ts'
import { select } from '../actions/program.ts'
import { singleCell } from '../grid/sheet.ts'
import { useStore } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { focusTable } from '../ui/panes.ts'
import { GROUP_NAMES, groupFindings } from './groups.ts'

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircleRegular className="severity-error" />,
  warning: <WarningRegular className="severity-warning" />,
  info: <InfoRegular className="severity-info" />,
}

export function FindingsPanel() {
  const { t } = useTranslation()
  const report = useStore((state) => state.open?.report)
  const findings = useStore((state) => state.findings)
  if (report === undefined) return null
  if (findings.length === 0) return <EmptyState title={t('noFindings')} hint={t('noFindingsHint')} />
  return (
    <Accordion multiple collapsible className="findings">
      {groupFindings(findings).map((group) => (
        <AccordionItem key={group.code} value={group.code}>
          <AccordionHeader
            size="small"
            icon={ICONS[group.severity]}
            data-testid="finding-group"
            data-code={group.code}
          >
            {t('findingGroup', { n: group.findings.length, kind: t(GROUP_NAMES[group.code]) })}
          </AccordionHeader>
          <AccordionPanel className="finding-list">
            <Findings findings={group.findings} report={report} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  )
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly report: Report
}

/** More than these nobody reads one by one. */
const MOST_SHOWN = 200

/** Drawn only while its group is open. */
function Findings({ findings, report }: FindingsProps) {
  const { t } = useTranslation(['common', 'findings'])
  const rows = new Map(report.rows.map((row) => [row.id, row]))
  return (
    <>
      {findings.slice(0, MOST_SHOWN).map((finding, index) => (
        <button
          key={index}
          type="button"
          className="finding"
          data-testid="finding"
          onClick={() => goTo(finding, report)}
        >
          <span className="finding-where">{nameOf(rows.get(finding.row ?? ''))}</span>
          {t(`findings:${finding.code}`, finding.params)}
        </button>
      ))}
      {findings.length > MOST_SHOWN && (
        <p className="quiet finding-rest">{t('moreFindings', { n: findings.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}

function nameOf(row: Row | undefined): string {
  return row === undefined ? '' : [row.ordinal, row.name].filter((text) => text !== '').join('. ')
}

/** Selects the cell and gives the keyboard back to the table. */
function goTo({ row, column }: Finding, report: Report): void {
  const target = column ?? report.columns.find(({ role }) => role === 'name')?.id
  if (row === undefined || target === undefined) return
  select(singleCell({ row, column: target }))
  focusTable()
}
