/** What is questioned about a report as a whole. */
import type { Period } from '../../../shared/model.ts'
import { HALF_YEAR } from '../building.ts'
import { describeRule } from './cases.ts'

const quarter = (index: number, year: number): Period => ({ kind: 'quarter', index, year })
const year = (of: number): Period => ({ kind: 'year', year: of })

describeRule('period-differs', [
  {
    about: 'half of another year',
    title: 'BIỂU TIẾN ĐỘ 6 THÁNG ĐẦU NĂM 2024',
    period: { kind: 'half-year', index: 1, year: 2023 },
    found: [' '],
    params: {
      text: 'BIỂU TIẾN ĐỘ 6 THÁNG ĐẦU NĂM 2024',
      period: '6 tháng đầu năm 2024',
      set: '6 tháng đầu năm 2023',
    },
  },
  {
    about: 'half a year is no year',
    title: 'KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024',
    period: year(2024),
    found: [' '],
  },
  {
    about: 'the other half',
    title: 'KẾT QUẢ 6 THÁNG CUỐI NĂM 2024',
    period: HALF_YEAR,
    found: [' '],
  },
  { about: 'another term', title: 'GIAI ĐOẠN 2021-2025', period: year(2020), found: [' '] },
  {
    about: 'the columns of last year below a title without a year',
    title: 'BIỂU KẾT QUẢ',
    headers: { 3: 'Kế hoạch 2023', 4: 'Thực hiện năm 2023' },
    period: HALF_YEAR,
    found: [' '],
    params: { text: 'Kế hoạch 2023', period: 'năm 2023', set: '6 tháng đầu năm 2024' },
  },
  {
    about: 'the columns of last year below the title of this year',
    title: 'BIỂU KẾT QUẢ NĂM 2024',
    headers: { 3: 'Kế hoạch 2023', 4: 'Thực hiện năm 2023' },
    period: year(2024),
    found: [' '],
  },
  { about: 'the same', title: 'KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024', period: HALF_YEAR },
  { about: 'a part of the year that is named', title: 'CHỈ TIÊU NĂM 2024', period: HALF_YEAR },
  { about: 'a year of the term', title: 'CHỈ TIÊU GIAI ĐOẠN 2021 - 2025', period: year(2024) },
  {
    about: 'a month of a year in the columns',
    title: '',
    headers: { 4: 'Tháng 11 năm 2024' },
    period: year(2024),
  },
  { about: 'quarters of the year', title: '', headers: { 3: 'Quý II năm 2024' }, period: quarter(2, 2024) },
  {
    about: 'several periods, one of them the right one',
    title: 'ƯỚC THỰC HIỆN NĂM 2024, KẾ HOẠCH NĂM 2025',
    period: year(2024),
  },
  {
    about: 'this half and what is to do in the next',
    title: 'KẾT QUẢ 6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024',
    period: HALF_YEAR,
  },
  {
    about: 'the year before in its own column',
    roles: ['name', 'previous'],
    title: '',
    headers: { 1: 'TH 2022' },
  },
  { about: 'no period in the title', title: 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU', period: HALF_YEAR },
  { about: 'a report of unknown period', title: 'BIỂU NĂM 2024', period: { kind: 'unknown' } },
])
