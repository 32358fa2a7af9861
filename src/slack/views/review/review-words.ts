import {
  type Evidence,
  evidenceParts,
  type SecretKind,
  type Unreadable,
} from '../../../domain/evidence/evidence.ts'
import type { Quality } from '../../../domain/evidence/quality.ts'
import type { ClaimStep, Consideration } from '../../../domain/review/consideration.ts'
import type {
  Correction,
  MaskedCounts,
  NextStep,
  NoModel,
  Question,
  Status,
} from '../../../domain/review/review.ts'
import { listed } from '../in-words.ts'

/** The four statuses as people read them. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  evidenced: 'shown',
  partly: 'partly shown',
  'not yet': 'not shown yet',
  "can't tell": 'can’t tell yet',
}

const SIGNS: Readonly<Record<Status, string>> = {
  evidenced: '●',
  partly: '◐',
  'not yet': '○',
  "can't tell": '?',
}

/** A status with a sign for the eye. The words carry the meaning. */
export function statusMark(status: Status): string {
  return `${SIGNS[status]} ${STATUS_WORDS[status]}`
}

/** White space parts words. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** The strengths of the strongest words, and what would make them stronger. */
export function qualityWords({ part, result, artefact, opens }: Quality): string {
  const strong = [
    ...(part === 'own' ? ['your own part'] : []),
    ...(result ? ['a result'] : []),
    ...(opens ? ['something that can be opened'] : []),
  ]
  const thin = [
    ...(part === 'own' ? [] : [part === 'team' ? 'what you yourself did (it says "we")' : 'who did it']),
    ...(result ? [] : ['what changed because of it']),
    ...(opens
      ? []
      : [artefact ? 'a link to the document that it names' : 'a link to something that shows it']),
  ]
  return [
    ...(strong.length > 0 ? [`It has ${listed(strong)}.`] : []),
    ...(thin.length > 0 ? [`To add: ${listed(thin)}.`] : []),
  ].join(' ')
}

const QUESTIONS: Readonly<Record<Exclude<Question['kind'], 'written'>, string>> = {
  'own-part': 'What was your own part in this?',
  result: 'What changed because of this, and how could one tell?',
  artefact: 'What could someone open to see this: a document, a change, a dashboard?',
  'what-happened': 'What happened here, step by step, and what did you do yourself?',
}

/** The offline reader's questions. The sentence in question is quoted below. */
export function questionWords(kind: Exclude<Question['kind'], 'written'>): string {
  return QUESTIONS[kind]
}

