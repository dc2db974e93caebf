/** All reports on the left, by year and period. */
import { Badge, SearchBox, Spinner, Tree, TreeItem, TreeItemLayout } from '@fluentui/react-components'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openReport } from '../actions/reports.ts'
import { useStore } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { periodText, periodUnderYear } from '../ui/period.ts'
import { groupByYear, matchingReports, type ReportGroup } from './groups.ts'

export function ReportList() {
  const { t } = useTranslation()
  // Hundreds may come at once, after an import: they are drawn while the window goes on.
  const reports = useDeferredValue(useStore((state) => state.reports))
  const [typed, setTyped] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())

  if (reports === null) return <Spinner size="tiny" label={t('readingReports')} />
  const groups = groupByYear(matchingReports(reports, typed, (period) => periodText(period, t)))
  const keys = groups.map(keyOf)
  return (
    <>
      <div className="list-search">
        <SearchBox
          size="small"
          placeholder={t('searchReports')}
          aria-label={t('searchReports')}
          data-testid="report-search"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </div>
      {groups.length === 0 && <EmptyState title={typed === '' ? t('noReports') : t('nothingFound')} />}
      <Tree
        className="list-tree"
        size="small"
        aria-label={t('reports')}
        openItems={keys.filter((key) => !folded.has(key))}
        onOpenChange={(_, { value, open }) => {
          const key = String(value)
          setFolded(
            (before) => new Set(open ? [...before].filter((other) => other !== key) : [...before, key]),
          )
        }}
      >
        {groups.map((group) => (
          <TreeItem key={keyOf(group)} value={keyOf(group)} itemType="branch">
            <TreeItemLayout className="list-year">{group.year ?? t('periodUnknown')}</TreeItemLayout>
            <Tree>
              <Reports group={group} />
            </Tree>
          </TreeItem>
        ))}
      </Tree>
    </>
  )
}

function Reports({ group }: { readonly group: ReportGroup }) {
  const { t } = useTranslation()
  const current = useStore((state) => state.opening ?? state.open?.report.id)
  return group.reports.map(({ id, title, period, office, sample }) => (
    <TreeItem
      key={id}
      value={id}
      itemType="leaf"
      data-testid="report-item"
      data-report={id}
      aria-current={id === current ? 'page' : undefined}
      onClick={() => void openReport(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        // Else the same key would go on into the table, which takes the focus as soon as it is open.
        event.preventDefault()
        void openReport(id)
      }}
    >
      <TreeItemLayout className="list-report" title={title}>
        <span className="list-period">
          {periodUnderYear(period, t)}
          {sample && (
            <Badge size="small" appearance="tint" color="informative">
              {t('sample')}
            </Badge>
          )}
        </span>
        <span className="list-title">{title}</span>
        {office !== '' && <span className="list-office">{office}</span>}
      </TreeItemLayout>
    </TreeItem>
  ))
}

function keyOf({ year }: ReportGroup): string {
  return `year-${year ?? 'unknown'}`
}
