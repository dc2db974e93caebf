/** Column roles, assigners and years by the words of headers, as seen in reports and in national forms. */
import { describe, expect, it } from 'vitest'
import { assignerOf, roleOfPath, yearOf } from '../../../shared/layout/headerWords.ts'

describe('the role of a header', () => {
  it.each([
    ['TT', 'ordinal'],
    ['STT', 'ordinal'],
    ['Số TT', 'ordinal'],
    ['Chỉ tiêu', 'name'],
    ['CHỈ TIÊU', 'name'],
    ['Tên chỉ tiêu', 'name'],
    ['Nội dung', 'name'],
    ['Tên tiêu chí', 'name'],
    ['Chỉ tiêu chủ yếu', 'name'],
    ['Đơn vị', 'unit'],
    ['ĐVT', 'unit'],
    ['Đơn vị tính', 'unit'],
    ['Mã số', 'code'],
    ['Cơ quan chủ trì', 'owner'],
    ['Cơ quan chủ trì theo dõi, đánh giá', 'owner'],
    ['Đơn vị thực hiện', 'owner'],
    ['Kế hoạch 2023', 'plan'],
    ['KH2020', 'plan'],
    ['KH năm', 'plan'],
    ['Chỉ tiêu giao', 'plan'],
    ['Chỉ tiêu năm 2024', 'plan'],
    ['Mục tiêu phấn đấu của Chính phủ', 'plan'],
    ['KH Quốc hội giao', 'plan'],
    ['Dự toán được giao', 'plan'],
    ['Thực hiện', 'actual'],
    ['TH 6T đầu năm', 'actual'],
    ['Kết quả', 'actual'],
    ['Tiến độ thực hiện', 'actual'],
    ['Kết quả thực hiện kế hoạch', 'actual'],
    ['TH kỳ báo cáo', 'actual'],
    ['Ước thực hiện', 'estimate'],
    ['Ước TH 6T', 'estimate'],
    ['ƯTH 2020', 'estimate'],
    ['Dự tính tháng báo cáo', 'estimate'],
    ['Lũy kế', 'cumulative'],
    ['TH lũy kế từ đầu năm', 'cumulative'],
    ['Cộng dồn từ đầu năm', 'cumulative'],
    ['TH cùng kỳ', 'previous'],
    ['Lũy kế cùng kỳ', 'previous'],
    ['TH năm trước', 'previous'],
    ['TH tháng trước', 'previous'],
    ['Tỷ lệ%', 'ratio'],
    ['%', 'ratio'],
    ['% so với KH', 'ratio'],
    ['So sánh (%)', 'ratio'],
    ['So với cùng kỳ (%)', 'ratio'],
    ['so kỳ trước', 'ratio'],
    ['lũy kế so cùng kỳ', 'ratio'],
    ['ước 6T so KH năm', 'ratio'],
    ['TH/KH (%)', 'ratio'],
    ['ƯTH2020/TH2019', 'ratio'],
    ['Tăng, giảm', 'change'],
    ['Tăng (+), giảm (-)', 'change'],
    ['Chênh lệch', 'change'],
    ['BQGĐ 2016 - 2020 (%)', 'growth'],
    ['Tốc độ tăng', 'growth'],
    ['Tăng, giảm so với cùng kỳ (%)', 'growth'],
    ['Đánh giá', 'assessment'],
    ['Ghi chú (vượt, đạt, không đạt)', 'assessment'],
    ['Đạt/không đạt', 'assessment'],
    ['Ghi chú', 'note'],
    ['Nguyên nhân', 'text'],
    ['Tổng số', undefined],
    ['Vốn đăng ký', undefined],
    ['Cơ cấu (%)', undefined],
    ['Số lượng', undefined],
  ])('%s: %s', (text, role) => {
    expect(roleOfPath([text])).toBe(role)
  })

  it('is found without diacritics, in capitals, with decomposed letters', () => {
    expect(['KE HOACH', 'kế hoạch'.normalize('NFD'), 'Kế  hoạch'].map((text) => roleOfPath([text]))).toEqual([
      'plan',
      'plan',
      'plan',
    ])
  })

  it.each([
    [['Kết quả năm 2023', 'Tỷ lệ%'], 'ratio'],
    [['Kết quả năm 2023', 'Số lượng'], 'actual'],
    [['Kế hoạch', 'Tỉnh giao'], 'plan'],
    [['So sánh (%)', 'với KH'], 'ratio'],
    [['So sánh', 'Tăng'], 'change'],
    [['Cùng kỳ năm trước', 'Thực hiện'], 'previous'],
    [['Lũy kế', 'Thực hiện'], 'cumulative'],
    [['Kế hoạch năm 2024', 'Thực hiện'], 'actual'],
    [['Ước tính năm 2023', 'Tổng số'], 'estimate'],
    [['Ước tính năm 2023', 'Cơ cấu (%)'], undefined],
    [['Toàn huyện', 'KH 2020'], 'plan'],
  ])('%j: %s', (path, role) => {
    expect(roleOfPath(path)).toBe(role)
  })
})

describe('who assigned a plan', () => {
  it.each([
    [['Kế hoạch', 'Tỉnh giao'], 'province'],
    [['Kế hoạch giao', 'Tỉnh'], 'province'],
    [['Kế hoạch UBND tỉnh giao'], 'province'],
    [['Sở giao'], 'province'],
    [['KH huyện giao'], 'district'],
    [['Chỉ tiêu thành phố giao'], 'district'],
    [['Nghị quyết HĐND'], 'council'],
    [['KH năm 2024 (NQ)'], 'council'],
    [['Nghị quyết Đảng bộ'], 'party'],
    [['Chỉ tiêu Huyện ủy giao'], 'party'],
    [['Mục tiêu phấn đấu'], 'own'],
    [['Số được giao'], undefined],
    [['Kế hoạch 2023'], undefined],
  ])('%j: %s', (path, assigner) => {
    expect(assignerOf(path)).toBe(assigner)
  })
})

describe('the year of a header', () => {
  it.each([
    [['Kế hoạch 2023'], 2023],
    [['TH2019'], 2019],
    [['Kết quả năm 2023', 'Thực hiện'], 2023],
    [['Năm 2022', 'KH 2023'], 2023],
    [['Giai đoạn 2021-2025'], undefined],
    [['Kế hoạch'], undefined],
  ])('%j: %s', (path, year) => {
    expect(yearOf(path)).toBe(year)
  })
})
