import { describe, expect, it } from 'vitest'
import type { Aim } from '../../shared/assess.ts'
import { aimAgainst, directionOf, proposeDirection } from '../../shared/direction.ts'
import type { Direction, Report, Row } from '../../shared/model.ts'
import { build } from './building.ts'

function rowOf(name: string, target = '10'): { report: Report; row: Row } {
  const report = build([['1', name, '%', target, '']])
  const [row] = report.rows
  if (row === undefined) throw new Error('a row')
  return { report, row }
}

function proposed(name: string, target?: string) {
  const { row } = rowOf(name, target)
  return proposeDirection(row, row.cells.c4)
}

describe('what is proposed from the name', () => {
  it.each([
    ['Tỷ lệ hộ nghèo', 'hộ nghèo'],
    ['TỶ LỆ HỘ NGHÈO ĐA CHIỀU', 'HỘ NGHÈO'],
    ['Tỷ lệ hộ nghèo (theo chuẩn đa chiều giai đoạn 2021-2025)', 'hộ nghèo'],
    ['Tỷ lệ hộ nghèo khu vực miền núi', 'hộ nghèo'],
    ['Số hộ cận nghèo cuối năm', 'hộ cận nghèo'],
    ['Hộ tái nghèo', 'tái nghèo'],
    ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng (cân nặng theo tuổi)', 'suy dinh dưỡng'],
    ['Suy dinh dưỡng thể thấp còi', 'Suy dinh dưỡng'],
    ['Tỷ lệ sinh con thứ 3 trở lên', 'sinh con thứ 3'],
    ['Tỷ lệ tăng dân số tự nhiên', 'tăng dân số tự nhiên'],
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi', 'tử vong'],
    ['Số vụ tai nạn giao thông', 'tai nạn'],
    ['Số người bị thương', 'bị thương'],
    ['Tỷ lệ thất nghiệp thành thị', 'thất nghiệp'],
    ['Số vụ phạm pháp hình sự', 'phạm pháp hình sự'],
    ['Tội phạm về trật tự xã hội', 'Tội phạm'],
    ['Tỷ lệ nợ xấu', 'nợ xấu'],
    ['Nợ đọng xây dựng cơ bản', 'Nợ đọng'],
    ['Tỷ lệ học sinh bỏ học', 'bỏ học'],
    ['Số chi bộ yếu kém', 'yếu kém'],
    ['Diện tích cháy rừng', 'cháy rừng'],
    ['Hồ sơ trễ hạn', 'trễ hạn'],
    ['Hộ nghe\u0300o', 'Hộ nghèo'],
  ])('"%s" is better less, because of "%s"', (name, words) => {
    expect(proposed(name)).toEqual({
      direction: 'less',
      why: { key: 'direction-less-name', params: { words } },
    })
  })

  it.each([
    'Tỷ lệ giảm hộ nghèo',
    'Giảm tỷ lệ hộ nghèo',
    'Mức giảm tỷ lệ sinh con thứ 3',
    'Số hộ nghèo được vay vốn',
    'Số hộ thoát nghèo',
    'Số vụ tai nạn được giải quyết',
    'Tỷ lệ điều tra, khám phá tội phạm',
    'Tỷ lệ tiếp nhận, giải quyết tin báo tố giác tội phạm, trong đó:',
    'Số người tham gia bảo hiểm thất nghiệp',
    'Xóa nhà tạm, nhà dột nát',
    'Thu hồi nợ đọng',
    'Thôn không có tệ nạn ma túy',
    'Tỷ lệ người nghiện ma túy được quản lý',
    'Dư nợ cho vay hộ nghèo',
    'Quỹ phòng, chống tội phạm',
    'Tỷ lệ trẻ em suy dinh dưỡng được phục hồi',
    'Số xã đạt tiêu chí hộ nghèo',
    'Tỷ lệ tăng dân số cơ học',
    'Sản lượng lương thực có hạt',
    'Diện tích trồng rừng',
    'Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh',
    'Tỷ lệ lao động qua đào tạo',
    'Số lao động được tạo việc làm',
    'Tổng đàn gia súc, gia cầm',
    'Thu ngân sách',
    'Kết nạp đảng viên',
    '',
  ])('"%s" is better more', (name) => {
    expect(proposed(name).direction).toBe('more')
  })

  it('says which word speaks against less', () => {
    expect(proposed('Số hộ nghèo được vay vốn').why).toEqual({
      key: 'direction-turned',
      params: { words: 'hộ nghèo', but: 'được' },
    })
  })

  it.each([
    ['Duy trì tỷ lệ người dân tham gia bảo hiểm y tế', 'Duy trì'],
    ['Giữ vững 19/19 tiêu chí', 'Giữ vững'],
  ])('"%s" is to be kept', (name, words) => {
    expect(proposed(name)).toEqual({
      direction: 'keep',
      why: { key: 'direction-keep-name', params: { words } },
    })
  })
})

