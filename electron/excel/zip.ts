/**
 * Reads zip archives: the central directory, checked against the local headers, and single entries inflated
 * under a limit that is counted while inflating. Sizes in headers are claims to be checked, never trusted.
 */
import { constants, crc32, inflateRawSync } from 'node:zlib'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

export interface ZipEntry {
  /** With forward slashes and without a leading one. */
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly size: number
  readonly data: Uint8Array
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const IN_ZIP_64 = 0xffffffff

const STORED = 0
const DEFLATED = 8
const ENCRYPTED_FLAG = 1

interface Directory {
  readonly entries: number
  readonly offset: number
  /** Where the directory ends; entries lie before `offset`. */
  readonly end: number
}

/** The entries in the order of the central directory. Refuses damaged, encrypted and unsafe archives. */
export function readEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.entries > LIMITS.entries) {
    refuse('limit', 'too-many-entries', { limit: LIMITS.entries })
  }
  const names = new Set<string>()
  const regions: { start: number; end: number; name: string }[] = []
  const entries: ZipEntry[] = []
  let position = directory.offset
  for (let index = 0; index < directory.entries; index++) {
    const header = readCentralHeader(view, bytes, position, directory.end)
    position = header.next
    const name = safeName(header.rawName)
    // Part names differ by more than case, or readers disagree about which one counts.
    const key = name.toLowerCase()
    if (names.has(key)) refuse('limit', 'unsafe-archive', { part: name })
    names.add(key)
    if (header.encrypted) refuse('encrypted', 'encrypted')
    const start = localDataStart(view, bytes, header)
    const end = start + header.compressedSize
    if (end > directory.offset) refuse('unreadable', 'part-damaged', { part: name })
    regions.push({ start: header.localOffset, end, name })
    entries.push({
      name,
      method: header.method,
      checksum: header.checksum,
      size: header.size,
      data: bytes.subarray(start, end),
    })
  }
  refuseOverlaps(regions)
  return entries
}

/** The bytes of an entry, at most `allowed` of them: more stop inflating with an `InflatedTooFar`. */
export function inflateEntry(entry: ZipEntry, allowed: number): Uint8Array {
  const content = inflate(entry, allowed)
  if (content.length !== entry.size) refuse('unreadable', 'part-damaged', { part: entry.name })
  if (crc32(content) !== entry.checksum) refuse('unreadable', 'checksum-wrong', { part: entry.name })
  return content
}

export class InflatedTooFar extends Error {}

function inflate(entry: ZipEntry, allowed: number): Uint8Array {
  if (entry.method === STORED) {
    if (entry.data.length > allowed) throw new InflatedTooFar()
    return entry.data
  }
  if (entry.method !== DEFLATED) refuse('unreadable', 'part-damaged', { part: entry.name })
  try {
    return inflateRawSync(entry.data, {
      maxOutputLength: Math.max(allowed, 1),
      // One block that holds the whole content spares copying; a little more spares asking for a second one.
      chunkSize: Math.max(constants.Z_MIN_CHUNK, Math.min(entry.size, allowed) + 64),
    })
  } catch (error) {
    if (error instanceof RangeError) throw new InflatedTooFar()
    if (!(error instanceof Error)) throw error
    return refuse('unreadable', 'part-damaged', { part: entry.name })
  }
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let position = view.byteLength - END_LENGTH; position >= lowest; position--) {
    if (view.getUint32(position, true) !== END) continue
    if (position + END_LENGTH + view.getUint16(position + 20, true) > view.byteLength) continue
    return checkedDirectory(view, position)
  }
  return refuse('unreadable', 'file-truncated')
}

function checkedDirectory(view: DataView, end: number): Directory {
  let entries = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let offset = view.getUint32(end + 16, true)
  let directoryEnd = end
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_LOCATOR) {
    const end64 = number64(view, end - 12)
    if (end64 + 56 > end || view.getUint32(end64, true) !== END_64) refuse('unreadable', 'file-damaged')
    entries = number64(view, end64 + 32)
    size = number64(view, end64 + 40)
    offset = number64(view, end64 + 48)
    directoryEnd = end64
  }
  if (offset + size !== directoryEnd) refuse('unreadable', 'file-damaged')
  return { entries, offset, end: directoryEnd }
}

