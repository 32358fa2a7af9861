import {
  type Evidence,
  evidenceParts,
  type SecretKind,
  type Unreadable,
} from '../../../domain/evidence/evidence.ts'
import type { Quality } from '../../../domain/evidence/quality.ts'
import type { ClaimStep, Consideration } from '../../../domain/review/consideration.ts'
import { QUESTION_WORDS } from '../../../domain/review/question-words.ts'
import type {
  Correction,
  MaskedCounts,
  NextStep,
  NoModel,
  Question,
  ReadBy,
  Status,
} from '../../../domain/review/review.ts'
import { listed, numberInWords } from '../../../domain/text/in-words.ts'

/** The four statuses as people read them. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  evidenced: 'shown',
  partly: 'partly shown',
  'not yet': 'not shown yet',
  "can't tell": 'can’t tell yet',
}

/** White space parts words. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** The strengths of the strongest words, and what would make them stronger. `we`: the quotes shown say it. */
export function qualityWords({ part, result, artefact, opens }: Quality, we: boolean): string {
  const strong = [
    ...(part === 'own' ? ['your own part'] : []),
    ...(part === 'told' ? ['what a colleague says you did'] : []),
    ...(result ? ['a result'] : []),
    ...(opens ? ['a link others can open'] : []),
  ]
  const thin = [
    ...(part === 'own' || part === 'told'
      ? []
      : [part === 'unclear' ? 'who did it' : we ? 'your own part (this says "we")' : 'your own part']),
    ...(result ? [] : ['what changed because of it']),
    ...(opens ? [] : [artefact ? 'a link to the document you mention' : 'a link to something that shows it']),
  ]
  return [
    ...(strong.length > 0 ? [`You included ${listed(strong)}.`] : []),
    ...(thin.length > 0 ? [`Worth adding: ${listed(thin)}.`] : []),
  ].join(' ')
}

/** A question about what happened, for a sentence about something not done or seen by someone else. */
const WHAT_HAPPENED = {
  plan: 'What have you done for this so far?',
  weakness: 'What have you done about this so far?',
  loss: 'What did you do about this, and what changed?',
}

/** The sentence that a question is about: who said it, and its kind if it is not a deed. */
export type AskedAbout = {
  readonly saidBy: string | null
  readonly kind: keyof typeof WHAT_HAPPENED | null
}

/** The offline reader's questions. The sentence in question is quoted next to them. */
export function questionWords(kind: Exclude<Question['kind'], 'written'>, about: AskedAbout | null): string {
  if (kind !== 'what-happened' || about === null) return QUESTION_WORDS[kind]
  if (about.saidBy !== null) return `What did you do that ${about.saidBy} means here?`
  return about.kind === null ? QUESTION_WORDS[kind] : WHAT_HAPPENED[about.kind]
}

const STEPS: Readonly<Record<Exclude<NextStep['kind'], 'written' | 'gap'>, string>> = {
  'own-part': 'Add your part: a decision, a change or a conversation you led.',
  result: 'Add what changed: before and after. An estimate is fine if you call it one.',
  artefact: 'Link one thing that others can open.',
}

/** The offline reader's next steps. */
export function stepWords(kind: Exclude<NextStep['kind'], 'written' | 'gap'>): string {
  return STEPS[kind]
}

type StepSubject = {
  /** The name of the competency that it is about, or empty for the whole piece. */
  readonly competency: string
  readonly months: number
  /** It names a document or change without a link. */
  readonly names?: boolean
}

const monthsOf = (count: number): string => `${count} ${count === 1 ? 'month' : 'months'}`

const ON = ({ competency }: StepSubject): string => (competency ? `${competency}: ` : '')

/** The missing part of a claim, and what to do about it. */
const MISSING_LINKS: Readonly<Record<ClaimStep, string>> = {
  claim: 'say in one sentence what you did',
  evidence: 'link something that shows it',
  impact: 'say what changed as a result',
}