describe('to keep what is unwanted', () => {
  it.each([
    ['Duy trì tỷ lệ hộ nghèo', '3', 'direction-keep-less-name', { words: 'Duy trì', thing: 'hộ nghèo' }],
    [
      'Tỷ lệ tăng dân số tự nhiên',
      'Duy trì 1,2%',
      'direction-keep-less-target',
      { text: 'Duy trì 1,2%', thing: 'tăng dân số tự nhiên' },
    ],
  ])('"%s" against "%s" is to have no more of it', (name, target, key, params) => {
    expect(proposed(name, target)).toEqual({ direction: 'keep', why: { key, params } })
  })

  it('says so where a person chose it', () => {
    const { report, row } = rowOf('Tỷ lệ hộ nghèo')
    expect(directionOf(report, { ...row, direction: 'keep' }).why).toEqual({
      key: 'direction-set-keep-less',
      params: { thing: 'hộ nghèo' },
    })
  })

  it.each<[string, string, Direction | undefined, Aim]>([
    ['Duy trì tỷ lệ hộ nghèo', '3', undefined, 'keep-less'],
    ['Tỷ lệ hộ nghèo', 'Duy trì 3', undefined, 'keep-less'],
    ['Tỷ lệ hộ nghèo', '3', 'keep', 'keep-less'],
    ['Tỷ lệ hộ nghèo', '3', undefined, 'less'],
    ['Duy trì mức giảm tỷ lệ hộ nghèo', '3', undefined, 'keep'],
    ['Duy trì số xã đạt chuẩn', '3', undefined, 'keep'],
    ['Duy trì tỷ lệ hộ nghèo', '3', 'more', 'more'],
  ])('"%s" against "%s", set to %s, is rated by %s', (name, target, direction, aim) => {
    const { row } = rowOf(name, target)
    expect(aimAgainst(direction === undefined ? row : { ...row, direction }, row.cells.c4)).toBe(aim)
  })
})

describe('what is proposed from the target', () => {
  it.each<[string, string, Direction, string]>([
    ['Tỷ lệ hộ nghèo', 'giảm 935 hộ', 'more', 'direction-decrease'],
    ['Tỷ lệ hộ nghèo', '>90', 'more', 'direction-more-target'],
    ['Tỷ lệ che phủ', '<12', 'less', 'direction-less-target'],
    ['Tỷ lệ che phủ', 'dưới 3%', 'less', 'direction-less-target'],
    ['Tỷ lệ hộ nghèo', '0,3-0,45', 'range', 'direction-range'],
    ['Xã đạt chuẩn', 'Duy trì 19/19', 'keep', 'direction-keep-target'],
    ['Xã đạt chuẩn', 'giữ vững', 'keep', 'direction-keep-target'],
    ['Tai nạn', 'Giảm cả 3 tiêu chí', 'words', 'direction-words'],
    ['Tỷ lệ hộ nghèo', '-', 'less', 'direction-less-name'],
    ['Tỷ lệ hộ nghèo', '', 'less', 'direction-less-name'],
    ['Xã đạt chuẩn', '10', 'more', 'direction-more'],
  ])('"%s" against "%s": %s', (name, target, direction, key) => {
    const found = proposed(name, target)
    expect([found.direction, found.why.key]).toEqual([direction, key])
  })
})

describe('what a person set', () => {
  it.each<[string, Direction, string]>([
    ['10', 'less', 'direction-set'],
    ['>90', 'less', 'direction-set-against-lower'],
    ['<12', 'more', 'direction-set-against-upper'],
    ['<12', 'keep', 'direction-set-against-upper'],
    ['10', 'range', 'direction-set-no-range'],
    ['5-10', 'range', 'direction-set'],
    ['', 'words', 'direction-set'],
  ])('for the target "%s" to %s says so: %s', (target, direction, key) => {
    const { report, row } = rowOf('Tỷ lệ hộ nghèo', target)
    const found = directionOf(report, { ...row, direction })
    expect(found).toMatchObject({ direction, proposed: false, why: { key } })
  })

  it('goes before what is proposed from the target of the assessment', () => {
    const { report, row } = rowOf('Tỷ lệ hộ nghèo', '<12')
    expect(directionOf(report, row)).toMatchObject({ direction: 'less', proposed: true })
    expect(directionOf(report, { ...row, direction: 'more' })).toMatchObject({
      direction: 'more',
      proposed: false,
    })
  })
})
