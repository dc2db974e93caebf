/** The period of a report as text; a click opens the fields that change it. */
import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeforeClosing } from '../beforeClosing.ts'
import { areEqual } from '../../shared/equal.ts'
import type { Period } from '../../shared/model.ts'
import { PeriodField } from '../ui/PeriodField.tsx'
import { periodText } from '../ui/period.ts'

export interface EditablePeriodProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** Saving, Enter and going on elsewhere take the chosen period over, Esc keeps the old one. */
export function EditablePeriod({ period, onChange }: EditablePeriodProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Period | null>(null)

  function commit(): void {
    if (chosen !== null && !areEqual(chosen, period)) onChange(chosen)
    setChosen(null)
  }
  useBeforeClosing(commit)

  return (
    <Popover
      trapFocus
      open={chosen !== null}
      positioning={{ position: 'below', offset: 4 }}
      onOpenChange={(event, { open }) => {
        if (open) setChosen(period)
        else if (event.type === 'keydown') setChosen(null)
        else commit()
      }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <button
          type="button"
          className="editable sheet-period"
          data-testid="report-period"
          aria-label={`${t('period')}: ${periodText(period, t)}`}
        >
          {periodText(period, t)}
        </button>
      </PopoverTrigger>
      <PopoverSurface
        data-testid="period-popover"
        aria-label={t('period')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) commit()
        }}
      >
        <PeriodField period={chosen ?? period} onChange={setChosen} />
        <div className="popover-buttons">
          <Button size="small" appearance="primary" data-testid="period-save" onClick={commit}>
            {t('save')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  )
}
