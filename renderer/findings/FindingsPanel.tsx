/** What a careful reader would question, alike findings under one line; each is looked at, kept, replaced or set aside. */
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingLine } from './FindingLine.tsx'
import { linesOf, unfoldedAtFirst, unsettledCount } from './list.ts'
import { useFindingKeys } from './useFindingKeys.ts'
import './findings.css'

export function FindingsPanel() {
  const { t } = useTranslation()
  const open = useStore((state) => state.open)
  const findings = useStore((state) => state.findings)
  const view = useStore((state) => state.findingsView)
  const unfolded = useMemo(() => view.unfolded ?? unfoldedAtFirst(findings), [view.unfolded, findings])
  const lines = useMemo(() => linesOf(findings, unfolded), [findings, unfolded])
  const current =
    lines.find(({ key }) => key === view.current) ?? lines.find((line) => line.type === 'finding') ?? lines[0]
  const tree = useRef<HTMLDivElement>(null)
  const list = useFindingKeys(tree, { open, lines, current, unfolded })
  if (open === null) return null
  if (findings.length === 0) return <EmptyState title={t('noFindings')} hint={t('noFindingsHint')} />
  return (
    <div className="findings">
      <p className="findings-intro">
        {unsettledCount(findings) > 0 ? t('findingsIntro') : t('findingsAllSettled')}
      </p>
      <div
        ref={tree}
        role="tree"
        className="finding-lines"
        aria-label={t('panelFindings')}
        data-testid="findings"
        onKeyDown={list.onKeyDown}
        onFocus={list.onFocus}
        onBlur={list.onBlur}
      >
        {lines.map((line) => (
          <FindingLine
            key={line.key}
            open={open}
            line={line}
            current={line.key === current?.key}
            unseen={line.key === list.unseen}
            asking={line.key === list.asking}
            onPick={() => list.pick(line)}
            onAct={(action) => list.act(line, action)}
            onReason={(reason) => list.giveReason(line, reason)}
          />
        ))}
      </div>
      <p className="findings-keys quiet">
        {t('findingsKeys')}
        <br />
        {t('findingsDecisions')}
      </p>
    </div>
  )
}
