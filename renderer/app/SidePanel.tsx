/** What the selected thing has to say: findings, the row, the history of the cell. */
import { Tab, TabList } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { showPanel } from '../actions/program.ts'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { HistoryPanel } from '../row/HistoryPanel.tsx'
import { RowPanel } from '../row/RowPanel.tsx'
import type { Panel } from '../store.ts'

export function SidePanel({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation()
  return (
    <>
      <TabList
        size="small"
        selectedValue={panel}
        onTabSelect={(_, { value }) => {
          if (value === 'findings' || value === 'row' || value === 'history') showPanel(value)
        }}
      >
        <Tab value="findings" data-testid="tab-findings">
          {t('panelFindings')}
        </Tab>
        <Tab value="row" data-testid="tab-row">
          {t('panelRow')}
        </Tab>
        <Tab value="history" data-testid="tab-history">
          {t('panelHistory')}
        </Tab>
      </TabList>
      <div className="side-content" role="tabpanel">
        {panel === 'findings' && <FindingsPanel />}
        {panel === 'row' && <RowPanel />}
        {panel === 'history' && <HistoryPanel />}
      </div>
    </>
  )
}
