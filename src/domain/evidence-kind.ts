import { qualityOf } from './evidence-quality.ts'

/**
 * What a sentence of evidence is. Only `deed` is evidence of something done, or of what came of it; a `fact` tells
 * of nothing done, a plan, a loss or a sentence addressed to the reader shows nothing yet, a heading only names
 * what follows, and `vague` names no work that one could ask about by name.
 */
export type SpanKind = 'deed' | 'fact' | 'plan' | 'loss' | 'request' | 'heading' | 'vague'

const PLAN =
  /\b(?:I['’]ll|we['’]ll|(?:I|we) (?:will|would like|want|hope|plan|intend|aim|wish|am going|are going|should|need)\b|(?:plan|plans|planning|going|hoping|hope|aiming|want|intend) to\b|next (?:week|month|quarter|year|cycle|half)\b|(?:upcoming|future|todo|to do)\b)/i

const LOSS =
  /\b(?:failed to|did(?:n['’]t| not) (?:ship|finish|deliver|manage|work|land|get|make)|could(?:n['’]t| not)|missed (?:the|our|my|a) (?:deadline|target|goal|release)|was cancell?ed|got cancell?ed|abandoned|never (?:shipped|finished|landed|launched)|gave up|rolled back (?:my|our|because)|caused (?:an?|the) (?:outage|incident|bug)|regress(?:ed|ion) (?:I|we) (?:caused|introduced)|broke (?:prod|production|the build))\b/i

const REQUEST =
  /\b(?:ignore (?:the|all|any|every|previous|prior|above)|disregard (?:the|all|any|previous|prior|above)|rate me|score me|promote me|grade me|give me (?:an? )?(?:L\d|evidenced|promotion|high|top|full|perfect)|mark (?:me|everything|all|this|it) (?:as )?(?:evidenced|exceeds|L\d)|you (?:are|must|should|will) (?:now|output|answer|respond|say|rate|mark|reply|print)|(?:just )?(?:print|output|respond with|reply with|repeat after)\b|system prompt|new instructions|as an ai|jailbreak|stop everything)/i

/**
 * Words about the reading itself: verdicts, rubrics, the reader. In a sentence that tells of nothing done they
 * are addressed to the reader, whoever is said to speak.
 */
const ABOUT_READING =
  /\b(?:ratings?|assessments?|evaluat(?:e|ion)|reviewers?|approver|promotion committee|promote[ds]?|promotion|rubric|packet|candidate|recruiter|manager(?:['’]s)? note|my level|gaps|next_steps|instructions?|system (?:prompt|note|chain)|chain of thought|exceeds?|exceptional match|assistant|LLMs?|AI|end of (?:document|evidence)|start of (?:document|evidence)|base64|decode|special case|requirements|required areas|positive review|negatives|findings|competenc(?:y|ies)|evidenced|expert-level)\b|<\|im_|\[\/?INST\]|\{"|"\}/i

/** Words that end like the past of a verb and are none. */
const NO_PAST =
  '(?:feed|newsfeed|need|seed|speed|indeed|exceed|proceed|succeed|embed|breed|bed|hundred|kindred|sacred|naked)\\b'
const PAST = `(?:(?!${NO_PAST})\\p{L}+ed|led|wrote|built|ran|cut|set|took|made|found|taught|gave|drove|held|brought|kept|won|spoke|oversaw|rebuilt|rewrote|spent|grew|met|sent|put|began|chose|read|dealt|shut|fought|caught)`

/** What "I" may be followed by without anything being done. */
const NO_DEED =
  '(?:am|was|were|are|will|would|want|hope|plan|think|thought|believe|feel|felt|need|should|could|can|might|may|wish|intend|aim|know|like|love|had to|have to|have been|had been|also|never|do not|don)'

/** Somebody of one's own side does or did something: "I led", "we have moved", "I run". */
const OWN_DEED = new RegExp(
  `\\b(?:I|we|my team|the team)(?:['’]ve)? (?:\\p{L}+ly |have |had |also |then |now |still )*(?!${NO_DEED}\\b)\\p{L}+`,
  'iu',
)
/** A line that opens with the deed, as brag documents do. */
const OPENS_WITH_DEED = new RegExp(`^\\W*(?:\\p{L}+ly )?(?:${PAST}|lead)\\b`, 'iu')
/** How many words a line may open with before its deed: "Kafka migration: led the rollout". */
const EARLY = 10
const PAST_WORD = new RegExp(`^${PAST}$`, 'iu')
const hasEarlyDeed = (text: string): boolean => {
  const words = (text.match(/\p{L}+/gu) ?? []).slice(0, EARLY + 1)
  // "Taught by somebody" is somebody's deed.
  return words.slice(0, EARLY).some((word, nth) => PAST_WORD.test(word) && words[nth + 1] !== 'by')
}

/** True when a sentence says that its writer or their team did something. */
export const tellsOfDeed = (text: string): boolean => OWN_DEED.test(text) || OPENS_WITH_DEED.test(text)

/** Something is done already, whatever else is planned. */
const DONE = new RegExp(
  `\\b(?:I|we|my team|the team)(?:['’]ve)? (?:\\p{L}+ly |have |had |also )*${PAST}\\b`,
  'iu',
)

/** Words that stand where the work itself should be named. */
const EMPTY =
  /\b(?:i|we|me|my|our|the|a|an|and|or|of|in|on|at|to|for|with|too|also|as|well|by|from|it|this|that|some|other|others|various|several|many|lots?|bunch|few|more|all|any|stuff|things?|work(?:ed|ing)?|help(?:ed|ing)?|did|do|done|made?|was|were|been|have|had|has|team|people|folks|everyone|everything|different|good|great|nice|hard|general|etc|projects?|tasks?|tickets?|issues?|around|out|up|where|when|needed|needs?|always|often|very|really|generally|support(?:ed|ing)?|handled?|involved|contribut(?:e|ed|ing)|responsible|big|huge|massive|effort|success|successful|successfully|important|stakeholders|assist(?:ed|ing)?)\b/gi

/** What kind of sentence this is, by its form alone. A quoted order inside a deed is part of the deed. */
export const kindOf = (text: string): SpanKind => {
  const unmarked = text.replace(/(?<!\S)[*_~]{1,3}(?=\S)|[*_~]{1,3}(?=\s|$)/g, '')
  const unquoted = unmarked.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, ' ')
  if (/^#{1,6}\s/.test(text)) return 'heading'
  if (REQUEST.test(unquoted) || /\?\s*$/.test(unquoted)) return 'request'
  if (ABOUT_READING.test(text) && !tellsOfDeed(unquoted)) return 'request'
  const words = unquoted.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  if (words.length < 3 || (/:\s*$/.test(unquoted) && words.length < 9)) return 'heading'
  if (/^https?:\/\/\S+$/.test(text.trim())) return 'heading'
  if (LOSS.test(unquoted)) return 'loss'
  if (!/\p{L}{3,}|\d/u.test(unquoted.replace(EMPTY, ' '))) return 'vague'
  if (PLAN.test(unquoted) && !DONE.test(unquoted) && !OPENS_WITH_DEED.test(unquoted)) return 'plan'
  return tellsOfDeed(unquoted) || hasEarlyDeed(unquoted) || qualityOf(unquoted).result ? 'deed' : 'fact'
}
