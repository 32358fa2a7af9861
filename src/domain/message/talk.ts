import { oddsOf } from './classify.ts'
import { decideMessage } from './decide-message.ts'
import type { Message } from './message.ts'
import { anyPhrase } from './phrases.ts'
import { saidIn, signsOf } from './signs.ts'
import { saysWeakness } from './weakness.ts'
import { TALK_WORDS } from './words/talk.ts'

/** What talk says. `nothing`: no words that I know. */
export type TalkSaid = 'thanks' | 'weakness' | 'chat' | 'nothing'

const THANKS = anyPhrase(TALK_WORDS.thanks)

/** Signs that a message is meant for company. */
const CHAT: ReadonlySet<string> = new Set([
  ...['greeting', 'reaction', 'feeling', 'complaint', 'small talk', 'a smiley', 'no letter'],
])

/** From this share on, a message of more than a few words is talk even without a word that is a sign of it. */
const SURE = 0.7
const FEW = 3

/** What a message says that was taken for talk. */
export function talkSaid(message: Message): TalkSaid {
  const said = saidIn(message.text)
  if (saysWeakness(message.text)) return 'weakness'
  if (THANKS.test(said.lower)) return 'thanks'
  if (signsOf(said).some((sign) => CHAT.has(sign))) return 'chat'
  // Where the rules were not sure, a model said that it is talk.
  if (decideMessage(message).intent !== 'smalltalk') return 'chat'
  return said.words.length > FEW && oddsOf(message).smalltalk >= SURE ? 'chat' : 'nothing'
}