const STEPS: Readonly<Record<Exclude<NextStep['kind'], 'written' | 'gap'>, string>> = {
  'own-part': 'Write down which part was yours: the decision, the change, the conversation you led.',
  result: 'Add what changed, with a before and an after, or say that it is an estimate.',
  artefact: 'Link one thing that a stranger could open to see it.',
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

const ON = ({ competency }: StepSubject): string => (competency ? `${competency}: ` : '')

/** The missing part of a claim, and what to do about it. */
const MISSING_LINKS: Readonly<Record<ClaimStep, string>> = {
  claim: 'what you did is missing; say it in one sentence',
  evidence: 'the proof is missing; link something that shows it',
  impact: 'the effect is missing; say what came of it',
}

const LACKING: Readonly<Record<Consideration['kind'], (told: StepSubject, one: Consideration) => string>> = {
  demonstrated: () => 'Plans, effort and years in the role do not count yet; name something you did.',
  'own-part': (told) => `${ON(told)}say which part was yours: a decision, a change, a conversation you led.`,
  result: (told) => `${ON(told)}say what changed because of it.`,
  named: (told) => `${ON(told)}name the project or the thing you made, in place of the adjectives.`,
  baseline: (told) => `${ON(told)}give a before and an after, or an estimate that says it is one.`,
  artefact: (told) =>
    told.names
      ? `${ON(told)}link the document or the change that it names, so that a stranger can open it.`
      : `${ON(told)}link something a stranger can open: a change, a document, a dashboard.`,
  'six-months': (told) =>
    `${ON(told)}nothing shows ${told.months} months of it yet; say from when to when, or add more of the same kind.`,
  sustained: (told) => `${ON(told)}say whether it happened once or goes on.`,
  recency: () => 'All of it lies in the last weeks; what did you do before?',
  // Don't print the abbreviation: people's words may appear only inside quotes.
  stranger: (told) => `${ON(told)}write the abbreviations out; people outside your team do not know them.`,
  link: (told, { link }) => `${ON(told)}${MISSING_LINKS[link ?? 'evidence']}.`,
  voucher: (told) => `${ON(told)}name a colleague who saw this work and could vouch for it.`,
  'still-holds': (told) => `${ON(told)}this was some time ago; say whether it still holds.`,
  room: () => ROOM,
}

/** Decisive, but not shown by any evidence. */
export const ROOM =
  'No evidence can show whether the company has an opening at that level; your manager can tell you.'

/** What is lacking, and what to do about it. */
export function lackingWords(one: Consideration, told: StepSubject): string {
  const said = LACKING[one.kind](told, one)
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** What was considered, in a few words each. */
export const CONSIDERED: Readonly<Record<Consideration['kind'], string>> = {
  demonstrated: 'something done, not planned or hoped for',
  'own-part': 'your own part',
  result: 'a result',
  named: 'concrete names in place of adjectives',
  baseline: 'a before and an after',
  artefact: 'something that can be opened',
  'six-months': 'over enough time',
  sustained: 'more than once, or going on',
  recency: 'not only the last weeks',
  stranger: 'clear to a stranger',
  link: 'what you did, proof of it, and its effect',
  voucher: 'someone who could vouch',
  'still-holds': 'that it still holds',
  room: 'room for a promotion',
}

const NO_MODEL: Readonly<Record<NoModel, string>> = {
  unavailable: 'The AI gave no usable answer this time',
  resting: 'The AI is not answering at the moment',
  'day-used-up': 'You have used the AI reviews of today',
  'month-used-up': 'This workspace has used its AI budget of the month',
  'names-unknown': 'Slack did not tell me the names of your colleagues, which I keep from the AI',
}

/** Why the offline reader answered, and what it cannot do. */
export function offlineWords(asked: 'none' | NoModel): string {
  return asked === 'none'
    ? 'This is an offline estimate: it matches words, understands English alone and assesses no level.'
    : `${NO_MODEL[asked]}, so this is an offline estimate: it matches words and assesses no level.`
}

/** What was hidden from the reader, in one line, or empty if nothing was. */
export function leftOutWords({ names, emails, phones }: MaskedCounts, byModel: boolean): string {
  if (!byModel) return ''
  const count = (n: number, one: string, many: string): string[] =>
    n === 0 ? [] : [n === 1 ? `one ${one}` : `${n} ${many}`]
  const what = [
    ...count(names, 'name', 'names'),
    ...count(emails, 'e-mail address', 'e-mail addresses'),
    ...count(phones, 'phone number', 'phone numbers'),
  ]
  return what.length === 0 ? '' : `The AI did not get to see ${listed(what)}. `
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
  'too-large': 'is larger than 10 MB. Send the part that matters, or paste it here.',
  'too-long': 'has more than 200,000 characters. Split it, and send the parts one by one.',
  empty: 'is empty.',
  scan: 'holds pictures of text, not text. Paste the words here, or export it from where it was written.',
  password: 'is locked with a password. Save it without one, and send it again.',
  image: 'is a picture, and I read words alone. Paste the words here.',
  archive: 'is an archive. Send the files in it one by one.',
  'old-word': 'is in the old Word format. Save it as .docx or PDF, and send it again.',
  damaged: 'is damaged, or not what its name says. Save it anew, and send it again.',
  'too-slow': 'took too long to read. Send a shorter part, or paste it here.',
  'other-kind': 'is of a kind I cannot read. I read .txt, .md, .pdf and .docx.',
  gone: 'could not be fetched from Slack: it was deleted, or I am not allowed to see it. Paste its text here.',
  'not-fetched':
    'did not arrive: Slack sent it too slowly, or not at all. Send it again, or paste its text here.',
  moved:
    'did not arrive: Slack sent me on to a place that I do not trust. Send it again, or paste its text here.',
  'sign-in':
    'did not arrive: Slack sent me a page to sign in on instead. Send it again, or paste its text here.',
  cut: 'did not arrive whole. Send it again, or paste its text here.',
  elsewhere: 'is not kept in Slack, so I cannot open it. Send the file itself, or paste its text here.',
  recording: 'is a recording, and I can only read words. Paste here what was said.',
  canvas: 'is a canvas, a post or a list, and I can only read files. Paste its text here.',
  hidden: 'is hidden: the workspace has more files than its Slack plan shows. Paste its text here.',
}

/** A message has Slack's maximum length. */
export const CUT =
  'Slack cuts a message at 40,000 characters, and yours has as many: if its end is missing, send it as a file.'

/** Shorter texts are read whole next to long ones, in UTF-16 units. */
const LONG = 10_000

/**
 * Something was too long to read whole: how much was read, and what to do about the rest. Of several long texts, each
 * is read from its beginning.
 */
export function cutWords(evidence: Evidence, sentences: number): string {
  const some = `${sentences.toLocaleString('en-US')} ${sentences === 1 ? 'sentence' : 'sentences'}`
  if (sentences === 0)
    return 'This is too long to read whole. Send me the parts that matter as a new message.'
  return evidenceParts(evidence).filter(({ reading }) => reading.length > LONG).length > 1
    ? `This is too long to read whole: I read the beginning of each file or message, ${some} in all. ` +
        'Send me the rest as a new file.'
    : `This is too long to read whole: I read the first ${some}. Send me the rest as a new message or file.`
}

/** Why a file gave no words, and what to do. */
export function unreadWords(name: string, why: Unreadable): string {
  return `“${name}” ${UNREAD[why]}`
}

/** The person's correction, shown next to the finding. */
export function correctionWords({ kind }: Correction): string {
  return kind === 'other-competency'
    ? 'You say it is about this competency; it was not read against it yet.'
    : kind === 'more'
      ? 'You say it shows more.'
      : kind === 'less'
        ? 'You say it shows less.'
        : 'You say this is wrong.'
}
