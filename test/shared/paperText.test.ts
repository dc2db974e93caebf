import { describe, expect, it } from 'vitest'
import type { TextBlock } from '../../shared/model.ts'
import { letterheadBlocks, signatureBlocks, type PaperBlock } from '../../shared/paperText.ts'

/** Lines as marked texts: *bold*, /italic/, with _ for a rule of the line's length and - for a part of it. */
function marked(blocks: readonly PaperBlock[]): string[][] {
  return blocks.map(({ lines }) =>
    lines.map(({ text, bold, italic, rule }) => {
      const weight = bold ? `*${text}*` : text
      const slope = italic ? `/${weight}/` : weight
      return slope + (rule === 'whole' ? ' _' : rule === 'part' ? ' -' : '')
    }),
  )
}

function block(side: TextBlock['side'], ...lines: string[]): TextBlock {
  return { side, lines }
}

describe('a letterhead', () => {
  it('of a people’s committee: its whole name bold over a short rule, the motto over a rule of its length', () => {
    const blocks = [
      block('left', 'ỦY BAN NHÂN DÂN', 'XÃ LỤC BÌNH', 'Số: 05/BC-UBND'),
      block(
        'right',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Lục Bình, ngày 05 tháng 12 năm 2023',
      ),
    ]
    expect(marked(letterheadBlocks(blocks))).toEqual([
      ['*ỦY BAN NHÂN DÂN*', '*XÃ LỤC BÌNH* -', 'Số: 05/BC-UBND'],
      [
        '*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*',
        '*Độc lập - Tự do - Hạnh phúc* _',
        '/Lục Bình, ngày 05 tháng 12 năm 2023/',
      ],
    ])
  })

  it('of a department: the superior body upright', () => {
    const [left] = marked(letterheadBlocks([block('left', 'UBND TỈNH BẮC KẠN', 'SỞ TÀI CHÍNH')]))
    expect(left).toEqual(['UBND TỈNH BẮC KẠN', '*SỞ TÀI CHÍNH*'])
  })

  it('of the Party: the Party’s name over a rule, none below the issuing body', () => {
    const blocks = [
      block('left', 'ĐẢNG BỘ HUYỆN BẠCH THÔNG', 'ĐẢNG ỦY XÃ LỤC BÌNH', '*', 'Số 282-BC/ĐU'),
      block('right', 'ĐẢNG CỘNG SẢN VIỆT NAM'),
    ]
    expect(marked(letterheadBlocks(blocks))).toEqual([
      ['ĐẢNG BỘ HUYỆN BẠCH THÔNG', '*ĐẢNG ỦY XÃ LỤC BÌNH*', '***', 'Số 282-BC/ĐU'],
      ['*ĐẢNG CỘNG SẢN VIỆT NAM* _'],
    ])
  })

  it('of one body alone is bold', () => {
    expect(marked(letterheadBlocks([block('left', 'UBND XÃ LỤC BÌNH')]))).toEqual([['*UBND XÃ LỤC BÌNH*']])
  })

  it('with the unit of the figures has that in italics', () => {
    expect(marked(letterheadBlocks([block('right', 'Đơn vị tính: triệu đồng')]))).toEqual([
      ['/Đơn vị tính: triệu đồng/'],
    ])
  })

  it('joins what stands on one side', () => {
    const blocks = [block('right', 'Biểu số 01'), block('left', 'UBND XÃ A'), block('right', 'Đơn vị: ha')]
    expect(letterheadBlocks(blocks).map(({ side, lines }) => [side, lines.length])).toEqual([
      ['left', 1],
      ['right', 2],
    ])
  })
})

describe('a signature block', () => {
  it('has room to sign above the name', () => {
    expect(marked(signatureBlocks([block('right', 'T/M ĐẢNG ỦY', 'PHÓ BÍ THƯ', 'Nông Thị Quyến')]))).toEqual([
      ['*T/M ĐẢNG ỦY*', '*PHÓ BÍ THƯ*', '**', '**', '**', '*Nông Thị Quyến*'],
    ])
    const [left] = signatureBlocks([block('left', 'Người lập biểu', 'Nguyễn Văn An')])
    expect(left?.lines).toHaveLength(5)
  })

  it('keeps the room that the source has, and has none without a name', () => {
    expect(signatureBlocks([block('right', 'CHỦ TỊCH', '', 'Trần Thị Ngọc')])[0]?.lines).toHaveLength(3)
    expect(signatureBlocks([block('right', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH')])[0]?.lines).toHaveLength(2)
  })

  it('has place and date, and what stands in brackets, in italics', () => {
    const lines = ['Lục Bình, ngày tháng năm 2023', 'CHỦ TỊCH', '(Ký, đóng dấu)']
    expect(marked(signatureBlocks([block('right', ...lines)]))[0]?.filter((line) => line !== '//')).toEqual([
      '/Lục Bình, ngày tháng năm 2023/',
      '*CHỦ TỊCH*',
      '/(Ký, đóng dấu)/',
    ])
  })

  it('has the recipients small and from the left', () => {
    const [recipients] = signatureBlocks([block('left', 'Nơi nhận:', '- Huyện ủy,', '- Lưu: VT.')])
    expect(recipients?.align).toBe('left')
    expect(recipients?.lines.map(({ size, bold, italic }) => [size, bold, italic])).toEqual([
      [12, true, true],
      [11, false, false],
      [11, false, false],
    ])
  })

  it('ends as the source ends', () => {
    expect(marked(signatureBlocks([block('centre', './.')]))).toEqual([['./.']])
    expect(signatureBlocks([])).toEqual([])
  })
})
