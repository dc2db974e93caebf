/** Edits of every kind for any report, for tests that must hold for all of them. Some of them cannot be carried out. */
import fc from 'fast-check'
import {
  ASSIGNERS,
  DIRECTIONS,
  LESS_RATINGS,
  ROLES,
  ROLL_UPS,
  type Edit,
  type Id,
  type Report,
  type Role,
} from '../../shared/model.ts'
import { isSourceFigure } from '../../shared/columns.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { HALF_YEAR, YEAR } from './building.ts'

const text = fc.constantFrom(
  '',
  '10',
  '- Tên',
  ' 5 % ',
  'chữ',
  'Đạt',
  '>90',
  '1.5',
  '3.700',
  '21/34',
  '-',
  '2,5',
)
const date = fc.constantFrom('2024-01-31', '2024-06-30')

/** Of this report; `fresh` are ids for new columns, of which the same may come twice. */
export function arbitraryEdit(report: Report, fresh: readonly Id[]): fc.Arbitrary<Edit> {
  const column = fc.constantFrom(...report.columns.map(({ id }) => id), ...fresh)
  const likely = (role: (found: Role) => boolean) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(...report.columns.filter((each) => role(each.role)).map(({ id }) => id)),
      },
      { weight: 1, arbitrary: column },
    )
  const figure = likely(isSourceFigure)
  const added = fc.oneof(fc.constantFrom(...fresh), column)
  const row = fc.constantFrom(...report.rows.map(({ id }) => id))
  const place = { row, column }
  const optional = { requiredKeys: [] }
  const of = <Type extends Edit['type']>(type: Type) => fc.constant(type)
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(
        { type: of('cell'), ...place, text, reason: text },
        { requiredKeys: ['type', 'row', 'column', 'text'] },
      ),
    },
    fc.record({
      type: of('properties'),
      properties: fc.record(
        {
          title: text,
          subtitle: text,
          period: fc.constantFrom(YEAR, HALF_YEAR),
          policy: fc.oneof(
            fc.constant(DEFAULT_POLICY),
            fc
              .record({ less: fc.constantFrom(...LESS_RATINGS), digits: fc.integer({ min: 0, max: 3 }) })
              .map((set) => ({ ...DEFAULT_POLICY, ...set })),
          ),
        },
        optional,
      ),
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        type: of('column'),
        column,
        set: fc.record(
          {
            role: fc.constantFrom(...ROLES),
            width: fc.integer({ min: 1, max: 50 }),
            hidden: fc.boolean(),
            assignedBy: fc.constantFrom(...ASSIGNERS, null),
            of: figure,
            to: figure,
            term: fc.boolean(),
            counts: fc.constantFrom('first', 'latest'),
            digits: fc.constantFrom(0, 1, null),
            steps: fc.constantFrom(1, 5, null),
          },
          optional,
        ),
      }),
    },
    fc.record(
      {
        type: of('addColumn'),
        id: fc.constantFrom(...fresh),
        after: column,
        role: fc.constantFrom('ratio', 'change', 'growth', 'assessment'),
        header: fc.array(text, { maxLength: 2 }),
        of: figure,
        to: figure,
      },
      { requiredKeys: ['type', 'id', 'after', 'role', 'header'] },
    ),
    fc.record({ type: of('removeColumn'), column: added }),
    fc.record({
      type: of('row'),
      row,
      set: fc.record(
        {
          direction: fc.constantFrom(...DIRECTIONS, null),
          yearEndOnly: fc.boolean(),
          rollUp: fc.constantFrom(...ROLL_UPS, null),
        },
        optional,
      ),
    }),
    fc.record({
      type: of('metadata'),
      ...place,
      set: fc.record(
        {
          asOf: fc.oneof(date, fc.constant(null)),
          kind: fc.constantFrom('actual', 'estimate', 'forecast', null),
          source: fc.constantFrom('Chi cục Thống kê', '', null),
          note: fc.constantFrom('chờ xác nhận', null),
        },
        optional,
      ),
    }),
    fc.record({
      type: of('planValues'),
      row,
      column: likely((role) => role === 'plan'),
      values: fc.array(fc.record({ text, decision: text, date }, { requiredKeys: ['text', 'decision'] }), {
        maxLength: 3,
      }),
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        type: of('reading'),
        row,
        column: figure,
        value: fc.constantFrom('1.5', '15', '3.7', '3700'),
      }),
    },
    fc.record({
      type: of('stated'),
      column,
      rows: fc.array(row, { maxLength: 3 }),
      use: fc.constantFrom('computed', 'file'),
    }),
    fc.record({
      type: of('setAside'),
      findings: fc.array(
        fc.record(
          { code: fc.constantFrom('ratio-wrong', 'sum-differs'), row, column, seen: text },
          { requiredKeys: ['code', 'seen'] },
        ),
        { maxLength: 3 },
      ),
      reason: fc.oneof(text, fc.constant(null)),
    }),
  )
}
