import { describe, expect, it } from 'vitest'
import { effectOf } from '../../renderer/ui/effect.ts'
import { calculate } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Policy, Report } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { build } from '../shared/building.ts'

function effect(report: Report, ...edits: readonly Edit[]) {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return effectOf(report, calculate(report), applied.value.report)
}

const policy = (set: Partial<Policy>): Edit => ({
  type: 'properties',
  properties: { policy: { ...DEFAULT_POLICY, ...set } },
})

describe('effectOf', () => {
  const report = build([
    ['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '', ''],
    ['2', 'Diện tích trồng ngô', 'Ha', '30', '31,7', '', ''],
    ['3', 'Diện tích trồng lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'],
  ])

  it('counts what another rating fills in, with the first changes as examples', () => {
    expect(effect(report, policy({ less: 'plan-by-result' }))).toMatchObject({
      assessments: 0,
      figures: 1,
      dropped: 0,
      kept: 0,
      examples: [{ row: 'Tỷ lệ hộ nghèo', column: 'Cột 6', before: '', after: '102,08' }],
    })
  })

  it('tells what is worked out differently and goes on showing the file’s text', () => {
    const words = { ...DEFAULT_POLICY.wholePeriod, missed: 'Chưa hoàn thành', exceeded: 'Vượt mức' }
    // The other two rows have no stated text: theirs change.
    expect(effect(report, policy({ wholePeriod: words }))).toMatchObject({
      assessments: 2,
      figures: 0,
      kept: 1,
    })
  })

  it('counts texts of the file that stop being shown', () => {
    const stated = build([['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '97,96', '']])
    expect(effect(stated, policy({ less: 'two-minus' }))).toMatchObject({ figures: 1, dropped: 1 })
  })

  it('counts the cells of a new column apart', () => {
    const add: Edit = { type: 'addColumn', id: 'new', after: 'c6', role: 'ratio', header: ['%'] }
    expect(effect(report, add)).toMatchObject({ filled: 2, figures: 0, assessments: 0 })
  })

  it('is nothing where nothing changes', () => {
    expect(effect(report)).toMatchObject({ assessments: 0, figures: 0, filled: 0, dropped: 0, kept: 0 })
  })

  it('leaves hidden columns out', () => {
    const columns = report.columns.map((column) =>
      column.id === 'c6' ? { ...column, hidden: true } : column,
    )
    expect(effect({ ...report, columns }, policy({ digits: 0 }))).toMatchObject({ figures: 0 })
    expect(effect(report, policy({ digits: 0 }))).toMatchObject({ figures: 1, kept: 1 })
  })
})
