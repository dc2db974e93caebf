import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLegacy, legacyFont, type LegacyFont } from '../../../electron/excel/legacy/decode.ts'
import { isSyllable } from '../../../electron/excel/legacy/syllable.ts'
import { TCVN3, VNI } from '../../../electron/excel/legacy/tables.ts'

/** Words of these reports with every letter of the alphabet. */
const WORDS =
  'biểu kết quả các chỉ tiêu chủ yếu năm kế hoạch thực hiện tỷ lệ đánh giá diện tích trồng lúa cả sản lượng lương thực ngô đậu tương chăn nuôi trâu bò gia cầm rừng nghèo cận khẩu huyện xã trường chuẩn quốc trẻ suy dinh dưỡng bảo hiểm y tế lao động việc làm đường bê tông nước sạch vệ sinh người phụ nữ thể thao nghị quyết nhiệm kỳ đảng viên mới khuỷu khuya nguyễn ươm ướt ẵm ẩm ắt ỡm ỹ ỵ ý ỳ Đảng Ấp Ôn Ơn Ưu Ăn Ân Êm'.split(
    ' ',
  )

const TCVN3_FONT: LegacyFont = { encoding: 'tcvn3', capitals: false }
const CAPITALS_FONT: LegacyFont = { encoding: 'tcvn3', capitals: true }
const VNI_FONT: LegacyFont = { encoding: 'vni', capitals: false }

describe('the font of a cell', () => {
  it.each([
    ['.VnTime', TCVN3_FONT],
    ['.VnArialH', CAPITALS_FONT],
    ['.vntime', TCVN3_FONT],
    ['VNI-Times', VNI_FONT],
    ['VNI Helve', VNI_FONT],
    ['Times New Roman', undefined],
    ['Vnitalic', undefined],
  ])('%s', (font, expected) => {
    expect(legacyFont(font)).toEqual(expected)
  })
})

describe('a text in a TCVN3 font', () => {
  it.each([
    ['Uû ban nh©n d©n', 'Uỷ ban nhân dân'],
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['S¶n l\u00ad\u00eeng l\u00ad\u00acng thùc', 'Sản lượng lương thực'],
    ['n\u00adíc', 'nước'],
    ['§VT: triÖu ®ång', 'ĐVT: triệu đồng'],
    ['mixed with Unicode: Tổng møc b¸n lÎ', 'mixed with Unicode: Tổng mức bán lẻ'],
    ['Thực hiện 2003', 'Thực hiện 2003'],
    ['Thái Bình', 'Thái Bình'],
    ['Hà Giang', 'Hà Giang'],
    ['1.234,5', '1.234,5'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(decodeLegacy(text, TCVN3_FONT)).toBe(expected)
  })

  it.each([
    ['tØnh Th¸i B×nh', 'TỈNH THÁI BÌNH'],
    ['Bé, ngµnh', 'BỘ, NGÀNH'],
    ['tt', 'TT'],
    ['Hà Nội', 'Hà Nội'],
  ])('is drawn as capitals by a font of capitals: %j', (text, expected) => {
    expect(decodeLegacy(text, CAPITALS_FONT)).toBe(expected)
  })

  it('comes back, whatever Vietnamese word was written in it', () => {
    const bytes = new Map([...TCVN3].map(([byte, letter]) => [letter, byte]))
    const encoded = (text: string) => Array.from(text, (letter) => bytes.get(letter) ?? letter).join('')
    const word = fc.constantFrom(...WORDS.filter((each) => /^[\0-\u00FF]*$/.test(encoded(each))))
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        const text = words.join(' ')
        expect(decodeLegacy(encoded(text), TCVN3_FONT)).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a text in a VNI font', () => {
  it.each([
    ['UÛy ban nhaân daân', 'Ủy ban nhân dân'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp – Töï do – Haïnh phuùc', 'Độc lập – Tự do – Hạnh phúc'],
    ['Öôùc thöïc hieän', 'Ước thực hiện'],
    ['ñôn vò tính', 'đơn vị tính'],
    ['TYÛ LEÄ HOÄ NGHEØO', 'TỶ LỆ HỘ NGHÈO'],
    ['Kyø', 'Kỳ'],
    ['tính', 'tính'],
    ['Đơn vị tính', 'Đơn vị tính'],
  ])('%j is %j', (text, expected) => {
    expect(decodeLegacy(text, VNI_FONT)).toBe(expected)
  })

  it('has every letter of the alphabet once', () => {
    const letters = [...VNI.values()].filter((letter) => letter === letter.toLowerCase())
    expect(new Set(letters).size).toBe(letters.length)
    // Of the 67 toned or hatted letters "ì" and "í" are the same in Latin-1.
    expect(letters.length).toBe(65)
  })
})

describe('a Vietnamese syllable', () => {
  it.each('gì giếng quốc quyết xoong oanh khuỷu nghiệp ươm ngành'.split(' '))('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true)
  })

  it.each('Bỡnh møc ñôn cacc bồnh tac àá fax wể'.split(' '))('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})
