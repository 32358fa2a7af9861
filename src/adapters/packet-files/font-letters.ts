import { readFileSync } from 'node:fs'

/**
 * The formats of a font's table of characters that are read here, and where their fields are, are from the OpenType
 * specification 1.9, chapter "cmap".
 */
const SEGMENTS = 4
const GROUPS = 12

const tableAt = (font: Buffer, tag: string): number => {
  const tables = font.readUInt16BE(4)
  for (let nth = 0; nth < tables; nth += 1) {
    const at = 12 + nth * 16
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}

/** The glyph of a code point in a segment. An offset of 0 means that a sum tells it. */
const glyphOf = (
  font: Buffer,
  code: number,
  segment: { from: number; delta: number; offsetAt: number },
): number => {
  const offset = font.readUInt16BE(segment.offsetAt)
  if (offset === 0) return (code + segment.delta) & 0xffff
  const glyph = font.readUInt16BE(segment.offsetAt + offset + 2 * (code - segment.from))
  return glyph === 0 ? 0 : (glyph + segment.delta) & 0xffff
}

const segmentLetters = (font: Buffer, at: number): number[] => {
  const size = font.readUInt16BE(at + 6)
  const letters: number[] = []
  for (let nth = 0; nth < size; nth += 2) {
    const end = font.readUInt16BE(at + 14 + nth)
    const from = font.readUInt16BE(at + 16 + size + nth)
    const delta = font.readUInt16BE(at + 16 + 2 * size + nth)
    const segment = { from, delta, offsetAt: at + 16 + 3 * size + nth }
    for (let code = from; code <= end && code < 0xffff; code += 1)
      if (glyphOf(font, code, segment) !== 0) letters.push(code)
  }
  return letters
}

const groupLetters = (font: Buffer, at: number): number[] => {
  const groups = font.readUInt32BE(at + 12)
  return Array.from({ length: groups }, (_, nth) => at + 16 + nth * 12).flatMap((group) => {
    const [from, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
    return Array.from({ length: end - from + 1 }, (_, more) => from + more)
  })
}

/** The code points that a font (TrueType or OpenType) has a glyph for. Reads its file. */
export function lettersOf(path: string): Set<number> {
  const font = readFileSync(path)
  const cmap = tableAt(font, 'cmap')
  const letters = new Set<number>()
  for (let nth = 0; nth < font.readUInt16BE(cmap + 2); nth += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + nth * 8 + 4)
    const platform = font.readUInt16BE(cmap + 4 + nth * 8)
    const format = font.readUInt16BE(at)
    // 0 is Unicode's own numbers and 3 is Windows'. Others are of older systems.
    if (platform !== 0 && platform !== 3) continue
    const found =
      format === SEGMENTS ? segmentLetters(font, at) : format === GROUPS ? groupLetters(font, at) : []
    for (const code of found) letters.add(code)
  }
  return letters
}
