import type { types } from '@slack/bolt'
import type { Ladder, Level } from '../../../domain/ladder/ladder.ts'
import type { NudgeText } from '../../../domain/nudge/nudge.ts'
import { sentencesOf } from '../../../domain/nudge/nudge-text.ts'
import { competencyTitle, levelName } from '../ladder/ladder.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  escaped,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

/**
 * How much of a competency's and a level's name is shown, in UTF-16 units: names are short, files may hold anything.
 */
const NAMED = 100

const HEADLINE = 'A minute for this week’s evidence: '

/** Which competency of which ladder a button of the post is about; competency ids hold no slash. */
function nudgeTarget({ ladder, competency }: Pick<NudgeText, 'ladder' | 'competency'>): string {
  return `${ladder}/${competency}`
}

/** The ladder and competency of a button's value; null: it is none of ours. */
export function nudgeTargetOf(value: string): Pick<NudgeText, 'ladder' | 'competency'> | null {
  const cut = value.lastIndexOf('/')
  return cut < 1 ? null : { ladder: value.slice(0, cut), competency: value.slice(cut + 1) }
}

const said = ({ level, text }: { readonly level: Level; readonly text: string }) => [
  bold(`${clipped(levelName(level), NAMED)}: `),
  words(text),
]

const postBlocks = (ladder: Ladder, nudge: NudgeText): types.KnownBlock[] | null => {
  const found = sentencesOf(ladder, nudge)
  if (found === null) return null
  return [
    richText(
      line(words(HEADLINE), bold(clipped(competencyTitle(found.competency), NAMED))),
      bullets([said(found.lower), said(found.upper)]),
      line(bold(nudge.question)),
    ),
  ]
}

const textFor = (ladder: Ladder, nudge: NudgeText): string => {
  const found = sentencesOf(ladder, nudge)
  const name = found ? clipped(competencyTitle(found.competency), NAMED) : ''
  return `${HEADLINE}${escaped(name)}. ${escaped(nudge.question)}`
}

/**
 * The post to a channel: fixed words, a competency, its two sentences, a question, two buttons; about nobody. null:
 * the ladder does not hold these sentences any more, and the nudge has to be chosen anew.
 */
export function nudgePostView(ladder: Ladder, nudge: NudgeText): Said | null {
  const blocks = postBlocks(ladder, nudge)
  if (blocks === null) return null
  const target = nudgeTarget(nudge)
  return {
    text: textFor(ladder, nudge),
    blocks: [
      ...blocks,
      actions([
        button('Log it privately', 'nudge-log', target),
        button('Ask the coach', 'nudge-ask', target),
      ]),
    ],
  }
}

/** The post as it will look, without its buttons; nothing where its sentences are gone. */
export function nudgePreviewBlocks(ladder: Ladder, nudge: NudgeText | null): types.KnownBlock[] {
  return (nudge && postBlocks(ladder, nudge)) ?? []
}
