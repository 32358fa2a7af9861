import { anyOf } from '../text/patterns.ts'

/**
 * Words between "Examples" and its colon: "Examples of this:", "Example behaviours:", "Examples include:".
 */
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

/** The same without a colon, in front of what is told: "For example, ran ...", "e.g. ran ...". */
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

/**
 * Whether a text begins or ends as an example does: "Example: ...", "For example, ...", "e.g. ...", "... (example)".
 */
export function isExample(text: string): boolean {
  return BEGINS.test(text) || ENDS.test(text)
}

/** Whether a text begins with "Example:" and the like, so that all that follows in it is one too. */
export function isLabelled(text: string): boolean {
  return LABELLED.test(text)
}

/** Whether a text is only the head of examples: "Examples", "For example:". */
export function isExampleHead(text: string): boolean {
  return HEAD.test(text.trim())
}

/** Whether a text ends in what announces examples below it: "Improves the docs, for example:". */
export function leadsToExamples(text: string): boolean {
  return isExampleHead(text) || LEADS.test(text)
}

/** A text that is an example by its place, told apart by its own words: "Example: ...". */
export function asExample(text: string): string {
  return isExample(text) ? text : `Example: ${text}`
}

/**
 * Texts one below another, such as the bullets of a list: what is below a head is an example, and the
 * head itself is left out.
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
 * The sentences of one bullet, each with whether it is an example: all of them where the bullet begins as one, those
 * behind a label in the middle of it, and any that begins or ends as one itself.
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
