/** Vietnamese words without case and diacritics, so that "Kế hoạch", "KẾ HOẠCH" and "Kê hoạch" are found alike. */
import { normalText } from '../text.ts'

/** Lower case, no diacritics, đ as d, single spaces: "Tỷ lệ %" → "ty le %". Word boundaries (`\b`) work on the result. */
export function plainWords(text: string): string {
  return normalText(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}
