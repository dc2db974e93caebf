/**
 * Values between main and page as text, with what structured clone keeps and JSON loses: undefined, NaN, -0,
 * bigint, Date, Map, Set, bytes, errors. Anything else is refused in Electron's words.
 */

export interface Codec {
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

/** Runs in the page too, as source text: it may use nothing from outside itself. */
export function createCodec(): Codec {
  const TAG = '$'

  const isObject = (value: unknown): value is Record<string, unknown> =>
    Object.prototype.toString.call(value) === '[object Object]'

  /** Most values are plain JSON, and the browser's own JSON is many times faster than the walk below. */
  const isPlain = (value: unknown): boolean => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
    if (Array.isArray(value)) return value.every(isPlain)
    if (!isObject(value)) return false
    for (const key in value) if (key === TAG || !isPlain(value[key])) return false
    return true
  }

  const bytesToText = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    }
    return btoa(text)
  }
  const textToBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

  const tagged = (type: string, content: unknown) => ({ [TAG]: type, content })

  const pack = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return tagged('undefined', null)
    if (typeof value === 'bigint') return tagged('bigint', String(value))
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return tagged('number', '-0')
      return Number.isFinite(value) ? value : tagged('number', String(value))
    }
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof Date) return tagged('date', String(value.getTime()))
    if (value instanceof Map) return tagged('map', [...value].map(pack))
    if (value instanceof Set) return tagged('set', [...value].map(pack))
    if (value instanceof Uint8Array) return tagged('bytes', bytesToText(value))
    if (value instanceof Error) return tagged('error', [value.name, value.message, value.stack ?? ''])
    if (!isObject(value)) throw new Error('An object could not be cloned.')
    const entries = Object.entries(value).map(([key, content]) => [key, pack(content)])
    return TAG in value ? tagged('object', entries) : Object.fromEntries(entries)
  }

  const list = (content: unknown): unknown[] => (Array.isArray(content) ? content.map(unpack) : [])
  const pairs = (content: unknown) =>
    list(content).map((pair): [unknown, unknown] =>
      Array.isArray(pair) ? [pair[0], pair[1]] : [pair, undefined],
    )

  const unpackTagged = (type: unknown, content: unknown): unknown => {
    switch (type) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(String(content))
      case 'number':
        return Number(content)
      case 'date':
        return new Date(Number(content))
      case 'map':
        return new Map(pairs(content))
      case 'set':
        return new Set(list(content))
      case 'bytes':
        return textToBytes(String(content))
      case 'object':
        return Object.fromEntries(pairs(content))
      case 'error': {
        const [name, message, stack] = list(content).map(String)
        return Object.assign(new Error(message), { name, stack })
      }
      default:
        throw new Error(`Unknown type on the wire: ${String(type)}`)
    }
  }

  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack)
    if (!isObject(value)) return value
    if (TAG in value) return unpackTagged(value[TAG], value.content)
    return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, unpack(content)]))
  }

  return {
    encode: (value) => (isPlain(value) ? `j${JSON.stringify(value)}` : `t${JSON.stringify(pack(value))}`),
    decode: (text) => {
      const value: unknown = JSON.parse(text.slice(1))
      return text.startsWith('j') ? value : unpack(value)
    },
  }
}

export const codec = createCodec()