const LACKING: Readonly<Record<Consideration['kind'], (told: StepSubject, one: Consideration) => string>> = {
  demonstrated: () => 'Name something you did. Plans, effort and years in the role don’t count yet.',
  'own-part': (told) =>
    `${ON(told)}say which part was yours: a decision, a change or a conversation you led.`,
  result: (told) => `${ON(told)}say what changed because of it.`,
  named: (told) => `${ON(told)}name the project or the thing you made.`,
  baseline: (told) => `${ON(told)}add a before and an after. An estimate is fine if you call it one.`,
  artefact: (told) =>
    told.names
      ? `${ON(told)}link the document or change you mention.`
      : `${ON(told)}link something others can open: a pull request, a document or a dashboard.`,
  'six-months': (told) =>
    `${ON(told)}nothing shows ${monthsOf(told.months)} of this yet. Add dates, or another example.`,
  sustained: (told) => `${ON(told)}say whether this happened once or continues.`,
  recency: () => 'All of this is recent. Add something from earlier.',
  // Don't print the abbreviation: people's words may appear only inside quotes.
  stranger: (told) => `${ON(told)}spell out the abbreviations for readers outside your team.`,
  link: (told, { link }) => `${ON(told)}${MISSING_LINKS[link ?? 'evidence']}.`,
  voucher: (told) => `${ON(told)}name a colleague who saw this and could confirm it.`,
  'still-holds': (told) => `${ON(told)}this was some time ago. Say whether it is still true.`,
  room: () => ROOM,
}

/** Decisive, but not shown by any evidence. */
export const ROOM = 'A promotion also needs an open position. Ask your manager about that.'

/** What is lacking, and what to do about it. */
export function lackingWords(one: Consideration, told: StepSubject): string {
  const said = LACKING[one.kind](told, one)
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** What was considered, in a few words each. */
export const CONSIDERED: Readonly<Record<Consideration['kind'], string>> = {
  demonstrated: 'something you did, not a plan',
  'own-part': 'your own part',
  result: 'a result',
  named: 'concrete names',
  baseline: 'a before and an after',
  artefact: 'a link others can open',
  'six-months': 'a long enough period',
  sustained: 'something repeated or ongoing',
  recency: 'more than the last weeks',
  stranger: 'words that are clear outside your team',
  link: 'what you did, proof of it and its effect',
  voucher: 'someone who can confirm it',
  'still-holds': 'a sign that it is still true',
  room: 'an open position',
}

const NO_MODEL: Readonly<Record<NoModel, string>> = {
  unavailable: 'The AI gave no answer I could use',
  resting: 'The AI isn’t answering right now',
  'day-used-up': 'You’ve used today’s AI reviews',
  'month-used-up': 'This workspace has used this month’s AI budget',
  'names-unknown': 'Slack did not give me your colleagues’ names, so I can’t hide them from the AI',
}

/** Why AI was not used, as the beginning of a sentence. */
export function noModelWords(why: NoModel): string {
  return NO_MODEL[why]
}

/** Why the offline reader answered, and what it cannot do. */
export function offlineWords(asked: 'none' | NoModel): string {
  return asked === 'none'
    ? 'No AI was used: I compared English words with the ladder’s, so I can’t judge the level.'
    : `${NO_MODEL[asked]}. I only compared English words with the ladder’s, so I can’t judge the level.`
}

/** What was hidden from the AI, in one line, or empty if nothing was. */
export function leftOutWords({ names, emails, phones }: MaskedCounts): string {
  const count = (n: number, one: string, many: string): string[] =>
    n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]
  const what = [
    ...count(names, 'name', 'names'),
    ...count(emails, 'email address', 'email addresses'),
    ...count(phones, 'phone number', 'phone numbers'),
  ]
  return what.length === 0 ? '' : `Hidden from the AI: ${listed(what)}. `
}