function number64(view: DataView, position: number): number {
  return Number(view.getBigUint64(position, true))
}

interface CentralHeader {
  readonly rawName: Uint8Array
  readonly method: number
  readonly encrypted: boolean
  readonly checksum: number
  readonly compressedSize: number
  readonly size: number
  readonly localOffset: number
  readonly next: number
}

function readCentralHeader(view: DataView, bytes: Uint8Array, position: number, end: number): CentralHeader {
  if (position + 46 > end || view.getUint32(position, true) !== CENTRAL) refuse('unreadable', 'file-damaged')
  const nameLength = view.getUint16(position + 28, true)
  const extraLength = view.getUint16(position + 30, true)
  const commentLength = view.getUint16(position + 32, true)
  const nameEnd = position + 46 + nameLength
  const next = nameEnd + extraLength + commentLength
  if (next > end) refuse('unreadable', 'file-damaged')
  let size = view.getUint32(position + 24, true)
  let compressedSize = view.getUint32(position + 20, true)
  let localOffset = view.getUint32(position + 42, true)
  let extra = zip64Extra(view, nameEnd, nameEnd + extraLength)
  const wide = (): number => {
    if (extra === undefined || extra.start + 8 > extra.end) return refuse('unreadable', 'file-damaged')
    const value = number64(view, extra.start)
    extra = { start: extra.start + 8, end: extra.end }
    return value
  }
  // The extra field holds only the numbers that did not fit, in this order.
  if (size === IN_ZIP_64) size = wide()
  if (compressedSize === IN_ZIP_64) compressedSize = wide()
  if (localOffset === IN_ZIP_64) localOffset = wide()
  return {
    rawName: bytes.subarray(position + 46, nameEnd),
    method: view.getUint16(position + 10, true),
    encrypted: (view.getUint16(position + 8, true) & ENCRYPTED_FLAG) !== 0,
    checksum: view.getUint32(position + 16, true),
    compressedSize,
    size,
    localOffset,
    next,
  }
}

function zip64Extra(
  view: DataView,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  for (let position = start; position + 4 <= end;) {
    const length = view.getUint16(position + 2, true)
    const next = position + 4 + length
    if (next > end) return undefined
    if (view.getUint16(position, true) === 1) return { start: position + 4, end: next }
    position = next
  }
  return undefined
}

function localDataStart(view: DataView, bytes: Uint8Array, header: CentralHeader): number {
  const position = header.localOffset
  if (position + 30 > view.byteLength || view.getUint32(position, true) !== LOCAL) {
    refuse('unreadable', 'file-damaged')
  }
  const nameLength = view.getUint16(position + 26, true)
  const localName = bytes.subarray(position + 30, position + 30 + nameLength)
  if (Buffer.compare(localName, header.rawName) !== 0) refuse('unreadable', 'file-damaged')
  if (view.getUint16(position + 8, true) !== header.method) refuse('unreadable', 'file-damaged')
  return position + 30 + nameLength + view.getUint16(position + 28, true)
}

/** Entries that share bytes are how small archives inflate to huge ones. */
function refuseOverlaps(regions: { start: number; end: number; name: string }[]): void {
  let reached = 0
  for (const region of regions.sort((a, b) => a.start - b.start)) {
    if (region.start < reached) refuse('limit', 'unsafe-archive', { part: region.name })
    reached = region.end
  }
}

function safeName(raw: Uint8Array): string {
  const name = new TextDecoder().decode(raw).replaceAll('\\', '/').replace(/^\//, '')
  if (name === '' || /^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)|\0/.test(name)) {
    refuse('limit', 'unsafe-archive', { part: printable(name) })
  }
  return name
}

function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, '?').slice(0, 100)
}
