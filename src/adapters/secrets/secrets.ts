import { lintSource } from '@secretlint/core'
import { secretLintProfiler } from '@secretlint/profiler'
import { rules } from '@secretlint/secretlint-rule-preset-recommend'
import { CoachError } from '../../domain/coach-error.ts'
import type { SecretKind } from '../../domain/evidence/evidence.ts'
import { readingText } from '../../domain/evidence/reading-text.ts'
import { type FoundSecret, secretsByShape } from './secret-shapes.ts'
import { secretsByWords } from './secret-words.ts'

// It notes every run for ever: in a process that stays up, that is a leak.
secretLintProfiler.setEnabled(false)

/**
 * Maintained rules that would do harm here: "secretlint-disable" in a message turns all others off, and the one
 * for web addresses takes the address with the password, which secretsByShape leaves. (`disabled` in a preset
 * has no effect, so they are left out of the list.)
 */
const LEFT_OUT = /-(?:filter-comments|basicauth)$/

const LINT = {
  noPhysicFilePath: true,
  config: {
    rules: rules
      .filter((rule) => !LEFT_OUT.test(rule.meta.id))
      .map((rule) => ({
        id: rule.meta.id,
        rule,
        options: rule.meta.id.endsWith('-aws') ? { enableIDScanRule: true } : {},
        allowMessageIds: ['AWSAccountID'], // a number that is no secret
      })),
  },
}

/** Services whose secrets are called keys; those of the others are called tokens. */
const KEYS = /-(?:aws|gcp|openai|anthropic|groq|sendgrid|shopify|stripe|linear)$/

const kindOf = (ruleId: string): SecretKind => {
  if (ruleId.endsWith('privatekey')) return 'private key'
  if (ruleId.endsWith('connection-string')) return 'connection string'
  return KEYS.test(ruleId) ? 'key' : 'token'
}

/** Its comparing of findings takes the square of their number: a long text is read in parts, which overlap. */
const PART = 2_000
const OVERLAP = 500

const secretsByLint = async (text: string): Promise<FoundSecret[]> => {
  const found: FoundSecret[] = []
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PART - OVERLAP) {
    const { messages } = await lintSource({
      source: {
        content: text.slice(from, from + PART),
        filePath: 'message.txt',
        ext: '.txt',
        contentType: 'text',
      },
      options: LINT,
    })
    for (const { ruleId, range } of messages)
      found.push({ start: from + range[0], end: from + range[1], kind: kindOf(ruleId) })
  }
  return found
}

/** A stretch of a view and where it comes from; `whole` stretches cannot be cut. */
type TextPiece = { readonly at: number; readonly from: number; readonly to: number; readonly whole: boolean }
type View = {
  readonly text: string
  readonly pieces: readonly TextPiece[]
  readonly starts: readonly number[]
}

/** Letters that nobody sees, Slack's escapes, and one `<...>` of Slack's. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+|(?![\n\r\t])\p{Cc}+|&(?:amp|lt|gt);/gu
const UNSEEN_OR_ENTITY = new RegExp(`${UNSEEN.source}|<[@#!a-z][^<>\\n]*>`, 'giu')

/**
 * A text without what hides a secret in it, and the way back to the places in the text itself. With `entities`
 * a link of Slack's is what people read; a password with an @ is cut in two by one.
 */
const viewOf = (source: string, entities: boolean): View => {
  const pieces: TextPiece[] = []
  let text = ''
  let last = 0
  const add = (seen: string, from: number, to: number, whole: boolean): void => {
    if (seen) pieces.push({ at: text.length, from, to, whole })
    text += seen
  }
  for (const match of source.matchAll(entities ? UNSEEN_OR_ENTITY : UNSEEN)) {
    add(source.slice(last, match.index), last, match.index, false)
    last = match.index + match[0].length
    add(/^[&<]/.test(match[0]) ? readingText(match[0]) : '', match.index, last, true)
  }
  add(source.slice(last), last, source.length, false)
  return { text, pieces, starts: pieces.map(({ at }) => at) }
}

/** The index of the last of these ascending numbers that is not above `place`; 0 when all are. */
const lastAtOrBefore = (numbers: readonly number[], place: number): number => {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

const inSource = ({ pieces, starts }: View, { start, end, kind }: FoundSecret): FoundSecret => {
  const first = pieces[lastAtOrBefore(starts, start)]!
  const last = pieces[lastAtOrBefore(starts, end - 1)]!
  return {
    start: first.whole ? first.from : first.from + start - first.at,
    end: last.whole ? last.to : last.from + end - last.at,
    kind,
  }
}

const secretsIn = async (view: View): Promise<FoundSecret[]> =>
  [...secretsByShape(view.text), ...secretsByWords(view.text), ...(await secretsByLint(view.text))]
    .filter(({ start, end }) => end > start)
    .map((found) => inSource(view, found))

/** What has a name of its own says more than the word before it. */
const RANK: readonly SecretKind[] = ['private key', 'connection string', 'token', 'key', 'password']

/** Sorted, those that overlap made one. */
const merged = (found: readonly FoundSecret[]): FoundSecret[] => {
  const apart: FoundSecret[] = []
  for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1)
    if (!last || next.start >= last.end) {
      apart.push(next)
      continue
    }
    const kind = RANK.indexOf(next.kind) < RANK.indexOf(last.kind) ? next.kind : last.kind
    apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, next.end), kind }
  }
  return apart
}

const LINK = /<[a-z][a-z0-9+.-]*:[^<>\n]*>/gi

/** All secrets of a raw or a reading text, in its own offsets. */
const secretsOf = async (text: string): Promise<FoundSecret[]> => {
  const asSent = await secretsIn(viewOf(text, false))
  if (!text.includes('<')) return merged(asSent)
  const links = [...text.matchAll(LINK)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.length,
  }))
  const starts = links.map(({ start }) => start)
  const linkAt = (place: number) => {
    const link = links[lastAtOrBefore(starts, place)]
    return link && place >= link.start && place < link.end ? link : undefined
  }
  // An address that is a secret takes its label and brackets with it.
  const touched = new Set<number>()
  const withLinks = asSent.map((found) => {
    const link = linkAt(found.start)
    if (link) touched.add(link.start)
    return link && found.start <= link.start + 1
      ? { ...found, start: link.start, end: Math.max(found.end, link.end) }
      : found
  })
  // What the reader sees of a link that holds one was found in the link already.
  const asRead = (await secretsIn(viewOf(text, true))).filter(
    ({ start, end }) => !(touched.has(start) && linkAt(start)?.end === end),
  )
  return merged([...withLinks, ...asRead])
}

/**
 * Takes secrets out of what a person wrote, before it is stored: secretlint's recommended rules, the shapes that
 * these let through, and values after words such as "password". The text may be Slack's raw text or a reading
 * text. What was taken cannot be had again from the result. Throws CoachError `rules-failed`.
 */
export function makeSecretRules() {
  return {
    async take(text: string): Promise<{ readonly text: string; readonly kinds: readonly SecretKind[] }> {
      let found: FoundSecret[]
      try {
        found = await secretsOf(text)
      } catch (cause) {
        throw new CoachError('rules-failed', 'The rules that keep secrets out of the store broke', { cause })
      }
      let kept = ''
      let last = 0
      for (const { start, end, kind } of found) {
        kept += `${text.slice(last, start)}[${kind} left out]`
        last = end
      }
      const kinds = RANK.filter((kind) => found.some((one) => one.kind === kind))
      return { text: kept + text.slice(last), kinds }
    },
  }
}
