import { describe, expect, it } from 'vitest'
import { draftOf, policyFrom, toleranceOf, type PolicyDraft } from '../../../renderer/policy/draft.ts'
import { policyProblems } from '../../../renderer/policy/problems.ts'
import type { Report, Role } from '../../../shared/model.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
import { build, USUAL } from '../../shared/building.ts'

const DRAFT = draftOf(DEFAULT_POLICY, [])
const POOR = ['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09']
const RICE = ['2', 'Diện tích trồng lúa', 'Ha', '370', '368,77']

function keysOf(report: Report, set: Partial<PolicyDraft>) {
  const { digits, less, base, nearlyFrom, ...words } = policyProblems(report, { ...DRAFT, ...set })
  const ofWords = [words.withinYear, words.wholePeriod].flatMap((each) => Object.values(each))
  return [digits, less, base, nearlyFrom, ...ofWords].flatMap(
    (each) => each?.key.replace('settings:', '') ?? [],
  )
}

describe('policyProblems', () => {
  it('finds nothing in the program’s own policy', () => {
    expect(keysOf(build([POOR]), {})).toEqual([])
  })

  const withBase: readonly Role[] = ['ordinal', 'name', 'unit', 'previous', 'plan', 'actual', 'ratio']
  const noRatio: readonly Role[] = ['ordinal', 'name', 'unit', 'plan', 'actual', 'assessment']
  const based = build([['1', 'Tỷ lệ hộ nghèo', '%', '12,50', '10,30', '10,09']], { roles: withBase })
  it.each<[string, Report, Partial<PolicyDraft>, string | undefined]>([
    ['no rows to rate', build([RICE]), { less: 'two-minus' }, 'lessNoRows'],
    ['rows to rate', build([RICE, POOR]), { less: 'two-minus' }, undefined],
    ['no ratio column', build([POOR], { roles: noRatio }), { less: 'plan-by-result' }, 'lessNoRatio'],
    ['a reduction without a base year', build([POOR]), { less: 'reduction' }, 'baseNone'],
    ['a reduction with one', based, { less: 'reduction' }, undefined],
    ['the plan as base year', based, { less: 'reduction', base: 'c5' }, 'baseIsPlan'],
    ['the result as base year', based, { less: 'reduction', base: 'c6' }, 'baseIsResult'],
    ['a base year without its method', based, { less: 'none', base: 'c5' }, undefined],
    ['a tolerance that is no number', build([POOR]), { nearlyFrom: 'gần' }, 'nearlyNoNumber'],
    ['a tolerance that nothing reaches', build([POOR]), { nearlyFrom: '100' }, 'nearlyNever'],
    ['a tolerance above that', build([POOR]), { nearlyFrom: '120' }, 'nearlyNever'],
    ['a tolerance that takes everything', build([POOR]), { nearlyFrom: '0' }, 'nearlyAll'],
    ['a negative one', build([POOR]), { nearlyFrom: '-5' }, 'nearlyAll'],
    ['a tolerance without a word', build([POOR]), { nearlyFrom: '90' }, 'nearlyNoWord'],
  ])('%s', (_, report, set, key) => {
    const keys = keysOf(report, set).filter((each) => each !== 'digitsNoColumn')
    expect(keys).toEqual(key === undefined ? [] : [key])
  })

  it('is quiet about a tolerance that has a word', () => {
    const words = { ...DRAFT.withinYear, nearly: 'Cơ bản đạt' }
    expect(keysOf(build([POOR]), { withinYear: words, nearlyFrom: '90' })).toEqual([])
  })

  it('says at the later of two outcomes with one word which of them counts', () => {
    const wholePeriod = { ...DRAFT.wholePeriod, exceeded: 'Đạt' }
    const { wholePeriod: told } = policyProblems(build([POOR]), { ...DRAFT, wholePeriod })
    expect(told).toEqual({
      met: { key: 'settings:wordTwice', params: { word: 'Đạt', counted: 'met', other: 'exceeded' } },
    })
  })

  it('takes words that differ in case and brackets for one', () => {
    const withinYear = { ...DRAFT.withinYear, expected: '(ĐẠT)' }
    const { withinYear: told } = policyProblems(build([POOR]), { ...DRAFT, withinYear })
    expect(Object.keys(told)).toEqual(['expected'])
  })

  it('says what blanks of met and missed leave out, and nothing of other blanks', () => {
    const blank = { exceeded: '', met: '', nearly: '', missed: ' ', expected: '', pending: '' }
    expect(policyProblems(build([POOR]), { ...DRAFT, wholePeriod: blank }).wholePeriod).toEqual({
      met: { key: 'settings:metBlank', params: {} },
      missed: { key: 'settings:missedBlank', params: {} },
    })
  })

  it('names the columns with decimals of their own, and tells when there is nothing to round', () => {
    const report = build([POOR])
    const columns = report.columns.map((column) => (column.id === 'c6' ? { ...column, digits: 0 } : column))
    expect(policyProblems({ ...report, columns }, DRAFT).digits?.params).toEqual({ columns: 'Cột 6' })
    expect(policyProblems(build([POOR], { roles: noRatio }), DRAFT).digits?.key).toBe(
      'settings:digitsNoColumn',
    )
    expect(policyProblems(build([POOR], { roles: USUAL }), DRAFT).digits).toBeUndefined()
  })
})

describe('policyFrom', () => {
  it('gives back the policy that a draft was made of', () => {
    expect(policyFrom(DRAFT, DEFAULT_POLICY)).toEqual(DEFAULT_POLICY)
  })

  it('keeps the tolerance before, where the typed one is no number', () => {
    expect(policyFrom({ ...DRAFT, nearlyFrom: 'gần' }, DEFAULT_POLICY).nearlyFrom).toBe('95')
  })

  it('lets go of a base year whose column holds no figures any more', () => {
    const { columns } = build([])
    const policy = { ...DEFAULT_POLICY, less: 'reduction' as const, base: 'c5' }
    expect(draftOf(policy, columns).base).toBe('c5')
    expect(draftOf({ ...policy, base: 'c2' }, columns)).not.toHaveProperty('base')
    expect(draftOf({ ...policy, base: 'gone' }, columns)).not.toHaveProperty('base')
  })

  it('keeps a base year for the reduction only, and closes words up', () => {
    const draft = { ...DRAFT, base: 'c4', withinYear: { ...DRAFT.withinYear, nearly: ' Cơ bản  đạt ' } }
    expect(policyFrom(draft, DEFAULT_POLICY)).not.toHaveProperty('base')
    expect(policyFrom({ ...draft, less: 'reduction' }, DEFAULT_POLICY).base).toBe('c4')
    expect(policyFrom(draft, DEFAULT_POLICY).withinYear.nearly).toBe('Cơ bản đạt')
  })

  it.each([
    ['95', '95'],
    ['92,5', '92.5'],
    ['92,5 %', '92.5'],
    ['-5', '-5'],
    ['', undefined],
    ['> 90', undefined],
    ['90-95', undefined],
    ['21/34', undefined],
    ['95 ha', undefined],
  ])('reads the tolerance %j as %j', (typed, value) => {
    expect(toleranceOf(typed)).toBe(value)
  })
})
