/** The characters that match one leaf of a pattern. A real RegExp answers once per character. */
export type CharSet = { readonly has: (code: number) => boolean }

const PAGE = 256
const [YES, NO] = [1, 2]

const makeCharSet = (source: string, flags: string): CharSet => {
  const real = new RegExp(`^(?:${source})$`, flags)
  const unicode = /[uv]/.test(flags)
  const pages: Uint8Array[] = []
  return {
    has: (code) => {
      const nth = code >> 8
      pages[nth] ??= new Uint8Array(PAGE)
      const page = pages[nth]
      const known = page[code & 255]!
      if (known !== 0) return known === YES
      const takes = real.test(unicode ? String.fromCodePoint(code) : String.fromCharCode(code))
      page[code & 255] = takes ? YES : NO
      return takes
    },
  }
}

const made = new Map<string, CharSet>()

/** The set of a leaf such as `[a-z]`, `\d` or `.` under the given flags. Equal leaves share a set. */
export function charSet(source: string, flags: string): CharSet {
  const key = `${flags}/${source}`
  const set = made.get(key) ?? makeCharSet(source, flags)
  made.set(key, set)
  return set
}

/** The set of one literal character. With the flag `i` it contains both cases. */
export function oneChar(code: number, flags: string): CharSet {
  const hex = code.toString(16)
  return charSet(/[uv]/.test(flags) ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`, flags)
}
