import { describe, expect, it } from 'vitest'
import { isMultiple, isShare, measureOf, parseGluedUnit, parseUnit } from '../../shared/units.ts'

describe('measureOf', () => {
  it.each([
    ['%', '%'],
    ['% ', '%'],
    ['%/năm', '%'],
    ['%KH', '%'],
    ['Điểm %', '%'],
    ['phần nghìn', '‰'],
    ['‰', '‰'],
    ['Ha', 'ha'],
    ['ha rừng trồng', 'ha'],
    ['Ha (gieo trồng)', 'ha'],
    ['Triệu đồng', 'triệu đồng'],
    ['Tr.đồng', 'triệu đồng'],
    ['trđ', 'triệu đồng'],
    ['Tr đ', 'triệu đồng'],
    ['1.000 đồng', 'nghìn đồng'],
    ['tỉ đồng', 'tỷ đồng'],
    ['nghìn tỷ đồng', 'nghìn tỷ đồng'],
    ['Tạ/ha', 'tạ/ha'],
    ['tạ / Ha', 'tạ/ha'],
    ['triệu đồng/ha/năm', 'triệu đồng/ha/năm'],
    ['m²', 'm2'],
    ['Con', undefined],
    ['Triệu', undefined],
    ['đồng bào', undefined],
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

describe('parseUnit', () => {
  it.each([
    ['đồng', 'đồng', 0],
    ['Nghìn đồng', 'đồng', 3],
    ['nghìn tỷ đồng', 'đồng', 12],
    ['Con', 'con', 0],
    ['1000 con', 'con', 3],
    ['Triệu lượt', 'lượt', 6],
    ['Vạn dân', 'dân', 4],
    ['Tỷ', '', 9],
    ['Tấn', 'kg', 3],
    ['Nghìn tấn', 'kg', 6],
    ['ha', 'm2', 4],
    ['km2', 'm2', 6],
    ['km', 'm', 3],
    ['m3', 'lít', 3],
    ['%', '%', 0],
    ['‰', '%', -1],
    ['Tạ/ha', 'kg', -2],
    ['tấn/ha', 'kg', -1],
    ['Bác sỹ/10.000 dân', 'bác sỹ', -4],
  ])('"%s" is a power of ten of "%s": %i', (unit, base, power) => {
    expect(parseUnit(unit)).toMatchObject({ base, power })
  })

  it.each([
    ['Triệu đồng', true],
    ['nghìn', true],
    ['Con', false],
    ['Tấn', false],
    ['Bác sỹ/vạn dân', false],
    ['', false],
  ])('"%s" is a multiple: %s', (unit, is) => {
    expect(isMultiple(parseUnit(unit))).toBe(is)
  })

  it('has nothing to say without a unit', () => {
    expect([parseUnit(''), parseUnit(' ')]).toEqual([undefined, undefined])
  })
})

describe('parseGluedUnit', () => {
  it.each([
    ['tỷ', 'Triệu đồng', 'tỷ đồng'],
    ['nghìn', 'Con', 'nghìn con'],
    ['triệu', 'Nghìn con', 'triệu con'],
    ['nghìn', 'Tấn', 'nghìn tấn'],
    ['tạ', 'Tạ/ha', 'tạ/ha'],
    ['tấn', 'Tạ/ha', 'tấn/ha'],
    ['ha', 'Con', 'ha'],
    ['nghìn', '%', 'nghìn'],
  ])('"%s" in a row of %s is %s', (glued, unit, name) => {
    expect(parseGluedUnit(glued, parseUnit(unit))?.name).toBe(name)
  })
})
