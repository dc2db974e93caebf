/** The two encodings of Vietnamese from before Unicode, as the Latin-1 characters that their bytes are read as. */

/** TCVN3 (ABC, fonts ".Vn…"): one byte a letter. Toned capitals have none; fonts of capitals draw the small letters large. */
const TCVN3_LETTERS =
  'ĂÂÊÔƠƯĐăâêôơưđ' + // A1 to AE
  '\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặ' + // AF to C6
  'ầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò' + // C7 to DF
  '\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ' // E0 to FE

const TCVN3_FIRST = 0xa1

export const TCVN3: ReadonlyMap<string, string> = new Map(
  Array.from(TCVN3_LETTERS, (letter, index): [string, string] => [
    String.fromCharCode(TCVN3_FIRST + index),
    letter,
  ]).filter(([, letter]) => letter !== '\0'),
)

/** Toned and hatted vowels of VNI (fonts "VNI-…"): a base letter and a mark behind it. */
const VNI_PAIRS: Readonly<Record<string, string>> = {
  a: 'øà ùá ûả õã ïạ ââ àầ áấ åẩ ãẫ äậ êă èằ éắ úẳ üẵ ëặ',
  e: 'øè ùé ûẻ õẽ ïẹ âê àề áế åể ãễ äệ',
  o: 'øò ùó ûỏ õõ ïọ âô àồ áố åổ ãỗ äộ',
  ô: 'øờ ùớ ûở õỡ ïợ',
  u: 'øù ùú ûủ õũ ïụ',
  ö: 'øừ ùứ ûử õữ ïự',
  y: 'øỳ ùý ûỷ õỹ',
}

/** Letters of VNI that stand alone; the others of Latin-1 are marks or themselves. */
const VNI_SINGLES: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

/** Pairs and single letters, small and capital. A capital may carry its mark in either case ("AØ", "Aø"). */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...Object.entries(VNI_PAIRS).flatMap(([base, pairs]) =>
    pairs.split(' ').flatMap((pair): [string, string][] => {
      const [mark = '', letter = ''] = pair
      const capital = base.toUpperCase()
      return [
        [base + mark, letter],
        [capital + mark, letter.toUpperCase()],
        [capital + mark.toUpperCase(), letter.toUpperCase()],
      ]
    }),
  ),
  ...Object.entries(VNI_SINGLES).flatMap(([byte, letter]): [string, string][] => [
    [byte, letter],
    [byte.toUpperCase(), letter.toUpperCase()],
  ]),
])
