/** Shows serial dates and times by the tokens of a format, with Vietnamese or English names. */
import type { Section, Token } from './formatCode.ts'
import { isZero, parts, type StoredNumber } from './storedNumber.ts'

/** The last day that Excel shows: 31/12/9999. */
const LAST_DAY = 2_958_465
const DAYS_1904 = 1_462
const DAY_MILLISECONDS = 86_400_000

const SYSTEM_DATE: readonly Token[] = [
  { kind: 'date', letters: 'dd' },
  { kind: 'literal', text: ' ' },
  { kind: 'date', letters: 'mmmm' },
  { kind: 'literal', text: ' ' },
  { kind: 'date', letters: 'yyyy' },
]
const SYSTEM_TIME: readonly Token[] = [
  { kind: 'date', letters: 'hh' },
  { kind: 'literal', text: ':' },
  { kind: 'date', letters: 'nn' },
  { kind: 'literal', text: ':' },
  { kind: 'date', letters: 'ss' },
]

interface Moment {
  readonly serialDay: number
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Undefined for what is no date: negative, or past the year 9999 (Excel shows #### there). */
export function formatDate(number: StoredNumber, section: Section, date1904: boolean): string | undefined {
  const tokens =
    section.system === 'date' ? SYSTEM_DATE : section.system === 'time' ? SYSTEM_TIME : section.tokens
  const decimals = secondDecimals(tokens)
  const moment = momentOf(number, date1904, decimals)
  if (!moment) return undefined
  const halfDay = tokens.some((token) => token.kind === 'date' && token.letters.includes('/'))
  return tokens
    .map((token, index) =>
      showToken(token, tokens[index - 1], { moment, halfDay, decimals, english: section.english }),
    )
    .join('')
}

/** How many digits of a second the format shows ("ss.00"). */
function secondDecimals(tokens: readonly Token[]): number {
  const point = tokens.findIndex((token) => token.kind === 'point')
  if (point < 0) return 0
  const after = tokens.slice(point + 1)
  const end = after.findIndex((token) => token.kind !== 'digit')
  return Math.min(end < 0 ? after.length : end, 3)
}

function momentOf(number: StoredNumber, date1904: boolean, decimals: number): Moment | undefined {
  if (number.negative && !isZero(number)) return undefined
  const { whole, fraction } = parts(number)
  if (whole.length > 7) return undefined
  const unit = 10n ** BigInt(3 - decimals)
  const scale = 10n ** BigInt(fraction.length)
  const exact = BigInt(fraction === '' ? '0' : fraction) * BigInt(DAY_MILLISECONDS)
  // Rounded to what is shown, so that 23:59:59.9996 becomes the next midnight.
  const milliseconds = Number(((exact * 2n + scale * unit) / (scale * unit * 2n)) * unit)
  const carried = Math.floor(milliseconds / DAY_MILLISECONDS)
  const serialDay = Number(whole) + carried + (date1904 ? DAYS_1904 : 0)
  if (serialDay > LAST_DAY) return undefined
  const rest = milliseconds - carried * DAY_MILLISECONDS
  return {
    serialDay,
    ...calendarDay(serialDay),
    weekday: (serialDay + 6) % 7,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1_000) % 60,
    millisecond: rest % 1_000,
  }
}

/** Excel counts a 29/02/1900 that never was (day 60) and a day 0 of January 1900. */
function calendarDay(serialDay: number): { year: number; month: number; day: number } {
  if (serialDay === 0) return { year: 1900, month: 1, day: 0 }
  if (serialDay === 60) return { year: 1900, month: 2, day: 29 }
  const date = new Date(Date.UTC(1899, 11, serialDay < 60 ? 31 : 30) + serialDay * DAY_MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

interface Showing {
  readonly moment: Moment
  readonly halfDay: boolean
  /** Digits of a second. */
  readonly decimals: number
  readonly english: boolean
}

function showToken(token: Token, previous: Token | undefined, showing: Showing): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'slash':
      return '/'
    case 'point':
      return showPoint(previous, showing)
    case 'elapsed':
      return showElapsed(token.letters, showing.moment)
    case 'date':
      return showDatePart(token.letters, showing)
    default:
      // The digits after "ss." were shown with their point.
      return ''
  }
}

function showPoint(previous: Token | undefined, { moment, decimals }: Showing): string {
  const isAfterSeconds = previous?.kind === 'date' && previous.letters.startsWith('s')
  if (!isAfterSeconds || decimals === 0) return '.'
  return `,${String(moment.millisecond).padStart(3, '0').slice(0, decimals)}`
}

function showElapsed(letters: string, moment: Moment): string {
  const hours = moment.serialDay * 24 + moment.hour
  const minutes = hours * 60 + moment.minute
  const count = letters.startsWith('h')
    ? hours
    : letters.startsWith('n')
      ? minutes
      : minutes * 60 + moment.second
  return String(count).padStart(letters.length, '0')
}

function showDatePart(letters: string, { moment, halfDay, english }: Showing): string {
  const two = (value: number): string => String(value).padStart(letters.length > 1 ? 2 : 1, '0')
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length > 2
        ? String(moment.year).padStart(4, '0')
        : String(moment.year % 100).padStart(2, '0')
    case 'e':
      return String(moment.year)
    case 'm':
      return letters.length > 2 ? monthName(moment.month, letters.length, english) : two(moment.month)
    case 'd':
      return letters.length > 2 ? dayName(moment.weekday, letters.length, english) : two(moment.day)
    case 'h':
      return two(halfDay ? ((moment.hour + 11) % 12) + 1 : moment.hour)
    case 'n':
      return two(moment.minute)
    case 's':
      return two(moment.second)
    case 'a':
      return halfDayName(moment.hour, letters, english)
    default:
      return ''
  }
}

const MONTHS = ['Một', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Mười Một', 'Mười Hai']
const DAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function monthName(month: number, length: number, english: boolean): string {
  const name = (english ? ENGLISH_MONTHS : MONTHS)[month - 1] ?? ''
  if (length === 5) return english ? name.charAt(0) : 'T'
  if (english) return length === 3 ? name.slice(0, 3) : name
  return length === 3 ? `Thg${String(month)}` : `Tháng ${name}`
}

function dayName(weekday: number, length: number, english: boolean): string {
  if (english) return (ENGLISH_DAYS[weekday] ?? '').slice(0, length === 3 ? 3 : undefined)
  if (length === 3) return weekday === 0 ? 'CN' : `T${String(weekday + 1)}`
  return DAYS[weekday] ?? ''
}

function halfDayName(hour: number, letters: string, english: boolean): string {
  if (letters === 'a/p') return hour < 12 ? 'A' : 'P'
  if (english) return hour < 12 ? 'AM' : 'PM'
  return hour < 12 ? 'SA' : 'CH'
}
