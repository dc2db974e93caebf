import { describe, expect, it } from 'vitest'
import { isShare, measureOf } from '../../shared/units.ts'

describe('measureOf', () => {
  it.each([
    ['%', '%'],
    ['% ', '%'],
    ['%/năm', '%'],
    ['‰', '‰'],
    ['Ha', 'ha'],
    ['Triệu đồng', 'triệu đồng'],
    ['Tr.đồng', 'triệu đồng'],
    ['tỉ đồng', 'tỷ đồng'],
    ['Tạ/ha', 'tạ/ha'],
    ['tạ / Ha', 'tạ/ha'],
    ['triệu đồng/ha/năm', 'triệu đồng/ha/năm'],
    ['m²', 'm2'],
    ['Con', undefined],
    ['', undefined],
    ['Bác sỹ/vạn dân', undefined],
  ])('of "%s" is %s', (unit, measure) => {
    expect(measureOf(unit)).toBe(measure)
    expect(measureOf(unit.normalize('NFD'))).toBe(measure)
  })

  it('knows shares', () => {
    expect(['%', '‰', 'ha', undefined].map(isShare)).toEqual([true, true, false, false])
  })
})
