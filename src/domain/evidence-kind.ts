/**
 * What a sentence of evidence is. `vague` names no work that one could ask about by name. Only `deed` is evidence of something done; a plan, a loss or a sentence
 * addressed to the reader shows nothing yet, and a heading only names what follows.
 */
export type SpanKind = 'deed' | 'plan' | 'loss' | 'request' | 'heading' | 'vague'

const PLAN =
  /\b(?:I['’]ll|we['’]ll|(?:I|we) (?:will|would like|want|hope|plan|intend|aim|wish|am going|are going|should|need)\b|(?:plan|plans|planning|going|hoping|hope|aiming|want|intend) to\b|next (?:week|month|quarter|year|cycle|half)\b|(?:upcoming|future|todo|to do)\b)/i

const LOSS =
  /\b(?:failed to|did(?:n['’]t| not) (?:ship|finish|deliver|manage|work|land|get|make)|could(?:n['’]t| not)|missed (?:the|our|my|a) (?:deadline|target|goal|release)|was cancell?ed|got cancell?ed|abandoned|never (?:shipped|finished|landed|launched)|gave up|rolled back (?:my|our|because)|caused (?:an?|the) (?:outage|incident|bug)|regress(?:ed|ion) (?:I|we) (?:caused|introduced)|broke (?:prod|production|the build))\b/i

const REQUEST =
  /\b(?:ignore (?:the|all|any|every|previous|prior|above)|disregard (?:the|all|any|previous|prior|above)|rate me|score me|promote me|grade me|give me (?:an? )?(?:L\d|evidenced|promotion|high|top|full|perfect)|mark (?:me|everything|all|this|it) (?:as )?(?:evidenced|exceeds|L\d)|you (?:are|must|should|will) (?:now|output|answer|respond|say|rate|mark|reply|print)|(?:just )?(?:print|output|respond with|reply with|repeat after)\b|system prompt|new instructions|as an ai|jailbreak|stop everything)/i

/** Words that stand where the work itself should be named. */
const EMPTY =
  /\b(?:i|we|me|my|our|the|a|an|and|or|of|in|on|at|to|for|with|too|also|as|well|by|from|it|this|that|some|other|others|various|several|many|lots?|bunch|few|more|all|any|stuff|things?|work(?:ed|ing)?|help(?:ed|ing)?|did|do|done|made?|was|were|been|have|had|has|team|people|folks|everyone|everything|different|good|great|nice|hard|general|etc|projects?|tasks?|tickets?|issues?|around|out|up|where|when|needed|needs?|always|often|very|really|generally|support(?:ed|ing)?|handled?|involved|contribut(?:e|ed|ing)|responsible|big|huge|massive|effort|success|successful|successfully|important|stakeholders|assist(?:ed|ing)?)\b/gi

/** What kind of sentence this is, by its form alone. A quoted order inside a deed is part of the deed. */
export const kindOf = (text: string): SpanKind => {
  const unquoted = text.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, ' ')
  if (REQUEST.test(unquoted) || /\?\s*$/.test(unquoted)) return 'request'
  const words = unquoted.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  if (words.length < 3 || (/:\s*$/.test(unquoted) && words.length < 9)) return 'heading'
  if (/^https?:\/\/\S+$/.test(text.trim())) return 'heading'
  if (LOSS.test(unquoted)) return 'loss'
  if (!/\p{L}{3,}|\d/u.test(unquoted.replace(EMPTY, ' '))) return 'vague'
  const did =
    /\b(?:I|we|my team|the team) (?:\p{L}+ly |have |had |also )?(?:\p{L}+ed|led|wrote|built|ran|cut|set|took|made|found|taught|gave|drove|held|brought)\b/u.test(
      unquoted,
    )
  return PLAN.test(unquoted) && !did ? 'plan' : 'deed'
}
