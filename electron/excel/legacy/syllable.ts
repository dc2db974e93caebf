/** Whether a word can be a Vietnamese syllable: its sounds in their order and one tone where a tone may stand. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSET = '(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?'
const OPEN =
  '(?:oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uy|uơ|ưa|ưi|ưu|[aeêioôơuưy])'
const CLOSED_NUCLEUS = '(?:uyê|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uy|uơ|ươ|[aăâeêioôơuưy])'
const SYLLABLE = new RegExp(`^${ONSET}(?:${OPEN}|${CLOSED_NUCLEUS}(?:ch|nh|ng|[cmnpt]))$`, 'u')
/** These never end a nasal or stop of the other kind: "ình" but not "ềnh" closed by "ch" alone is told by use, "ơnh" never. */
const NEVER = /(?:[ăâoôơuư]|ươ|uô|iê|yê|uâ)(?:nh|ch)$/u
/** Before p, t, c and ch only the sharp and the heavy tone can stand. */
const STOPPED = /(?:ch|[cpt])$/u
/** "ñ" is an n with a tone to Unicode, but none of Vietnamese. */
const TONED_CONSONANT = /[bcdđghklmnpqrstvx][\u0300\u0301\u0303\u0309\u0323]/u
const SHARP_OR_HEAVY = /[\u0301\u0323]/

/** Of one word of letters, in any case. "gì", "quốc", "nghiệp"; not "Bỡnh", not "møc". */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONES) ?? []
  const letters = parts.replace(TONES, '').normalize('NFC')
  if (tones.length > 1 || TONED_CONSONANT.test(parts)) return false
  if (!SYLLABLE.test(letters) || NEVER.test(letters)) return false
  if (!STOPPED.test(letters)) return true
  return SHARP_OR_HEAVY.test(tones[0] ?? '')
}
