/**
 * The look at a zip file before anything in it is believed: its directory, and every entry inflated under the limits
 * with its checksum. What comes out are the XML parts of a workbook.
 */
import { LIMITS } from './limits.ts'
import { Refusal, refuse } from './refusal.ts'
import { decodeXml } from './xml.ts'
import { XmlScanner } from './xmlScanner.ts'
import { InflatedTooFar, inflateEntry, readEntries, type ZipEntry } from './zip.ts'

/** The inflated XML parts by lower-case name: part names do not differ by case. Media are checked, not kept. */
export type Parts = Map<string, { readonly name: string; readonly bytes: Uint8Array }>

/** Throws a `Refusal` with the first thing that is wrong. */
export function prescan(bytes: Uint8Array): Parts {
  const parts: Parts = new Map()
  let total = 0
  for (const entry of readEntries(bytes)) {
    const content = inflateWithinLimits(entry, total)
    total += content.length
    if (looksLikeXml(content)) parts.set(entry.name.toLowerCase(), { name: entry.name, bytes: content })
  }
  return parts
}

/** The parts nobody reads must hold no document type and no deep nesting either; else they may be as they are. */
export function refuseUnsafeRest(parts: Parts): void {
  for (const { name, bytes } of parts.values()) {
    try {
      const scanner = new XmlScanner(decodeXml(bytes, name), name)
      while (scanner.next());
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.code !== 'unreadable') throw error
    }
  }
}

function inflateWithinLimits(entry: ZipEntry, total: number): Uint8Array {
  const byRatio = Math.max(LIMITS.ratioFloorBytes, entry.data.length * LIMITS.ratio)
  const byTotal = LIMITS.totalBytes - total
  const allowed = Math.min(byRatio, byTotal, LIMITS.partBytes)
  try {
    return inflateEntry(entry, allowed)
  } catch (error) {
    if (!(error instanceof InflatedTooFar)) throw error
    if (allowed === byRatio)
      return refuse('limit', 'inflates-too-far', { part: entry.name, limit: LIMITS.ratio })
    const limit = (allowed === byTotal ? LIMITS.totalBytes : LIMITS.partBytes) / 1_000_000
    return refuse('limit', 'content-too-big', { part: entry.name, limit })
  }
}

function looksLikeXml(content: Uint8Array): boolean {
  const start = content.subarray(0, 64)
  const first = start.find((byte) => byte > 0x20)
  return first === 0x3c || isMark(start, 0xef, 0xbb) || isMark(start, 0xff, 0xfe) || isMark(start, 0xfe, 0xff)
}

function isMark(start: Uint8Array, first: number, second: number): boolean {
  return start[0] === first && start[1] === second
}
