/**
 * Decodes the bytes of a file: by the byte order mark, or as UTF-16 if many bytes are zero, or else as UTF-8 or
 * Windows-1252.
 */
export function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 4_000)
  const zeros = (from: number): number =>
    start.filter((byte, index) => index % 2 === from && byte === 0).length
  const half = start.length / 2
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : half > 2 && zeros(1) > half * 0.4
          ? 'utf-16le'
          : half > 2 && zeros(0) > half * 0.4
            ? 'utf-16be'
            : 'utf-8'
  try {
    return unmarked(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return unmarked(new TextDecoder('windows-1252').decode(bytes))
  }
}

const unmarked = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
