/** The abbreviations of headers written out, so that "KH 2023" and "Kế hoạch năm 2023" are found alike. */
import { plainWords } from '../text.ts'

const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bu ?th(?=\d|\b)/g, 'uoc thuc hien '],
  [/\bth(?=\d|\b)/g, 'thuc hien '],
  [/\bkh(?=\d|\b)/g, 'ke hoach '],
  [/\bnq(?=\d|\b)/g, 'nghi quyet '],
  [/\bnk\b/g, 'nhiem ky'],
  [/\blk\b/g, 'luy ke'],
  [/\bck\b/g, 'cung ky'],
  [/\b(\d+)t\b/g, '$1 thang'],
]

/** As `plainWords`, with "TH", "KH", "NQ", "LK" and the like written out; the spaces may be several. */
export function longForm(text: string): string {
  return LONG_FORMS.reduce((words, [short, full]) => words.replace(short, full), plainWords(text))
}
