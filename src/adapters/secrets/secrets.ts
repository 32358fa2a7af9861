import { lintSource } from '@secretlint/core'
import { secretLintProfiler } from '@secretlint/profiler'
import { rules } from '@secretlint/secretlint-rule-preset-recommend'
import { CoachError } from '../../domain/coach-error.ts'
import type { SecretKind } from '../../domain/evidence/evidence.ts'
import { readingText } from '../../domain/evidence/reading-text.ts'
import { type FoundSecret, secretsByShape } from './secret-shapes.ts'
import { secretsByWords } from './secret-words.ts'

// The profiler records every run and never forgets one, so a process that stays up would leak memory.
secretLintProfiler.setEnabled(false)

/**
 * Rules of secretlint that would do harm here. One lets "secretlint-disable" in a message turn off all the others. The
 * other removes a whole web address with a password, while secretsByShape removes only the login. They are filtered
 * out, because `disabled` has no effect in a preset.
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
        allowMessageIds: ['AWSAccountID'], // a number that is not secret
      })),
  },
}

/** Services whose secrets are called keys. Those of the others are called tokens. */
const KEYS = /-(?:aws|gcp|openai|anthropic|groq|sendgrid|shopify|stripe|linear)$/

const kindOf = (ruleId: string): SecretKind => {
  if (ruleId.endsWith('privatekey')) return 'private key'
  if (ruleId.endsWith('connection-string')) return 'connection string'
  return KEYS.test(ruleId) ? 'key' : 'token'
}

/** Secretlint compares all its findings with each other, so a long text is read in parts, which overlap. */
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

/** A part of a view and where it is in the source. A `whole` part cannot be cut. */
type TextPiece = { readonly at: number; readonly from: number; readonly to: number; readonly whole: boolean }
type View = {
  readonly text: string
  readonly pieces: readonly TextPiece[]
  readonly starts: readonly number[]
}

/** Invisible characters and Slack's escapes, and the same with Slack's links and mentions in `<...>`. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+|(?![\n\r\t])\p{Cc}+|&(?:amp|lt|gt);/gu
const UNSEEN_OR_ENTITY = new RegExp(`${UNSEEN.source}|<[@#!a-z][^<>\\n]*>`, 'giu')

/**
 * A text without characters that could hide a secret in it, and a map back to the source. With `entities`, Slack's
 * links are replaced by what people see, because Slack may turn a part of a password with an @ into a link.
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

/** The index of the last of these ascending numbers that is not above `place`, or 0 if all are. */
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

/** The kinds of secrets, most specific first. If findings overlap, the most specific kind counts. */
const RANK: readonly SecretKind[] = ['private key', 'connection string', 'token', 'key', 'password']

/** Sorts findings, and joins those that overlap. */
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

/** All secrets in a raw text or a reading text, with their offsets in it. */
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
  // If the address of a link is a secret, its label and brackets are removed too.
  const linksWithSecrets = new Set<number>()
  const withLinks = asSent.map((found) => {
    const link = linkAt(found.start)
    if (link) linksWithSecrets.add(link.start)
    return link && found.start <= link.start + 1
      ? { ...found, start: link.start, end: Math.max(found.end, link.end) }
      : found
  })
  // A secret that fills the visible part of such a link was found in the link already.
  const asRead = (await secretsIn(viewOf(text, true))).filter(
    ({ start, end }) => !(linksWithSecrets.has(start) && linkAt(start)?.end === end),
  )
  return merged([...withLinks, ...asRead])
}

/**
 * Removes secrets from what a person wrote, before it is stored. They are found by secretlint's recommended rules, by
 * shapes that these ignore, and by words such as "password" before them. The text may be Slack's raw text or a reading
 * text. The result does not contain the secrets in any form. Throws CoachError `rules-failed`.
 */
export function makeSecretRules() {
  return {
    async take(text: string): Promise<{ readonly text: string; readonly kinds: readonly SecretKind[] }> {
      let found: FoundSecret[]
      try {
        found = await secretsOf(text)
      } catch (cause) {
        throw new CoachError('rules-failed', 'The rules that remove secrets failed', { cause })
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
