import { opensWithDeed, tellsOfDeed, tellsOfOwnDeed } from '../evidence/deeds.ts'
import { isThanks, smallTalkOf } from '../evidence/small-talk.ts'
import { bareWords } from '../text/plain.ts'
import { type AskedKind, askedKindOf } from './asked-kind.ts'
import { isLookup, isNo, isSkip, onlyYes, saysNothing } from './bare-answers.ts'
import { declinedBy } from './decline.ts'
import { firstAskIn } from './first-question.ts'
import { insteadIn } from './instead.ts'
import { saysOnlyLevels } from './levels-said.ts'
import type { Intent, Message } from './message.ts'
import { ALONE, ASKS_FACT, BEHIND_QUESTION, LOST, PLANS } from './message-forms.ts'
import { opensWithPhrase } from './phrases.ts'
import { type Said, saidIn, signsOf } from './signs.ts'
import { isAddress } from './unsure.ts'
import { saysWeakness } from './weakness.ts'
import { BARE_WORDS } from './words/bare.ts'
import { SENSITIVE_WORDS } from './words/sensitive.ts'

/** A message as the rules see it. `bare` is its words without punctuation. */
type Read = Message & { readonly said: Said; readonly kind: AskedKind; readonly bare: string }

type MessageRule = {
  readonly name: string
  readonly intent: Intent
  /** Messages that this rule decides, and no earlier one. */
  readonly examples: readonly Message[]
  readonly holds: (read: Read) => boolean
}

const dm = (text: string): Message => ({ place: 'dm', asked: null, text })
const asked = (question: string, text: string): Message => ({ place: 'thread', asked: question, text })

/** Longer messages say more than this, in words. */
const MOST_REFUSAL = 12

const DID = opensWithPhrase(BARE_WORDS['I did'])
/** Something was not done: the model weighs that. */
const DENIES = /n't\b|\b(?:not|never|nothing|none)\b/
const asksForSomethingToOpen = (question: string | null): boolean => /\bopen\b|\blink\b/.test(question ?? '')

/** Signs that a message says more than a deed, or that not everybody may hear it. */
const MORE: ReadonlySet<string> = new Set([
  ...Object.keys(SENSITIVE_WORDS),
  ...['you or your', 'the future', 'intends', 'its own words', 'denial', 'holds a question'],
  ...['a later sentence opens as an order', 'a later sentence opens as a question'],
  ...['complaint', 'thanks', 'feeling', 'decline', 'does not know', 'quoted words', 'a quoted line'],
  ...['an open box', 'the ladder', 'a competency', 'records'],
])

/** Verbs whose past looks like an order: "read it again", "put it under Scope". */
const ORDERS = /^(?:read|set|put|cut|let|shut|quit|hit|reset|split)\b/

/** Opens with a deed that was done by the writer, or with others, and says nothing else. */
const tellsOnly = (said: Said, tells: (sentence: string) => boolean): boolean =>
  said.words.length > 2 &&
  !DENIES.test(said.lower) &&
  tells(said.sentences[0] ?? '') &&
  !signsOf(said).some((sign) => MORE.has(sign))