/** What to do about secrets that were removed, or empty if there were none. */
export function secretWords(kinds: readonly SecretKind[]): string {
  const unique = [...new Set(kinds)]
  if (unique.length === 0) return ''
  const what = listed(unique.map((kind) => `a ${kind}`))
  return (
    `I removed ${what} and did not store it. It is still in your Slack message: ` +
    'delete it there, then replace it wherever it is used.'
  )
}

const UNREAD: Readonly<Record<Unreadable, string>> = {
  'too-large': 'is larger than 10 MB. Send or paste the part that matters.',
  'too-long': 'has more than 200,000 characters. Split it and send the parts one by one.',
  empty: 'is empty.',
  scan: 'contains images of text. Paste the text, or export the file again as text.',
  password: 'has a password. Save it without one and send it again.',
  image: 'is an image, and I can only read text. Paste the text.',
  archive: 'is an archive. Send its files one by one.',
  'old-word': 'is in the old Word format. Save it as .docx or PDF and send it again.',
  damaged: 'does not open. Save it again and send the new file.',
  'too-slow': 'took too long to read. Send or paste a shorter part.',
  'other-kind': 'is a type I can’t read. I can read .txt, .md, .pdf and .docx.',
  gone: 'isn’t available: it was deleted, or Slack won’t show it to me. Paste its text.',
  'not-fetched': 'did not arrive: Slack sent it too slowly, or not at all. Send it again, or paste its text.',
  moved: 'did not arrive: Slack sent me to an address that I don’t trust. Send it again, or paste its text.',
  'sign-in': 'did not arrive: Slack sent me a sign-in page instead. Send it again, or paste its text.',
  cut: 'did not arrive complete. Send it again, or paste its text.',
  elsewhere: 'is not stored in Slack, so I can’t open it. Send the file itself, or paste its text.',
  recording: 'is a recording, and I can only read text. Type what was said.',
  canvas: 'is a canvas, a post or a list, and I can only read files. Paste its text.',
  hidden: 'is hidden: your workspace has more files than its Slack plan shows. Paste its text.',
}

/** A message has Slack's maximum length. */
export const CUT =
  'Slack cuts messages at 40,000 characters, and yours has that many. If the end is missing, send it as a file.'

/** Shorter texts are read whole next to long ones, in UTF-16 units. */
const LONG = 10_000

/**
 * Something was too long to read whole: how much was read, and what to do about the rest. Of several long texts, each
 * is read from its beginning.
 */
export function cutWords(evidence: Evidence, sentences: number): string {
  const some = `${numberInWords(sentences)} ${sentences === 1 ? 'sentence' : 'sentences'}`
  if (sentences === 0)
    return 'This is too long for me to read. Send me the parts that matter as a new message.'
  return evidenceParts(evidence).filter(({ reading }) => reading.length > LONG).length > 1
    ? `This is too long to read in full: I read the beginning of each file or message, ${some} in all. ` +
        'Send me the rest as a new file.'
    : `This is too long to read in full: I read the first ${sentences === 1 ? 'sentence' : some}. ` +
        'Send me the rest as a new message or file.'
}

/** A note about list items that are not ticked, or empty if there are none. */
export function openWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? 'I left out 1 item that is not ticked. It counts once it is done.'
    : `I left out ${count} items that are not ticked. They count once they are done.`
}

/** Why a file gave no words, and what to do. */
export function unreadWords(name: string, why: Unreadable): string {
  return `“${name}” ${UNREAD[why]}`
}

/** The person's correction, shown next to the finding. Without AI, no finding is judged, wherever it is. */
export function correctionWords({ kind }: Correction, reader: ReadBy['reader']): string {
  return kind === 'other-competency'
    ? reader === 'offline'
      ? 'You placed it here. I showed the sentence that is closest to your words.'
      : 'You placed it here, so I have not judged it.'
    : kind === 'more'
      ? 'You say it shows more.'
      : kind === 'less'
        ? 'You say it shows less.'
        : 'You say this is wrong.'
}
