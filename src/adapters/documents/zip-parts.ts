import { crc32, inflateRawSync } from 'node:zlib'

/** These marks and the field offsets below are from PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22

/** What the directory of a zip says about one file in it. Sizes are in bytes and may be false. */
export type ZipPart = {
  readonly name: string
  readonly encrypted: boolean
  /** 0 is stored and 8 is deflated. Others are not unpacked. */
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** The offset of its local header. */
  readonly at: number
}

/** The directory of a zip. Null if there is none, or if it is inconsistent (a truncated file). */
export function partsOf(zip: Buffer): ZipPart[] | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + END_SIZE > zip.length) return null
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const parts: ZipPart[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > zip.length || zip.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = zip.readUInt16LE(at + 28)
    parts.push({
      name: zip.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += CENTRAL_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

/** Unpacks one part. Throws if it is truncated, damaged, or larger than the directory says. */
export function unpackZipPart(zip: Buffer, part: ZipPart): Buffer {
  if (part.at + LOCAL_SIZE > zip.length || zip.readUInt32LE(part.at) !== LOCAL)
    throw new Error('no part begins here')
  const from = part.at + LOCAL_SIZE + zip.readUInt16LE(part.at + 26) + zip.readUInt16LE(part.at + 28)
  if (from + part.packed > zip.length) throw new Error('the part is cut off')
  const packed = zip.subarray(from, from + part.packed)
  if (part.method !== 0 && part.method !== 8) throw new Error('packed in a way that no document is')
  const bytes =
    part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, part.unpacked) })
  if (bytes.length !== part.unpacked || crc32(bytes) !== part.crc) throw new Error('the part is damaged')
  return bytes
}

/** Makes a zip of these files, uncompressed. */
export function zipOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const named = Buffer.from(name)
    // Version 2.0, names in UTF-8 (bit 11), stored, no time, then the CRC, both sizes and the length of the name.
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(bytes.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(named.length, 22)
    const head = Buffer.alloc(4)
    head.writeUInt32LE(LOCAL)
    local.push(head, about, named, Buffer.from(bytes))
    const entry = Buffer.alloc(CENTRAL_SIZE)
    entry.writeUInt32LE(CENTRAL)
    entry.writeUInt16LE(20, 4)
    about.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    central.push(entry, named)
    at += 4 + about.length + named.length + bytes.length
  }
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(
    central.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...central, end])
}
