/** The reporting office as the file names it: "xã Lục Bình", "UBND thành phố Bắc Kạn". */
import { normalText } from '../text.ts'

const PLACE = /(?<!\p{L})(tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)(?!\p{L}| hội)/iu
const BODY = /(?<!\p{L})(?:của|do) (.+?)\)?\.?$/iu
/** Whose office it is, where the place beside it has no name: "UBND thành phố". */
const AUTHORITY = /(?<!\p{L})(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|hội đồng nhân dân|đảng [ủu][ỷy]|đảng bộ)$/iu
const AGENCY = /^(?:sở|phòng|ban quản lý|chi cục|cục|trung tâm)(?!\p{L})/iu

/** From the words after "của" in "(Kèm theo … của Đảng ủy xã Lục Bình)", else from the letterhead's last line with a place. */
export function officeOf(subtitle: string, letterhead: readonly string[]): string {
  const issuer = BODY.exec(normalText(subtitle).replace(/^.*(?<!\p{L})(?=(?:của|do) )/iu, ''))?.[1]
  const fromSubtitle = issuer === undefined ? undefined : officeIn(issuer)
  return fromSubtitle ?? letterhead.map(officeIn).findLast((office) => office !== undefined) ?? ''
}

function officeIn(text: string): string | undefined {
  const line = normalText(text)
  const spoken = isCapitals(line) ? titled(line) : line
  if (AGENCY.test(spoken)) return spoken
  const place = PLACE.exec(spoken)
  if (place === null) return undefined
  const level = (place[1] ?? '').toLocaleLowerCase('vi')
  const name = properName(spoken.slice(place.index + level.length).trim())
  return name === ''
    ? [authorityBefore(line.slice(0, place.index)), level].join(' ').trim()
    : `${level} ${name}`
}

function authorityBefore(text: string): string {
  const authority = AUTHORITY.exec(text.trim())?.[0] ?? ''
  return isCapitals(authority) && authority.includes(' ')
    ? authority.charAt(0) + authority.slice(1).toLocaleLowerCase('vi')
    : authority
}

/** The words in capitals that follow: "Lục Bình năm 2023" → "Lục Bình". */
function properName(text: string): string {
  return /^(?:\p{Lu}[\p{L}'’]*|\d+)(?: (?:\p{Lu}[\p{L}'’]*|\d+))*/u.exec(text)?.[0] ?? ''
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('vi')
}

function titled(text: string): string {
  return text.toLocaleLowerCase('vi').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
}
