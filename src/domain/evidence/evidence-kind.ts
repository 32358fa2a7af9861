import { hasDoerlessDeed, isOthersWork, opensWithDeed, tellsOfDeed, tellsOfOwnDeed } from './deeds.ts'
import type { Span } from './evidence.ts'
import { qualityOf } from './evidence-quality.ts'

/**
 * What a sentence of evidence is. Only `deed` is evidence of something done, or of what came of it; a `fact` tells
 * of nothing done, a plan, a loss or a sentence addressed to the reader shows nothing yet, a heading only names
 * what follows, and `vague` names no work that one could ask about by name.
 */
export type SpanKind = 'deed' | 'fact' | 'plan' | 'loss' | 'request' | 'heading' | 'vague'

const PLAN =
  /\b(?:I['’]ll|we['’]ll|(?:I|we) (?:will|would(?: also)? like|want|hope|plan|intend|aim|wish|am going|are going|should|need)\b|(?:plan|plans|planning|going|hoping|hope|aiming|want|intend) to\b|next (?:week|month|quarter|year|cycle|half)\b|(?:upcoming|future|todo|(?:still|left) to do|to do list)\b)/i

const LOSS =
  /\b(?:failed to|did(?:n['’]t| not) (?:ship|finish|deliver|manage|work|land|get|make)|(?<!\b(?:because|since|that|which|where|who|when|if)\b[^.;]{0,60})could(?:n['’]t| not)|missed (?:the|our|my|a) (?:deadline|target|goal|release)|was cancell?ed|got cancell?ed|abandoned|never (?:shipped|finished|landed|launched)|gave up|had to (?:pause|stop|abandon|cancel)|(?:was|were|got) (?:\p{L}+ )?(?:rejected|declined|turned down|shelved)|(?:is|are|was|were) (?:\p{L}+ )?unsuccessful|rolled back (?:my|our|because)|caused (?:an?|the) (?:outage|incident|bug)|regress(?:ed|ion) (?:I|we) (?:caused|introduced)|broke (?:prod|production|the build)|with mixed results)\b|^\W*(?:while|although|though) [^,]*, (?:it|this|that) (?:is|was)(?:n['’]t| not)\b|^\W*(?:❌|✗|✘)|^[^\p{L}\d:]{0,8}:(?:x|no_entry|no_entry_sign|warning|negative_squared_cross_mark|thumbsdown|-1):/iu

/** A mistake of the writer's own, and what came of it; what was then done about it in the same sentence turns it. */
const MISTAKE =
  /\b(?:(?:I|we) (?:\p{L}+ )?(?:forgot|underestimated|overlooked|mistakenly|accidentally)|and forgot (?:the|to|an?)|(?:deleted|dropped|removed|merged|pushed|changed|restarted) the wrong|slipped (?:to|by|from|again|until)|slept through|(?:I|we) (?:broke|lost|corrupted|overwrote)|(?:outage|incident|failure|it) (?:\p{L}+ ){0,6}was (?:me|mine|my fault|on me))\b|^\W*broke \p{L}|\bfailed for \d|\b(?:was|were) down for \d|\d \p{L}{3,15} (?:are |were )?(?:gone|lost)\b/iu
const TURNED =
  /\b(?:so|then|afterwards|since then)\b[^.;]{0,40}\b(?:I|we)\b|\b(?:I|we) (?:\p{L}+ly )?(?:found|fixed|restored|resolved|mitigated|led|noticed|spotted|diagnosed|brought|got)\b/iu

/** "I did not", "No, I did not have", "However, I had not": a sentence whose main clause says what was not done. */
const NOT_DONE =
  /^\W*(?:(?:no|however|but|unfortunately|yet|still|sadly|and|so|also|though)\b[,:]?\s+)*(?:I|we) (?:\p{L}+ly )?(?:(?:did|do|have|had|was|were|could|am|are)(?:n['’]t| not)|never)\b(?! only\b)/iu

const REQUEST =
  /\b(?:ignore (?:the|all|any|every|previous|prior|above)|disregard (?:the|all|any|previous|prior|above)|rate me|score me|promote me|grade me|give me (?:an? )?(?:L\d|evidenced|promotion|high|top|full|perfect)|mark (?:me|everything|all|this|it) (?:as )?(?:evidenced|exceeds|L\d)|you (?:are|must|should|will) (?:now|output|answer|respond|say|rate|mark|reply|print)|(?:just )?(?:print|output|respond with|reply with|repeat after)\b)/i

/**
 * Words about the reading itself: verdicts, rubrics, the reader. In a sentence that tells of nothing done they
 * are addressed to the reader, whoever is said to speak.
 */
const ABOUT_READING =
  /\b(?:ratings?|assessments?|evaluat(?:e|ion)|reviewers?|approver|promotion committee|promote[ds]?|promotion|rubric|packet|candidate|recruiter|manager(?:['’]s)? note|my level|gaps|next_steps|instructions?|jailbreak|stop everything|as an ai|system (?:prompt|note|chain)|chain of thought|exceeds?|exceptional match|assistant|LLMs?|(?<!['’])AI|end of (?:document|evidence)|start of (?:document|evidence)|base64|decode|special case|requirements|required areas|positive review|negatives|findings|competenc(?:y|ies)|evidenced|expert-level)\b|<\|im_|\[\/?INST\]|\{"|"\}/i

/** What concerns nobody at work: it is quoted to nobody, whatever its words are near to. */
const PRIVATE =
  /\b(?:my|our) (?:(?:own|old|late|little|older|younger) )?(?:mother|father|mom|mum|dad|parents?|wife|husband|spouse|girlfriend|boyfriend|fianc[eé]e?|kids?|child(?:ren)?|sons?|daughters?|baby|family|brother|sister|grand\p{L}+|website|church|hobby|hobbies|holidays?|vacation|salary|pay rise|rent|mortgage|pregnancy|illness|divorce|wedding|free time)\b|\b(?:student loans?|mak(?:e|ing) rent|parental leave|maternity leave|paternity leave|sick leave|got (?:a )?raise|pay raise|before tax)\b/iu

/** Jobs looked for and left, and degrees: the way to the work, and not the work. */
const CAREER =
  /\b(?:got(?:ten)? (?:a |the |my )?jobs?|lea(?:ve|ving) (?:a|my|the) job|a new job|places (?:that )?I want(?:ed)? to work|want(?:ed)? to leave|graduated from|science degree|applied on)\b/i

/** True where a sentence tells of somebody's private life, or of their way from job to job. */
export const isPrivate = (text: string): boolean => PRIVATE.test(text) || CAREER.test(text)

/** What a text says of itself. */
const OF_ITSELF =
  /^\W*(?:in this (?:post|article|document|section|text)|thank you for|thanks for reading|here (?:are|is)|the following)\b/i

/** Words that stand where the work itself should be named. */
const EMPTY =
  /\b(?:i|we|me|my|our|the|a|an|and|or|of|in|on|at|to|for|with|too|also|as|well|by|from|it|this|that|some|other|others|various|several|many|lots?|bunch|few|more|all|any|stuff|things?|work(?:ed|ing)?|help(?:ed|ing)?|did|do|done|made?|was|were|been|have|had|has|team|people|folks|everyone|everything|different|good|great|nice|hard|general|etc|projects?|tasks?|tickets?|issues?|around|out|up|where|when|needed|needs?|always|often|very|really|generally|support(?:ed|ing)?|handled?|involved|contribut(?:e|ed|ing)|responsible|big|huge|massive|effort|success|successful|successfully|important|stakeholders|assist(?:ed|ing)?|tried|focus(?:ed|ing)?|areas?)\b/gi

/** A task ticked off, or a prize: what stands behind it was done. */
const TICKED =
  /^\W*(?:✅|☑|✔)|^[^\p{L}\d:]{0,8}:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|tada|\+1):/u

/** What kind of sentence this is, by its form alone. A quoted order inside a deed is part of the deed. */
export const kindOf = (text: string): SpanKind => {
  const unmarked = text.replace(/\s+/g, ' ').replace(/(?<!\S)[*_~]{1,3}(?=\S)|[*_~]{1,3}(?=\s|$)/g, '')
  const unquoted = unmarked.replace(/"[^"]{0,500}"|“[^”]{0,500}”|`[^`]{0,500}`/g, ' ')
  if (/^#{1,6}\s/.test(text)) return 'heading'
  if (REQUEST.test(unquoted) || /\?\s*$/.test(unquoted)) return 'request'
  if (ABOUT_READING.test(text) && !tellsOfDeed(unquoted)) return 'request'
  const words = unquoted.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const announces = /:\s*$/.test(unquoted) && words.length < (qualityOf(unquoted).result ? 9 : 16)
  if (words.length < 3 || announces) return 'heading'
  if (/^https?:\/\/\S+$/.test(text.trim())) return 'heading'
  if (LOSS.test(unquoted) || NOT_DONE.test(unquoted)) return 'loss'
  if (MISTAKE.test(unquoted) && !TURNED.test(unquoted)) return 'loss'
  if (!/\p{L}{3,}|\d/u.test(unquoted.replace(EMPTY, ' '))) return 'vague'
  if (isPrivate(unquoted) || OF_ITSELF.test(unquoted)) return 'fact'
  if (PLAN.test(unquoted) && !tellsOfOwnDeed(unquoted) && !opensWithDeed(unquoted)) return 'plan'
  if (TICKED.test(text)) return 'deed'
  if (isOthersWork(unquoted)) return 'fact'
  return tellsOfDeed(unquoted) || hasDoerlessDeed(unquoted) || qualityOf(unquoted).result ? 'deed' : 'fact'
}

/** A sentence that begins with what its reader shall find, leave out or say, or tells it so outright. */
const ORDER =
  /^[^\p{L}]{0,8}(?:(?:instructions?|notes?|message|hint)\b[^.:]{0,30}: ?)?(?:if you are an? \p{L}{2,20},? )?(?:\d{1,2}[.)] )?(?:(?:please|important|note|also|and)\b[,:]? ){0,3}(?:ignore (?:the|your|all|any|every|what)|disregard|(?:rate|score|promote|grade|mark) (?:me|my|every|all|this|it|each)|give (?:me|this|it) (?:an? )?["“]?(?:strong |full |top |high )?(?:L\d|evidenced|rating|score|marks|promotion)|(?:start|begin) your (?:answer|reply|response)|do(?:n['’]t| not) (?:mention|ask|compare|list)|treat ["“]?\p{L}+["”]? as|(?:the )?result must be|(?:say|write|answer|output|print|reply|respond) (?:that|with|only) )|\byou (?:must|should|have to) (?:also |now )?(?:say|write|answer|mark|rate|score|output|print|start)\b/iu

/** Whether a sentence tells its reader what to find or to say. */
export const isOrder = (text: string): boolean => ORDER.test(text)

const known = new WeakMap<Span, SpanKind>()

/** The same of a span, found out once for as long as it is held. */
export const kindOfSpan = (span: Span): SpanKind => {
  const kind = known.get(span) ?? kindOf(span.text)
  known.set(span, kind)
  return kind
}
