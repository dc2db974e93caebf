/** What a column is for by the words of its header, as offices write them. */
import type { Assigner, Role } from '../model.ts'
import { plainWords } from '../text.ts'

const ORDINAL = /^(?:s\.? ?t\.? ?t|t\.? ?t|so tt|so thu tu|thu tu)\.?$/
const OWNER =
  /^(?:ten )?(?:cac )?(?:co quan|don vi|bo phan|nguoi|nganh)\b.*\b(?:chu tri|thuc hien|phu trach|phoi hop|theo doi|trach nhiem|tham muu|cung cap|thu thap|bao cao)\b|^(?:chu tri|phu trach|theo doi)\b/
const UNIT = /^(?:d\.? ?v\.? ?(?:t\.?)?|don vi(?: tinh| do(?: luong)?)?)(?: ?\(.*\)| ?:)?$/
const CODE = /^(?:ma|ms|ma (?:so|hieu|chi tieu))\.?$/
const NAME =
  /^(?:cac |ten |he thong |danh muc )*(?:chi tieu|tieu chi|noi dung|chi so|nhiem vu|muc tieu|hang muc|danh muc)(?:(?: ?[,/-]| va)? ?(?:cac )?(?:chi tieu|tieu chi|noi dung|nhiem vu|muc tieu|chu yeu|co ban|chinh|cong viec|cong tac|kinh te.*|kt ?- ?xh|phat trien.*))*$/
const PERSON = /^(?:ho va ten|ho ten|ho, ten)\b/
const ASSESSMENT =
  /\b(?:danh gia|xep loai)\b|\bvuot\b.*\bdat\b|\bdat ?[/,;-] ?(?:khong|chua|vuot)\b|\bhoan thanh ?[/,] ?(?:khong|chua)\b/
