/** How the row is rated: what is good for it, and whether only the end of the year tells. */
import { Checkbox, Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../shared/direction.ts'
import { DIRECTIONS, type Direction, type Report, type Row } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { Section } from './Section.tsx'

const NAMES: Readonly<Record<Direction, string>> = {
  more: 'row:directionMore',
  less: 'row:directionLess',
  range: 'row:directionRange',
  keep: 'row:directionKeep',
  words: 'row:directionWords',
}

export function RatingSection({ report, row }: { readonly report: Report; readonly row: Row }) {
  const { t } = useTranslation()
  const { direction, why } = directionOf(report, row)
  const { direction: _set, ...unset } = row
  const proposed = directionOf(report, unset)
  return (
    <Section section="rating" title={t('row:rating')} summary={t(NAMES[direction])}>
      <Field
        label={t('row:direction')}
        size="small"
        hint={<span data-testid="direction-why">{t(`figures:${why.key}`, why.params)}</span>}
      >
        <Select
          size="small"
          data-testid="direction"
          value={row.direction ?? ''}
          onChange={(_, { value }) => {
            const chosen = DIRECTIONS.find((each) => each === value) ?? null
            void edit([{ type: 'row', row: row.id, set: { direction: chosen } }])
          }}
        >
          <option value="">{t('row:proposed', { what: t(NAMES[proposed.direction]) })}</option>
          {DIRECTIONS.map((each) => (
            <option key={each} value={each}>
              {t(NAMES[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        size="medium"
        className="row-check"
        data-testid="year-end-only"
        label={t('row:yearEndOnly')}
        checked={row.yearEndOnly === true}
        onChange={(_, { checked }) =>
          void edit([{ type: 'row', row: row.id, set: { yearEndOnly: checked === true } }])
        }
      />
    </Section>
  )
}
