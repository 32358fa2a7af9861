import { anyOf } from '../text/patterns.ts'

/** Words between "Examples" and its colon: "Examples of this:", "Example behaviours:", "Examples include:". */
const KIND = anyOf({
  'of what': [
    '\\s+(?:of\\s+)?',
    anyOf([
      'this',
      'these',
      'that',
      'behaviou?rs?',
      'signals?',
      'evidence',
      'activit(?:y|ies)',
      'actions?',
      'work',
      '\\d{1,2}',
    ]),
  ].join(''),
  'what they include': '\\s+(?:(?:may|might|could|can)\\s+)?(?:be|include)',
})

/** "Examples", "Some examples of this". */
const EXAMPLES = `(?:(?:some|typical)\\s+)?examples?${KIND}?`

/** "Example:", "Examples -", "For example:", in English and German. */
const LABEL = [
  anyOf([EXAMPLES, 'for\\s+(?:example|instance)', '(?:zum\\s+)?beispiele?']),
  '(?:\\s*:|\\s+[-–—](?=\\s|$))',
].join('')

/** The same without a colon, in front of an example: "For example, ran ...", "e.g. ran ...". */
const PHRASE = [
  anyOf([
    'for\\s+(?:example|instance)',
    'zum\\s+beispiel',
    'beispielsweise',
    'e\\.\\s?g\\.?',
    'z\\.\\s?B\\.',
    'examples?\\s+(?:(?:may|might|could|can)\\s+)?include',
  ]),
  '(?=[\\s,:])[,:]?',
].join('')

const BEGINS = new RegExp(`^[(\\[]?\\s*(?:${LABEL}|${PHRASE}|examples?[)\\]])`, 'iu')
const LABELLED = new RegExp(`^(?:${LABEL})`, 'iu')
const ENDS = /[([](?:an?\s+)?example[)\]][.;]?$/i
const HEAD = new RegExp(`^(?:${LABEL}|${PHRASE}|${EXAMPLES}|e\\.g\\.)$`, 'iu')
const LEADS = /[\s,;:(–—-](?:for example|for instance|e\.g\.|(?:some )?examples(?: include)?)\s?:$/i

/** True if a text begins or ends like an example: "Example: ...", "For example, ...", "e.g. ...", "... (example)". */
export function isExample(text: string): boolean {
  return BEGINS.test(text) || ENDS.test(text)
}

/** True if a text begins with a label such as "Example:", so that all of it is an example. */
export function isLabelled(text: string): boolean {
  return LABELLED.test(text)
}

/** True if a text is only a heading for examples: "Examples", "For example:". */
export function isExampleHead(text: string): boolean {
  return HEAD.test(text.trim())
}

/** True if a text ends by announcing examples: "Improves the docs, for example:". */
export function leadsToExamples(text: string): boolean {
  return isExampleHead(text) || LEADS.test(text)
}

/** Labels a text that is an example because of its place: "Example: ...". */
export function asExample(text: string): string {
  return isExample(text) ? text : `Example: ${text}`
}

/**
 * Marks what follows a heading for examples, for instance among the bullets of a list. The heading itself is left out.
 */
export function underHeads(texts: readonly string[]): string[] {
  let below = false
  return texts.flatMap((text) => {
    const head = isExampleHead(text)
    below ||= head
    return head ? [] : [below ? asExample(text) : text]
  })
}

/**
 * The sentences of one bullet, and whether each is an example: all of them if the bullet begins like one, all from a
 * label onwards, and any that begins or ends like one.
 */
export function markExamples(
  sentences: readonly string[],
): { readonly text: string; readonly example: boolean }[] {
  const [first] = sentences
  let below = first !== undefined && BEGINS.test(first)
  return sentences.map((text) => {
    below ||= isLabelled(text)
    return { text, example: below || isExample(text) }
  })
}