/** What the form of a message shows for certain. The first rule that applies decides. The model weighs the rest. */
export const MESSAGE_RULES: readonly MessageRule[] = [
  {
    name: 'a command as it is typed',
    intent: 'command',
    examples: [dm('/ladder next')],
    holds: ({ text }) => /^\s*\/\p{L}/u.test(text),
  },
  {
    name: 'only a level or a competency',
    intent: 'command',
    examples: [dm('L3'), dm('senior mastery'), dm('L2 vs L3')],
    holds: ({ bare, kind }) => kind === 'nothing' && isLookup(bare),
  },
  {
    name: 'only which level it is, or is to be',
    intent: 'command',
    examples: [
      dm('I picked the wrong level, it should be L3'),
      asked('What changed because of this, and how do you know?', 'Sorry, I meant L3. I’m an L2 now.'),
      asked('What was your own part in this?', 'I am going for senior, not L2'),
    ],
    holds: ({ text }) => saysOnlyLevels(text),
  },
  {
    name: 'only a question mark',
    intent: 'question',
    examples: [dm('?')],
    holds: ({ text }) => /^\s*[?？]+\s*$/u.test(text),
  },
  {
    name: 'a usual first question in another language',
    intent: 'question',
    examples: [dm('証拠を見せて'), asked('What was your own part in this?', 'Hilf mir')],
    holds: ({ text }) => firstAskIn(text) !== null,
  },
  {
    name: 'only thanks, or no words',
    intent: 'smalltalk',
    examples: [dm('👍'), dm('thank you so much!'), asked('Who could vouch for this?', 'thanks!')],
    holds: ({ text }) => isThanks(text),
  },
  {
    name: 'only what its writer is bad at',
    intent: 'smalltalk',
    examples: [
      dm('I’m bad at saying no to people'),
      asked('What could you add to this?', 'I struggle with writing docs'),
    ],
    holds: ({ text }) => saysWeakness(text),
  },
  {
    name: 'one thing instead of another, without what it is about',
    intent: 'correction',
    examples: [dm('Lyon, not Oslo'), dm('6 minutes, not 4')],
    holds: ({ place, kind, text, said }) =>
      place === 'dm' &&
      kind === 'nothing' &&
      text.includes(',') &&
      insteadIn(text) !== null &&
      !said.sentences.some(tellsOfOwnDeed),
  },
  {
    name: 'an address after a request for one',
    intent: 'answer',
    examples: [
      asked(
        'What could someone open to see this: a document, a change, a dashboard?',
        'https://wiki.example.org/x/1',
      ),
    ],
    holds: ({ text, asked: question }) => asksForSomethingToOpen(question) && isAddress(text),
  },
  {
    name: 'only an address',
    intent: 'unclear',
    examples: [dm('https://wiki.example.org/x/1')],
    holds: ({ text }) => isAddress(text),
  },
  {
    name: 'yes to an offer',
    intent: 'command',
    examples: [asked('Shall I read it again with what you added?', 'yes please')],
    holds: ({ kind, bare }) => kind === 'offer' && onlyYes(bare),
  },
  {
    name: 'no to an offer',
    intent: 'decline',
    examples: [asked('Do you want to add a link?', 'no')],
    holds: ({ kind, bare }) => kind === 'offer' && isNo(bare),
  },
  {
    name: 'no to what a question takes for granted',
    intent: 'correction',
    examples: [asked('You led the whole platform team in this. What did you decide?', 'no')],
    holds: ({ kind, bare }) => kind === 'premise' && isNo(bare),
  },
  {
    name: 'yes or no to a question for it',
    intent: 'answer',
    examples: [asked('Is the runbook still in use today?', 'yes'), asked('Did anyone else use it?', 'no')],
    holds: ({ kind, bare }) => (kind === 'yes or no' || kind === 'choice') && (onlyYes(bare) || isNo(bare)),
  },
  {
    name: 'an answer behind its question',
    intent: 'answer',
    examples: [
      asked('What changed because of this?', 'What changed: deploys went from 40 minutes to 5.'),
      asked('What changed because of this?', 'What came of it is a 40% cut in pages.'),
    ],
    holds: ({ place, kind, text }) =>
      place !== 'dm' && kind !== 'nothing' && BEHIND_QUESTION.test(text.trim()),
  },
  {
    name: 'a deed more',
    intent: 'answer',
    examples: [
      asked('What could you add to this?', 'You missed nothing; I also ran the drill in March with Priya.'),
    ],
    holds: ({ place, kind, said }) =>
      place !== 'dm' &&
      kind !== 'nothing' &&
      said.sentences
        .flatMap((sentence) => sentence.split('; '))
        .some((clause) => /^I also\b/.test(clause) && tellsOfOwnDeed(clause)),
  },
  {
    name: 'nothing to tell about the week',
    intent: 'decline',
    examples: [
      { place: 'nudge-thread', asked: 'What did you simplify this week?', text: 'nothing this week' },
    ],
    holds: ({ kind, bare }) => kind === 'nudge' && saysNothing(bare),
  },
  {
    name: 'no answer',
    intent: 'decline',
    examples: [
      asked('What was your own part in this?', 'skip'),
      asked('Who could vouch for this?', 'no idea'),
    ],
    holds: ({ bare }) => isSkip(bare),
  },
  {
    name: 'no more questions',
    intent: 'decline',
    examples: [dm('you ask too many questions'), asked('Who could vouch for this?', 'stop asking me things')],
    holds: ({ said }) =>
      said.words.length <= MOST_REFUSAL &&
      declinedBy(said.text) === 'all' &&
      !said.sentences.some(tellsOfOwnDeed),
  },
  {
    name: 'a question for a fact about the coach',
    intent: 'question',
    examples: [dm('how long do you keep it'), dm('where do you put all this')],
    holds: ({ place, said, bare }) =>
      place !== 'nudge-thread' && said.words.length <= MOST_REFUSAL && ASKS_FACT.test(bare),
  },
  {
    name: 'does not understand',
    intent: 'question',
    examples: [dm('I not understand'), dm('I’m confused')],
    holds: ({ place, kind, bare }) => (place === 'dm' || kind === 'nothing') && LOST.test(bare),
  },
  {
    name: 'whose the whole was',
    intent: 'answer',
    examples: [asked('What could you add to this?', 'I did it alone, nobody helped me.')],
    holds: ({ place, kind, bare }) => place === 'thread' && kind !== 'nothing' && ALONE.test(bare),
  },
  {
    name: 'a list in which nothing is done',
    intent: 'plan',
    examples: [dm('- [ ] write the plan\n- [ ] ask Ben')],
    holds: ({ text }) => /^(?:\s*(?:[-*] )?\[ ?\] [^\n]+(?:\n|$))+$/.test(text),
  },
  {
    name: 'a deed of the writer, and nothing else',
    intent: 'evidence',
    examples: [dm('I wrote the runbook of the billing queue.')],
    holds: ({ place, kind, said }) =>
      place === 'dm' && kind === 'nothing' && DID.test(said.lower) && tellsOnly(said, tellsOfOwnDeed),
  },
  {
    name: 'a plan without its doer',
    intent: 'plan',
    examples: [dm('Will mentor an intern this summer'), dm('planning to lead the migration in March')],
    holds: ({ place, kind, text }) => place === 'dm' && kind === 'nothing' && PLANS.test(text.trim()),
  },
  {
    name: 'a deed done with others, and nothing else',
    intent: 'evidence',
    examples: [dm('We moved the billing queue to Kafka.')],
    holds: ({ place, kind, said }) =>
      place === 'dm' && kind === 'nothing' && /^we\b/.test(said.lower) && tellsOnly(said, tellsOfDeed),
  },
  {
    name: 'a deed without its doer, and nothing else',
    intent: 'evidence',
    examples: [dm('Helped Priya with her RFC'), dm('Rolled out canaries')],
    holds: ({ place, kind, said }) =>
      place === 'dm' && kind === 'nothing' && !ORDERS.test(said.lower) && tellsOnly(said, opensWithDeed),
  },
  {
    name: 'a greeting',
    intent: 'smalltalk',
    examples: [dm('hi'), dm('Good morning!')],
    holds: ({ text, kind }) => kind === 'nothing' && smallTalkOf(text) === 'greeting',
  },
]

/** The rule that decides a message, or undefined if none applies. */
export function messageRuleOf(message: Message): MessageRule | undefined {
  const said = saidIn(message.text)
  const read: Read = { ...message, said, bare: bareWords(said.text), kind: askedKindOf(message.asked) }
  return MESSAGE_RULES.find(({ holds }) => holds(read))
}
