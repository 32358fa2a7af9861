import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

/**
 * The size of a PostgreSQL page, and of the files that a table is split into, in bytes (BLCKSZ and RELSEG_SIZE of
 * PGlite's build).
 */
const PAGE = 8192
const SEGMENT = 1024 * 1024 * 1024

/** How many pages are handled at a time. This takes some milliseconds, in which the database does nothing else. */
const AT_ONCE = 1024

/** Where a page's header keeps its checksum, the bounds of its free space, and size with version (bufpage.h). */
const CHECKSUM_AT = 8
const LOWER_AT = 12
const UPPER_AT = 14
const VERSION_AT = 18
const HEADER = 24
const SIZE_AND_VERSION = PAGE | 4

const BLANK = Buffer.alloc(PAGE)

/** PostgreSQL's checksum of a page: 32 FNV-1a sums side by side (checksum_impl.h). */
const PRIME = 16_777_619
const BASES = Uint32Array.from([
  0x5b1f36e9, 0xb8525960, 0x02ab50aa, 0x1de66d2a, 0x79ff467a, 0x9bb9f8a3, 0x217e7cd2, 0x83e13d2c, 0xf8d4474f,
  0xe39eb970, 0x42c6ae16, 0x993216fa, 0x7b093b5d, 0x98daff3c, 0xf718902a, 0x0b1c9cdb, 0xe58f764b, 0x187636bc,
  0x5d7b3bb1, 0xe73de7de, 0x92bec979, 0xcca6c0b2, 0x304a0979, 0x85aa43d4, 0x783125bb, 0x6ca8eaa2, 0xe407eac6,
  0x4b5cfc3e, 0x9fbf8c76, 0x15ca20be, 0xf2ca9fd3, 0x959bd756,
])

/** The checksum of a page that is block number `block` of its table, computed as if its checksum field were zero. */
const checksumOf = (page: DataView, block: number): number => {
  const kept = page.getUint16(CHECKSUM_AT, true)
  page.setUint16(CHECKSUM_AT, 0, true)
  const sums = Uint32Array.from(BASES)
  const add = (nth: number, value: number): void => {
    const mixed = (sums[nth]! ^ value) >>> 0
    sums[nth] = Math.imul(mixed, PRIME) ^ (mixed >>> 17)
  }
  for (let at = 0; at < PAGE; at += 4 * BASES.length)
    for (let nth = 0; nth < BASES.length; nth += 1) add(nth, page.getUint32(at + 4 * nth, true))
  for (let round = 0; round < 2; round += 1) for (let nth = 0; nth < BASES.length; nth += 1) add(nth, 0)
  page.setUint16(CHECKSUM_AT, kept, true)
  const all = sums.reduce((sum, one) => sum ^ one, 0)
  return (((all ^ block) >>> 0) % 65_535) + 1
}

/**
 * Blanks the free space in the middle of a page, where a vacuum leaves the bytes of deleted rows. Returns false if
 * there is nothing to blank, or if this is not a page of the format that we know.
 */
function wipePage(bytes: Buffer, block: number): boolean {
  const page = new DataView(bytes.buffer, bytes.byteOffset, PAGE)
  const [lower, upper] = [page.getUint16(LOWER_AT, true), page.getUint16(UPPER_AT, true)]
  if (page.getUint16(VERSION_AT, true) !== SIZE_AND_VERSION) return false
  if (lower < HEADER || lower >= upper || upper > PAGE) return false
  const free = bytes.subarray(lower, upper)
  if (free.equals(BLANK.subarray(0, free.length))) return false
  const checksum = page.getUint16(CHECKSUM_AT, true)
  if (checksum !== 0 && checksum !== checksumOf(page, block)) return false
  free.fill(0)
  if (checksum !== 0) page.setUint16(CHECKSUM_AT, checksumOf(page, block), true)
  return true
}

/**
 * Blanks the free space of some pages of a table or index whose first file is `path`, from page `from` on, and
 * flushes them to disk. Returns the page to continue from, or null after the last one. PostgreSQL must not hold these
 * pages in memory meanwhile. A power cut during a write does no harm, because the free space is not read and
 * PostgreSQL's log restores a page with a wrong checksum.
 */
export function wipePages(path: string, from: number): number | null {
  const segment = Math.floor((from * PAGE) / SEGMENT)
  const file = segment === 0 ? path : `${path}.${segment}`
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r+')
  try {
    const start = (from * PAGE) % SEGMENT
    // Most tables have a few pages.
    const bytes = Buffer.alloc(Math.min(AT_ONCE * PAGE, Math.max(0, fstatSync(handle).size - start)))
    const pages = Math.floor(readSync(handle, bytes, 0, bytes.length, start) / PAGE)
    let changed = false
    for (let nth = 0; nth < pages; nth += 1) {
      const page = bytes.subarray(nth * PAGE, (nth + 1) * PAGE)
      if (!wipePage(page, from + nth)) continue
      writeSync(handle, page, 0, PAGE, start + nth * PAGE)
      changed = true
    }
    if (changed) fsyncSync(handle)
    return pages === AT_ONCE ? from + pages : null
  } finally {
    closeSync(handle)
  }
}
