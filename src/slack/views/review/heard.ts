import type { KeepOrDrop } from '../../../coaching/evidence/keep-or-drop.ts'
import type { HeardIntent, Reply } from '../../../coaching/replies.ts'
import type { Declined } from '../../../domain/message/decline.ts'
import type { Unsure } from '../../../domain/message/unsure.ts'
import {
  actions,
  button,
  clipped,
  line,
  passage,
  plainSaid,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

const WHY: Readonly<Record<Unsure, string>> = {
  unclear: 'I can’t tell whether this is evidence.',
  plan: 'This sounds like a plan. It counts once it’s done.',
  sensitive: 'This sounds personal.',
  link: 'I can’t open links. Tell me what you did there, or send me the file.',
}

const ASKS: Partial<Readonly<Record<Unsure, string>>> = {
  plan: 'Should I ask you about it later?',
}

const UNTIL = 'I haven’t reviewed it. If you don’t answer, I delete it in a day.'

/** The answer to a button whose question is already settled. */
export const ANSWERED_BEFORE = 'That was answered before, or deleted.'

/** Asks whether to save a message, or says that there was no answer. */
export function askToKeepView({ evidenceId, part, why, expired }: Reply & { kind: 'ask-to-keep' }): Said {
  if (expired) return plainSaid('Nobody told me that this is evidence, so I deleted what I had stored.')
  const text = `${WHY[why]} ${ASKS[why] ?? 'Save it as evidence?'}`
  const value = `${evidenceId} ${part}`
  return {
    text,
    blocks: [
      richText(line(words(`${text} ${UNTIL}`))),
      actions([
        ...(why === 'plan' ? [button('Remind me', 'evidence-remind', value)] : []),
        button('Save', 'evidence-keep', value),
        button('No', 'evidence-drop', value),
      ]),
    ],
  }
}

/** The answer to that, by a button or in words. */
export function savedOrNotView(done: Awaited<ReturnType<KeepOrDrop>>): Said {
  switch (done) {
    case 'saved':
      return plainSaid('Saved. My review will be in this thread.')
    case 'deleted':
      return plainSaid('Not saved. I deleted what I had stored.')
    case 'gone':
      return plainSaid(ANSWERED_BEFORE)
  }
}

const HEARD: Readonly<Record<HeardIntent, string>> = {
  correction: 'Sorry. Which review do you mean? Tell me in its thread, and I’ll correct it there.',
  smalltalk: 'Good to hear from you. When something goes well, tell me the same day.',
  thanks: 'You’re welcome. Next time something goes well, tell me the same day.',
  weakness:
    'Many people find that hard. I didn’t save it. Once you have handled it differently, tell me what you did.',
  complaint: 'I’m sorry. If a review is wrong, say what is wrong in its thread, and I’ll correct it.',
}

const DECLINED: Readonly<Record<Declined, string>> = {
  piece: 'That’s fine. I won’t ask more about this.',
  all: 'That’s fine. I won’t ask about your evidence for a month. To stop the weekly question: /ladder nudge me stop.',
}

/** The reply after a person did not want to answer. */
export function declinedView({ declined }: Reply & { kind: 'declined' }): Said {
  return plainSaid(DECLINED[declined])
}

/** Longest fact that a button can carry: Slack allows 2,000 characters for its value (docs.slack.dev, button). */
const FACT = 1_800

/** The answer to a message that is not evidence, with an offer to save what is evidence in it. */
export function heardView({ intent, fact, evidenceId }: Reply & { kind: 'heard' }): Said {
  return withFact(HEARD[intent], fact, evidenceId)
}

/** Offers to save what is evidence in a message that was answered. */
export function offerFactView({ fact, evidenceId }: Reply & { kind: 'offer-fact' }): Said {
  return withFact('', fact, evidenceId)
}

/** A text, and if there is a part of the message that may be evidence, an offer to save that. */
export function withFact(text: string, fact: string | null, evidenceId: string): Said {
  if (fact === null || fact.length > FACT) return plainSaid(text)
  const said = `${text} This part may be evidence:`.trim()
  return {
    text: said,
    blocks: [
      richText(line(words(said)), passage(clipped(fact, FACT))),
      actions([button('Save it', 'evidence-save-fact', `${evidenceId} ${fact}`)]),
    ],
  }
}
