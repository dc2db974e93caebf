/** A computed cell: how it came about or why it is empty, what the file says, and whose word counts. */
import { Button } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { setAsideEdit } from '../../shared/check/fixes.ts'
import { explain } from '../../shared/explain.ts'
import { shown, type Shown } from '../../shared/shown.ts'
import type { Stated } from '../../shared/model.ts'
import { normalText } from '../../shared/text.ts'
import { edit } from '../actions/editing.ts'
import { computedTextOf, type CellView } from '../grid/cells.ts'
import { useStore, type EditRequest } from '../store.ts'
import type { CellProps } from './CellSection.tsx'
import { TextField } from './TextField.tsx'

export function ComputedCell({ open, row, column, view }: CellProps & { readonly view: CellView }) {
  const { t } = useTranslation()
  const { report, computed } = open
  const address = { row: row.id, column: column.id }
  const blank = view.text === '' ? { blank: true as const } : {}
  const { by, differs } = shown(report, row, column, computed)
  const stated = row.stated[column.id]
  const computedText = computedTextOf(row, column, computed)
  return (
    <>
      <ul className="row-why" data-testid="row-why">
        {explain(report, row, column).map(({ key, params }, index) => (
          <li key={index}>{t(`figures:${key}`, params)}</li>
        ))}
      </ul>
      {stated !== undefined && stated.text !== '' && !differs && (
        <p className="row-note quiet" data-testid="row-stated">
          {t(statedKey(by, stated), { text: normalText(stated.text) })}
        </p>
      )}
      {differs && view.mark === undefined && (
        <p className="row-note quiet" data-testid="row-stated">
          {t('noteDiffers', { stated: normalText(stated?.text ?? ''), computed: computedText })}
        </p>
      )}
      {view.mark?.type === 'override' && (
        <>
          <TextField
            testId="row-reason"
            label={t('reasonTitle')}
            placeholder={t('reasonNone')}
            text={view.mark.reason}
            onChange={(reason) =>
              void edit([{ type: 'cell', ...address, text: view.text, reason, ...blank }])
            }
          />
          <Button
            size="small"
            data-testid="use-computed"
            onClick={() => void edit([{ type: 'cell', ...address, text: '' }])}
          >
            {computedText === '' ? t('dropOverride') : t('useComputed', { text: computedText })}
          </Button>
        </>
      )}
      {stated !== undefined && by !== 'override' && (
        <StatedChoice {...{ open, row, column, differs, replaced: stated.replaced === true }} />
      )}
    </>
  )
}

/** What the file says, and why it is not what is shown. */
function statedKey(by: Shown['by'], { replaced }: Stated): string {
  if (by === 'stated') return 'row:statedShown'
  return by === 'computed' && replaced !== true ? 'row:statedBefore' : 'inFile'
}

interface StatedChoiceProps extends CellProps {
  readonly differs: boolean
  readonly replaced: boolean
}

/** Where what the file states and what is computed differ: whose word counts in this cell. */
function StatedChoice({ open: { computed }, row, column, differs, replaced }: StatedChoiceProps) {
  const { t } = useTranslation()
  const all = useStore((state) => state.findings)
  const address = { column: column.id, rows: [row.id] }
  const computedText = computedTextOf(row, column, computed)
  const stated = normalText(row.stated[column.id]?.text ?? '')
  const questions = all.filter(
    (finding) => finding.row === row.id && finding.column === column.id && finding.settled === undefined,
  )
  if (!differs && !replaced) return null
  const keep: EditRequest | undefined = replaced
    ? { type: 'stated', ...address, use: 'file' }
    : questions.length === 0
      ? undefined
      : setAsideEdit(questions, '')
  return (
    <div className="row-buttons">
      {!replaced && (
        <Button
          size="small"
          data-testid="cell-use-computed"
          onClick={() => void edit([{ type: 'stated', ...address, use: 'computed' }])}
        >
          {t('useComputed', { text: computedText })}
        </Button>
      )}
      {keep !== undefined && (
        <Button size="small" data-testid="cell-keep-stated" onClick={() => void edit([keep])}>
          {t(replaced ? 'row:takeStated' : 'row:keepStated', { text: stated })}
        </Button>
      )}
    </div>
  )
}
