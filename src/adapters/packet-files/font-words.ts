/** What is seen as nothing, so that nothing is missing without it: joiners, marks of direction, selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const LETTER = /\p{L}/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Words for signs that a font lacks, in square brackets. Words in an unknown script are counted. */
const namesOf = (lacking: readonly string[]): string => {
  const seen = lacking.filter((one) => one.trim() !== '')
  if (seen.length > 1 && seen.some((one) => LETTER.test(one)))
    return `[${seen.length} ${seen.every((one) => LETTER.test(one)) ? 'letters' : 'signs'}]`
  return seen.map((one) => (PICTURE.test(one) ? '[emoji]' : `[${codeOf(one)}]`)).join('')
}

/**
 * Makes texts fit a font. Signs that it lacks become words in square brackets: "[emoji]", "[U+2192]", or "[4 letters]"
 * for a word in a script that it lacks. `missing` counts them over all texts.
 */
export function fitTo(letters: ReadonlySet<number>) {
  let missing = 0
  const has = (text: string): boolean =>
    [...text].every((letter) => letter === '\n' || letters.has(letter.codePointAt(0)!))
  /** The sign as the font has it, or null. */
  const fittedSign = (sign: string): string | null => {
    if (has(sign)) return sign
    // A picture with its joiners is one sign, and must not become another one without them.
    if (PICTURE.test(sign)) return null
    const seen = [...sign].filter((letter) => !UNSEEN.test(letter)).join('')
    if (has(seen)) return seen
    const joined = seen.normalize('NFC')
    return has(joined) ? joined : /^\p{Zs}$/u.test(seen) ? ' ' : null
  }
  const fitted = (text: string): string => {
    if (has(text)) return text
    let out = ''
    let lacking: string[] = []
    const flush = (): void => {
      if (lacking.length === 0) return
      // Spaces after the last of them belong to what comes next.
      const after = lacking.findLastIndex((one) => one.trim() !== '') + 1
      const signs = lacking.slice(0, after)
      missing += signs.filter((one) => one.trim() !== '').length
      out += namesOf(signs) + lacking.slice(after).join('')
      lacking = []
    }
    for (const { segment } of graphemes.segment(text)) {
      const fits = fittedSign(segment)
      if (fits === null) lacking.push(segment)
      // A space between two words that the font lacks.
      else if (lacking.length > 0 && LETTER.test(lacking.at(-1) ?? '') && fits === ' ') lacking.push(fits)
      else {
        flush()
        out += fits
      }
    }
    flush()
    return out
  }
  return { fitted, missing: (): number => missing }
}
