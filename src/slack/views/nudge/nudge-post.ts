import type { types } from '@slack/bolt'
import type { Competency, Ladder, Level } from '../../../domain/ladder/ladder.ts'
import type { NudgeForm, NudgeText } from '../../../domain/nudge/nudge.ts'
import { sentencesOf } from '../../../domain/nudge/nudge-text.ts'
import { asAsked, inPeriod } from '../../../domain/nudge/questions/nudge-period.ts'
import { competencyTitle, levelName } from '../ladder/ladder.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  escaped,
  footnote,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

/**
 * How much of a competency's or level's name is shown, in UTF-16 units. Names are short, but files may contain
 * anything.
 */
const NAMED = 100

const MINUTE = 'One minute: '
const WEEK = 'what did you do this week?'

/** Where an answer goes. */
const ANSWER = ' Use the button below.'

/** What a post of another form is about. */
export const FORM_TITLES: Readonly<Record<NudgeForm, string>> = {
  win: 'a small win',
  unseen: 'work that nobody saw',
  quarter: 'the end of the quarter',
}

/** The ladder and competency of a button in the post. Competency ids contain no slash, and a form has no competency. */
export function nudgeTarget({ ladder, competency }: Pick<NudgeText, 'ladder' | 'competency'>): string {
  return competency === null ? ladder : `${ladder}/${competency}`
}

/** What a post is about, at its top. */
const titleOf = (competency: Competency | null, { form }: NudgeText): string =>
  competency ? clipped(competencyTitle(competency), NAMED) : form ? FORM_TITLES[form] : ''

/** The ladder and competency of a button's value, or null if it is not one of ours. */
export function nudgeTargetOf(value: string): Pick<NudgeText, 'ladder' | 'competency'> | null {
  const cut = value.lastIndexOf('/')
  return cut < 1 ? null : { ladder: value.slice(0, cut), competency: value.slice(cut + 1) }
}

/** The top of a post. Of another form, it may be about more than a week. */
const headOf = (competency: Competency | null, nudge: NudgeText): types.RichTextSection[] => {
  const title = bold(titleOf(competency, nudge))
  return competency
    ? [line(words(`${MINUTE}${inPeriod(WEEK, nudge.per)}`)), line(title)]
    : [line(words(MINUTE), title)]
}

const said = ({ level, text }: { readonly level: Level; readonly text: string }) => [
  bold(`${clipped(levelName(level), NAMED)}: `),
  words(text),
]

/** A made-up answer in small print. Nothing without one. */
export function exampleBlocks(example: string | null | undefined): types.KnownBlock[] {
  return example ? [footnote(`For example: ${example}`)] : []
}

const postBlocks = (ladder: Ladder, text: NudgeText): types.KnownBlock[] | null => {
  const nudge = asAsked(text)
  const found = sentencesOf(ladder, nudge)
  if (found === null) return null
  return [
    richText(
      ...headOf(found.competency, nudge),
      ...(found.sentences.length > 0 ? [bullets(found.sentences.map(said))] : []),
      line(bold(nudge.question), words(ANSWER)),
    ),
    ...exampleBlocks(nudge.example),
  ]
}

const textFor = (ladder: Ladder, nudge: NudgeText): string => {
  const found = sentencesOf(ladder, nudge)
  const name = found ? titleOf(found.competency, nudge) : ''
  return `${MINUTE}${escaped(name)}. ${escaped(asAsked(nudge).question)}`
}

/**
 * The post to a channel: fixed words, a competency, the sentences of its question, the question, an example of an
 * answer, two buttons, and nothing about anybody. Null if the ladder no longer contains these sentences. Then another
 * topic has to be chosen.
 */
export function nudgePostView(ladder: Ladder, nudge: NudgeText): Said | null {
  const blocks = postBlocks(ladder, nudge)
  if (blocks === null) return null
  const target = nudgeTarget(nudge)
  return {
    text: textFor(ladder, nudge),
    blocks: [
      ...blocks,
      actions([button('Save evidence', 'nudge-log', target), button('Ask the coach', 'nudge-ask', target)]),
    ],
  }
}

/** A preview of the post, without its buttons. Empty if its sentences no longer exist. */
export function nudgePreviewBlocks(ladder: Ladder, nudge: NudgeText | null): types.KnownBlock[] {
  return (nudge && postBlocks(ladder, nudge)) ?? []
}
