/** Writes zip archives for tests, true ones and ones that lie: every number of an entry can be overridden. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface WrittenEntry {
  readonly name: string
  readonly content: Uint8Array | string
  /** 0 stored, 8 deflated (the default). */
  readonly method?: number
  readonly flags?: number
  readonly checksum?: number
  /** The size that the headers claim. */
  readonly size?: number
  /** The bytes in the archive, where they are not the content deflated or stored. */
  readonly packed?: Uint8Array
  /** Name in the local header, where it differs. */
  readonly localName?: string
  /** Refers to the data of the entry with this number instead of having its own. */
  readonly dataOf?: number
}

export function zip(entries: readonly WrittenEntry[]): Uint8Array {
  const pieces: Buffer[] = []
  const central: Buffer[] = []
  const offsets: number[] = []
  let position = 0
  for (const entry of entries) {
    const content = bytesOf(entry.content)
    const method = entry.method ?? 8
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content) : content))
    const header = headerOf(entry, content, method, packed.length)
    const shared = entry.dataOf === undefined ? undefined : offsets[entry.dataOf]
    offsets.push(shared ?? position)
    central.push(centralHeader(entry.name, header, shared ?? position))
    if (shared !== undefined) continue
    const local = localHeader(entry.localName ?? entry.name, header)
    pieces.push(local, packed)
    position += local.length + packed.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...pieces, directory, endOf(entries.length, directory.length, position)])
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** The 20 bytes that local and central headers share: flags to uncompressed size. */
function headerOf(entry: WrittenEntry, content: Uint8Array, method: number, packed: number): Buffer {
  const header = Buffer.alloc(20)
  header.writeUInt16LE(entry.flags ?? 0x0800, 0)
  header.writeUInt16LE(method, 2)
  header.writeUInt32LE(entry.checksum ?? crc32(content), 8)
  header.writeUInt32LE(packed, 12)
  header.writeUInt32LE(entry.size ?? content.length, 16)
  return header
}

function localHeader(name: string, header: Buffer): Buffer {
  const nameBytes = Buffer.from(name)
  const start = Buffer.from('PK\x03\x04\x14\0', 'latin1')
  return Buffer.concat([start, header, lengths(nameBytes, 0), nameBytes])
}

function centralHeader(name: string, header: Buffer, offset: number): Buffer {
  const nameBytes = Buffer.from(name)
  const start = Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1')
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([start, header, lengths(nameBytes, 0), rest, nameBytes])
}

function lengths(name: Buffer, extra: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt16LE(name.length, 0)
  buffer.writeUInt16LE(extra, 2)
  return buffer
}

function endOf(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