const NOTE = /\bghi chu\b/
const REMARK = /\b(?:nguyen nhan|ly do|giai trinh|giai phap|thuyet minh|nguon so lieu|kien nghi)\b/
/** "Tốc độ phát triển" is what "tốc độ tăng" is plus 100: an index. */
const INDEX = /\b(?:toc do|nhip do|chi so) phat trien\b(?!.*\b(?:binh quan|bq)\b)/
const GROWTH =
  /\b(?:toc do|nhip do|tang truong|bqgd|bq gd|binh quan giai doan|(?:binh quan|bq)\b.*(?:\bnam\b|(?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d))\b|\b(?:tang|giam)\b.*%|%.*\b(?:tang|giam)\b|\b(?:ty|ti) le (?:tang|giam)\b/
const CHANGE = /^\(?(?:so )?(?:tang|giam)\b|\bchenh lech\b|\btang ?[,/(+-]|\+ ?[/,] ?-|±|\btuyet doi\b/
const RATIO =
  /\b(?:ty le|ti le|so sanh)\b|\bso (?:voi|cung|ky|ke hoach|kh|nam|thang|quy|th|uoc|nghi quyet|nq|du toan|muc tieu)\b|^\(?%\)?$|%.*\b(?:kh|nq|ke hoach|dat|hoan thanh|thuc hien|th|so|ck|cung ky|du toan|nghi quyet|chi tieu)\b|\b(?:dat|hoan thanh|bang)\b.*%|\bmuc do hoan thanh\b|^\(?%\)? (?:ca )?(?:nam|nhiem ky|nk|giai doan)$|^(?:nam|nhiem ky|nk|giai doan) ?\(%\)$/
const SHARE = /\b(?:co cau|ty trong)\b/
const PREVIOUS = /\b(?:cung ky|ck|(?:ky|nam|thang|quy|vu) truoc|nam ngoai|(?:ky|nam) goc)\b/

/** Words of figures. Digits may stand glued to the abbreviations: "KH2020". */
const FIGURES: readonly (readonly [Role, RegExp])[] = [
  [
    'plan',
    /\b(?:kh|nq)(?=\d|\b)|\b(?:ke hoach|chi tieu|muc tieu|du toan|phan dau|nghi quyet|giao|(?:xa|phuong|don vi) dang ky)\b/,
  ],
  ['estimate', /\buth(?=\d|\b)|\b(?:uoc|du uoc|du tinh|du kien|du bao)\b/],
  ['cumulative', /\b(?:luy ke|cong don|lk|tu dau nam)\b/],
  [
    'actual',
    /\bth(?=\d|\b)|\b(?:thuc hien|ket qua|tien do|so bo(?! sung)|thuc dat|dat duoc|da dat|ky bao cao|ky nay|ky lua chon|trong ky|thang bao cao)\b/,
  ],
]

/** In characters. */
const LONGEST_OPENING = 60

const COMPARING: readonly Role[] = ['ratio', 'change', 'growth']

/** A header that names persons: such a list has no indicators. */
export function namesPersons(text: string): boolean {
  return PERSON.test(plainWords(text))
}

/** "Cơ cấu (%)": figures whose sum is a hundred. */
export function isShareHeader(path: readonly string[]): boolean {
  return SHARE.test(plainWords(path.join(' ')))
}

/** A header of lists that have figures but no indicators: of persons, of prices. */
export function isOfList(path: readonly string[]): boolean {
  return path.some(namesPersons) || /\b(?:don gia|thanh tien|so luong)\b/.test(plainWords(path.join(' ')))
}

/** Whether a text heads the first columns of a table: TT, Chỉ tiêu, ĐVT. Quick, for it is asked of every row. */
export function openingRole(text: string): 'ordinal' | 'name' | 'unit' | undefined {
  if (text.length > LONGEST_OPENING) return undefined
  const words = plainWords(text)
  if (ORDINAL.test(words)) return 'ordinal'
  if (UNIT.test(words)) return 'unit'
  return isName(words) ? 'name' : undefined
}

/** The role that one header text names; undefined where its words say nothing. */
export function roleOfText(text: string): Role | undefined {
  const words = plainWords(text)
  if (ORDINAL.test(words)) return 'ordinal'
  if (OWNER.test(words)) return 'owner'
  if (UNIT.test(words)) return 'unit'
  if (CODE.test(words)) return 'code'
  if (isName(words)) return 'name'
  if (ASSESSMENT.test(words)) return 'assessment'
  if (NOTE.test(words)) return 'note'
  if (REMARK.test(words)) return 'text'
  return comparisonOf(words) ?? figureOf(words)
}

/** The role of a column by its header, the outermost group first. Its own words count more than its groups'. */
export function roleOfPath(path: readonly string[]): Role | undefined {
  const own = path.at(-1)
  if (own === undefined) return undefined
  const role = roleOfText(own)
  const group = path
    .slice(0, -1)
    .map(roleOfText)
    .findLast((found) => found !== undefined)
  if (role === undefined) return SHARE.test(plainWords(own)) ? undefined : group
  if (group === undefined) return role
  if (role === 'ratio' && (group === 'change' || group === 'growth')) return 'growth'
  if (isFigureWord(role) && COMPARING.includes(group)) return group
  if ((role === 'actual' || role === 'cumulative') && group === 'previous') return group
  if (role === 'actual' && (group === 'estimate' || group === 'cumulative')) return group
  return role
}

/** Who assigned the plan of this column, where the header says so. */
export function assignerOf(path: readonly string[]): Assigner | undefined {
  const words = plainWords(path.join(' '))
  if (/\b(?:dang bo|dang uy|dai hoi|tinh uy|huyen uy|thanh uy|thi uy)\b/.test(words)) return 'party'
  if (/\b(?:hdnd|hoi dong nhan dan|nghi quyet)\b|\bnq(?=\d|\b)/.test(words)) return 'council'
  if (/\b(?:tinh|cap tren)\b(?: \w+){0,3} giao\b/.test(words)) return 'province'
  if (/\b(?:huyen|thanh pho|thi xa|quan|tp)\b(?: \w+){0,3} giao\b/.test(words)) return 'district'
  if (/\bgiao\b/.test(words)) {
    if (/\btinh\b/.test(words) || /(?<!\p{L})sở(?!\p{L})/iu.test(path.join(' '))) return 'province'
    if (/\b(?:huyen|thanh pho|thi xa|quan|tp)\b/.test(words)) return 'district'
  }
  return /\bphan dau\b|\b(?:xa|phuong|don vi) (?:giao|xay dung|dang ky)\b/.test(words) ? 'own' : undefined
}

/** The year a header names, its own text before its groups'. A span of years ("2021-2025") is none. */
export function yearOf(path: readonly string[]): number | undefined {
  for (const text of path.toReversed()) {
    if (/\d{4} ?[-–—] ?\d{4}/.test(text)) return undefined
    const year = /(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)/.exec(text)?.[0]
    if (year !== undefined) return Number(year)
  }
  return undefined
}

/** A header that names a month, a quarter or a year, or compares two of them. */
export function tellsTime(path: readonly string[]): boolean {
  if (yearOf(path) !== undefined) return true
  const words = plainWords(path.join(' '))
  return comparisonOf(words) !== undefined || /\b(?:thang|quy) ?(?:[ivx]+|\d{1,2})\b/.test(words)
}

/** A header that promises plan or result. A bare "Dự toán" does not: budgets have it too. */
export function provesIndicators(path: readonly string[]): boolean {
  const words = plainWords(path.join(' ')).replace(/\bdu toan\b(?!.*\bgiao\b)/g, '')
  return figureOf(words) !== undefined
}

/** "Chỉ tiêu (nội dung)" */
function isName(words: string): boolean {
  return NAME.test(words.replace(/ ?\(.*\)$/, ''))
}

function comparisonOf(words: string): Role | undefined {
  if (SHARE.test(words)) return undefined
  if (INDEX.test(words)) return 'ratio'
  if (GROWTH.test(words)) return 'growth'
  if (CHANGE.test(words)) return 'change'
  return RATIO.test(words) || isQuotient(words) ? 'ratio' : undefined
}

/** Words in which "ƯTH/TH 2020", which is one column and either of the two, is written "uth 2020". */
export function withoutEither(words: string): string {
  return words.replace(/\bu ?th ?\/ ?th(?=\d|\b)/g, 'uth')
}

/** "TH/KH", "ƯTH2020/TH2019"; but not "ƯTH/TH 2020", which is either of the two. */
function isQuotient(words: string): boolean {
  const [over, under, ...more] = withoutEither(words).split('/')
  if (over === undefined || under === undefined || more.length > 0) return false
  const [of, to] = [figureOf(over), figureOf(under)]
  if (of === undefined || to === undefined) return false
  return to === 'plan' || to === 'previous' || (yearOf([over]) !== undefined && yearOf([under]) !== undefined)
}

/** The kind of figure named first; "kết quả (ước)" is an estimate and "TH lũy kế" cumulative all the same. */
function figureOf(words: string): Role | undefined {
  if (PREVIOUS.test(words)) return 'previous'
  if (/^(?:du kien|uoc) (?:ke hoach|kh)\b/.test(words)) return 'plan'
  const found = FIGURES.map(([role, pattern]) => ({ role, at: words.search(pattern) })).filter(
    ({ at }) => at >= 0,
  )
  const first = found.reduce<(typeof found)[number] | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  )?.role
  if (first !== 'actual') return first
  return found.find(({ role }) => role === 'estimate' || role === 'cumulative')?.role ?? first
}

function isFigureWord(role: Role): boolean {
  return role === 'previous' || FIGURES.some(([figure]) => figure === role)
}
