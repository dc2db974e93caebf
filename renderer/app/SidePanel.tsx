/** Beside the table: the findings, the row and the history of the cell with the cursor, the summary of the report. */
import { Tab, TabList } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { showPanel } from '../actions/program.ts'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { unsettledCount } from '../findings/list.ts'
import { HistoryPanel } from '../row/HistoryPanel.tsx'
import { RowPanel } from '../row/RowPanel.tsx'
import { SummaryPanel } from '../summary/SummaryPanel.tsx'
import { useStore, type Panel } from '../store.ts'

export function SidePanel({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation()
  const findings = useStore((state) => unsettledCount(state.findings))
  return (
    <>
      <TabList
        size="small"
        className="side-tabs"
        selectedValue={panel}
        onTabSelect={(_, { value }) => {
          if (value === 'findings' || value === 'row' || value === 'history' || value === 'summary')
            showPanel(value)
        }}
      >
        <Tab value="findings" data-testid="tab-findings">
          {findings === 0 ? t('panelFindings') : t('panelFindingsCount', { n: findings })}
        </Tab>
        <Tab value="row" data-testid="tab-row">
          {t('panelRow')}
        </Tab>
        <Tab value="history" data-testid="tab-history">
          {t('panelHistory')}
        </Tab>
        <Tab value="summary" data-testid="tab-summary">
          {t('panelSummary')}
        </Tab>
      </TabList>
      <div className="side-content" role="tabpanel">
        {panel === 'findings' && <FindingsPanel />}
        {panel === 'row' && <RowPanel />}
        {panel === 'history' && <HistoryPanel />}
        {panel === 'summary' && <SummaryPanel />}
      </div>
    </>
  )
}
