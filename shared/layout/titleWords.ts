/** What the lines around a table are, by their words: letterhead, title, subtitle, unit line, signature, notes. */
import { normalText, plainWords } from '../text.ts'

type LineKind = 'rule' | 'subtitle' | 'unit' | 'letterhead' | 'label' | 'other'

const STATE_OR_PARTY =
  /^(?:cong hoa xa hoi chu nghia|doc lap ?[-–]|dang cong san viet nam|(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang (?:uy|bo)|(?:huyen|thanh|thi|quan) uy|ban (?:chap hanh|thuong vu|chi dao|quan ly)|van phong|chi cuc|tong cuc|trung tam|uy ban mttq|don vi bao cao)\b|so ?: ?|so [\d…. ]*-?(?:bc|tb|nq|kh|qd|tt)\b|don vi: ?(?:ubnd|uy ban|xa|phuong|so|phong)\b|\*$)/
/** Read with diacritics: "tỉnh" is not "tình hình", "sở" is not "số liệu". */
const AGENCY = /^(?:sở|bộ|cục|phòng|trường)(?!\p{L})[^\d]{2,60}$/iu
const PLACE =
  /^(?:tỉnh(?: ủy)?|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?!\p{L}) ?[^\d]{2,40}$/iu
const DATE_LINE = /^(?:[^,]{2,40}, ?)?ngay\b[ \d./…_]*\bthang\b[ \d./…_]*\bnam\b[ \d./…_]*$/
const SUBTITLE = /^\(|^(?:kem theo|ban hanh kem|\(?dinh kem)\b/
const UNIT_LINE = /^\(?(?:don vi(?: tinh)?|dvt|dv) ?:/
const LABEL = /^(?:phu luc|phu bieu|bieu(?: mau)?|mau(?: bieu)?|bang)(?: so)? ?:?(?: ?[\dIVX]+[\w./-]*)?$/i

const SIGNATURE =
  /^(?:t\/?m|k\/?t|t\/?l|t\/?uq|q)\.? ?(?=[a-z])(?:uy ban|ubnd|hdnd|hoi dong|thuong truc|dang uy|ban |chu tich|giam doc|truong|bi thu|so |huyen|tinh|thanh)|^(?:nguoi|can bo)(?: kiem tra)? (?:lap|kiem tra|tong hop|ky|duyet)\b|^(?:lap bieu|ke toan|thu truong|thu ky|xac nhan cua|dai dien)\b|^(?:pho )?(?:chu tich|bi thu|giam doc|truong (?:phong|ban)|cuc truong|chi cuc truong|chanh van phong|hieu truong)(?: .{0,40})?$|^\(?ky(?: ten|,| va)/
const RECIPIENTS = /^noi nhan\b/
const NOTE =
  /^(?:ghi chu|chu thich|luu y|nguon(?: so lieu)?) ?[:.(]|^\(?\*+\)? ?(?:ghi chu|chu thich|luu y|so lieu)\b/

const UNIT_ALONE =
  /^(?:%|‰|(?:(?:nghìn|triệu|tỷ|trăm) )*(?:đồng|ha|tấn|kg|usd|người|con|hộ|lượt(?: người| khách)?|dự án|doanh nghiệp|m[23²³]))$/iu

/** What one line above the table is. Anything not recognised is 'other': part of the title. */
export function lineKind(text: string): LineKind {
  const line = normalText(text)
  if (/^[-–—_=.~]{2,}$/u.test(line)) return 'rule'
  const words = plainWords(line)
  if (SUBTITLE.test(words)) return 'subtitle'
  if (LABEL.test(words)) return 'label'
  if (STATE_OR_PARTY.test(words) || AGENCY.test(line) || PLACE.test(line) || DATE_LINE.test(words)) {
    return 'letterhead'
  }
  if (UNIT_LINE.test(words) || isUnitAlone(line)) return 'unit'
  return 'other'
}

/** A line that belongs above a table and never to its header. */
export function isAboveTable(text: string): boolean {
  return lineKind(text) !== 'other'
}

/** The first line of a signature block, the date before it or the list of recipients. */
export function isSignature(text: string): boolean {
  const words = plainWords(text)
  return SIGNATURE.test(words) || RECIPIENTS.test(words) || DATE_LINE.test(words)
}

/** A remark below the table. */
export function isFootnote(text: string): boolean {
  return NOTE.test(plainWords(text))
}

/** National tables name the unit of all figures in the corner: "%", "Nghìn ha", "Nghìn tấn; triệu USD". */
function isUnitAlone(line: string): boolean {
  return line.split(/[;,/] ?/).every((unit) => UNIT_ALONE.test(unit))
}
