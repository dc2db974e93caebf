/** What one cell of OpenDocument holds: its stored value shown by its format, or its text. */
import { NOTHING, storedContent, textContent, type CellContent } from '../cellContent.ts'
import { numberFormat } from '../numberFormat.ts'
import type { RichText } from '../richText.ts'
import type { XmlElement } from '../xml.ts'
import { CALC, OFFICE } from './namespaces.ts'
import type { CellStyle } from './styles.ts'

export interface StoredValue {
  readonly kind: string | undefined
  readonly value: string | undefined
  readonly isError: boolean
}

/** The attributes of a cell that say what it holds. */
export function storedValue(element: XmlElement): StoredValue {
  const of = (name: string): string | undefined => element.attributeIn(OFFICE, name)
  return {
    kind: of('value-type'),
    value: of('value') ?? of('date-value') ?? of('time-value') ?? of('boolean-value') ?? of('string-value'),
    isError: element.attributeIn(CALC, 'value-type') === 'error',
  }
}

export function truthValue(value: boolean): StoredValue {
  return { kind: 'boolean', value: String(value), isError: false }
}

const ERROR = /^(?:#(?:DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!)|Err:[0-9]{3})$/
/** The formats of kinds of values in cells that name none. */
const PERCENT = numberFormat('0.00%')
const DATE = numberFormat('dd/mm/yyyy')
const TIME = numberFormat('hh:mm:ss')

export function contentOf(
  { kind, value, isError }: StoredValue,
  rich: RichText,
  style: CellStyle,
  formula: string | undefined,
): CellContent {
  const { text } = rich
  if (isError || (formula !== undefined && ERROR.test(text))) return { type: 'error', text }
  const withFormat = (format: typeof DATE): CellStyle => (style.formatted ? style : { ...style, format })
  switch (value === undefined ? undefined : kind) {
    case 'float':
    case 'currency':
      return storedContent(undefined, value ?? '', style, false)
    case 'percentage':
      return storedContent(undefined, value ?? '', withFormat(PERCENT), false)
    case 'boolean':
      return storedContent('b', value ?? '', style, false)
    case 'date': {
      const date = storedContent('d', value ?? '', withFormat(DATE), false)
      // Before 1900 there are no serial dates: the text as it stands.
      return date.type === 'text' && text !== '' ? textContent(rich, style) : date
    }
    case 'time': {
      const days = daysOf(value ?? '')
      return days === undefined
        ? textContent(rich, style)
        : storedContent(undefined, days, withFormat(TIME), false)
    }
    default:
      if (kind === undefined && text === '') return NOTHING
      return textContent(text === '' && value !== undefined ? { text: value.normalize('NFC') } : rich, style)
  }
}

const DURATION = /^PT([0-9]{1,7})H([0-9]{1,2})M([0-9]{1,2})(?:[.,]([0-9]{1,9}))?S$/
const SCALE = 10n ** 15n
const DAY_NANOSECONDS = 86_400n * 10n ** 9n

/** "PT36H30M00S" in days. */
function daysOf(duration: string): string | undefined {
  const match = DURATION.exec(duration)
  if (match === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match
  const whole = (BigInt(hours) * 60n + BigInt(minutes)) * 60n + BigInt(seconds)
  const nanoseconds = whole * 10n ** 9n + BigInt(fraction.padEnd(9, '0'))
  const scaled = ((nanoseconds * SCALE + DAY_NANOSECONDS / 2n) / DAY_NANOSECONDS).toString().padStart(16, '0')
  return `${scaled.slice(0, -15)}.${scaled.slice(-15)}`
}
