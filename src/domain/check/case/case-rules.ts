import { claimObjections } from '../check-text.ts'
import { withoutDates, wrongDates } from './dates.ts'
import { changesAround, losesHedge, turnsNot } from './hedges.ts'
import { changesUnit, movesNumber, swapsShare, turnsAround } from './measures.ts'
import { changesPerson, guessesGender, saysStanding } from './standing.ts'
import type { Told } from './told.ts'
import { addsCause, addsResult, isNew, praises, widens } from './weight.ts'
import {
  dropsHelp,
  dropsWe,
  dropsWhom,
  givesDeed,
  hidesSpeaker,
  newDeed,
  saysAlone,
  saysLed,
  takesDeed,
  takesThing,
} from './whose-part.ts'

/** A quote, who said it if it was a colleague, and a sentence that the rule refuses over it. */
type Example = { readonly quote: string; readonly saidBy?: string; readonly sentence: string }

type CaseRule = {
  readonly name: string
  readonly examples: readonly Example[]
  readonly refuses: (told: Told) => boolean
}

/** Why a sentence says more than its receipts. The first rule that refuses it gives the reason. */
export const CASE_RULES: readonly CaseRule[] = [
  {
    name: 'it says that its author is at the level',
    examples: [
      { quote: 'I moved the queue.', sentence: 'I moved the queue, which shows that I am ready for L3.' },
      { quote: 'I moved the queue.', sentence: 'Moving the queue met the expectations.' },
    ],
    refuses: saysStanding,
  },
  {
    name: 'it is not in the first person',
    examples: [{ quote: 'I moved the queue.', sentence: 'The author moved the queue.' }],
    refuses: changesPerson,
  },
  {
    name: 'it guesses who is a woman or a man',
    examples: [{ quote: 'Sam asked for it.', sentence: 'Sam asked for it for his team.' }],
    refuses: guessesGender,
  },
  {
    name: 'its date is another one',
    examples: [{ quote: 'In March I moved the queue.', sentence: 'I moved the queue in October.' }],
    refuses: ({ asWritten, words, receipts }) => wrongDates(asWritten, words, receipts).length > 0,
  },
  {
    name: 'it hides that a colleague said it',
    examples: [{ quote: 'You moved the queue.', saidBy: 'Pradeep', sentence: 'I moved the queue.' }],
    refuses: hidesSpeaker,
  },
  {
    name: 'a number lost or got a word around it',
    examples: [{ quote: 'It took about 40 minutes.', sentence: 'It took 40 minutes.' }],
    refuses: changesAround,
  },
  {
    name: 'it measures in another unit',
    examples: [{ quote: 'It took 20 minutes.', sentence: 'It took 20 hours.' }],
    refuses: changesUnit,
  },
  {
    name: 'before and after changed places',
    examples: [
      { quote: 'Builds went from 18 minutes to 11.', sentence: 'Builds went from 11 minutes to 18.' },
    ],
    refuses: turnsAround,
  },
  {
    name: 'the whole became the part',
    examples: [{ quote: '4 of 6 found it.', sentence: '6 of them found it.' }],
    refuses: swapsShare,
  },
  {
    name: 'its number belongs to another deed',
    examples: [{ quote: 'Found 23 faults, fixed 15 so far.', sentence: 'I fixed 23 faults so far.' }],
    refuses: movesNumber,
  },
  {
    name: 'it turns yes and no around',
    examples: [
      { quote: 'I did not ship the small model.', sentence: 'I shipped the small model.' },
      { quote: 'I shipped the small model.', sentence: 'I did not ship the small model.' },
    ],
    refuses: turnsNot,
  },
  {
    name: 'it is surer than its receipt',
    examples: [
      { quote: 'On paper this saves money.', sentence: 'This saves money.' },
      { quote: 'I told them we should stop it.', sentence: 'I stopped it.' },
    ],
    refuses: losesHedge,
  },
  {
    name: 'it claims that its author led',
    examples: [{ quote: 'I moved the queue.', sentence: 'I led the move of the queue.' }],
    refuses: saysLed,
  },
  {
    name: 'it claims that its author was alone',
    examples: [{ quote: 'I moved the queue.', sentence: 'I moved the queue on my own.' }],
    refuses: saysAlone,
  },
  {
    name: 'it takes a deed of somebody else',
    examples: [{ quote: 'I found the fault. Maria fixed it.', sentence: 'I found and fixed the fault.' }],
    refuses: takesDeed,
  },
  {
    name: 'it gives a deed of the author to somebody else',
    examples: [{ quote: 'I fixed the fault. Maria watched.', sentence: 'Maria fixed the fault.' }],
    refuses: givesDeed,
  },
  {
    name: 'it says “I” of what was “we”',
    examples: [{ quote: 'We moved the queue.', sentence: 'I moved the queue.' }],
    refuses: dropsWe,
  },
  {
    name: 'it leaves out with whom',
    examples: [{ quote: 'I moved the queue with Maria.', sentence: 'I moved the queue.' }],
    refuses: dropsWhom,
  },
  {
    name: 'it makes work out of help',
    examples: [{ quote: 'I helped to move the queue.', sentence: 'I moved the queue.' }],
    refuses: dropsHelp,
  },
  {
    name: 'it takes a thing of somebody else',
    examples: [
      { quote: 'I did the map, Maria the image cache.', sentence: 'I did the map and the image cache.' },
    ],
    refuses: takesThing,
  },
  {
    name: 'it makes more of it',
    examples: [{ quote: 'I moved two services.', sentence: 'I moved two services and all queues.' }],
    refuses: widens,
  },
  {
    name: 'it praises',
    examples: [{ quote: 'I moved the queue.', sentence: 'I successfully moved the queue.' }],
    refuses: praises,
  },
  {
    name: 'it names a result that no receipt has',
    examples: [{ quote: 'I moved the queue.', sentence: 'I moved the queue and prevented outages.' }],
    refuses: addsResult,
  },
  {
    name: 'it makes a cause of what came before',
    examples: [
      {
        quote: 'I moved the queue. Support was quiet.',
        sentence: 'Support was quiet because I moved the queue.',
      },
    ],
    refuses: addsCause,
  },
  {
    name: 'it names a deed that no receipt has',
    examples: [{ quote: 'I looked at the queue.', sentence: 'I rebuilt the queue.' }],
    refuses: newDeed,
  },
  {
    name: 'a number, name, quotation or verdict is not in its receipts',
    examples: [
      { quote: 'I moved two services.', sentence: 'I moved 12 services.' },
      { quote: 'I moved the queue.', sentence: 'I moved the queue, and we asked Zelda.' },
      { quote: 'I moved the queue.', sentence: 'I moved the "sacred queue".' },
    ],
    refuses: ({ asWritten, sources }) => claimObjections(withoutDates(asWritten), sources).length > 0,
  },
  {
    name: 'most of its words are in no receipt',
    examples: [{ quote: 'I moved the queue.', sentence: 'I presented quarterly strategy workshops.' }],
    refuses: isNew,
  },
]

/** The first rule that refuses a sentence, or undefined if it says no more than its receipts. */
export function caseRuleOf(told: Told): CaseRule | undefined {
  return CASE_RULES.find(({ refuses }) => refuses(told))
}
