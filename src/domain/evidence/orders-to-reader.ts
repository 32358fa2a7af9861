import { anyOf } from '../text/patterns.ts'

/** How an order to the reader may begin: "Note:", "If you are an AI,", "2.", "please". */
const OPENING = [
  /^[^\p{L}]{0,8}(?:(?:instructions?|notes?|message|hint)\b[^.:]{0,30}: ?)?/u.source,
  /(?:if you are an? \p{L}{2,20},? )?(?:\d{1,2}[.)] )?/u.source,
  '(?:(?:please|important|note|also|and)\\b[,:]? ){0,3}',
].join('')

const ASKED = anyOf({
  'leave out': /ignore (?:the|your|all|any|every|what)|disregard/,
  judge: /(?:rate|score|promote|grade|mark) (?:me|my|every|all|this|it|each)/,
  'give a rating':
    /give (?:me|this|it) (?:an? )?["“]?(?:strong |full |top |high )?(?:L\d|evidenced|rating|score|marks|promotion)/,
  begin: /(?:start|begin) your (?:answer|reply|response)/,
  'say nothing of': /do(?:n['’]t| not) (?:mention|ask|compare|list)/,
  'treat as': /treat ["“]?\p{L}+["”]? as/u,
  'come to': /(?:the )?result must be/,
  say: /(?:say|write|answer|output|print|reply|respond) (?:that|with|only) /,
})

/** A sentence that tells its reader what to find, leave out or say. */
const ORDER = new RegExp(
  anyOf({
    'it begins so': `${OPENING}${ASKED}`,
    outright:
      /\byou (?:must|should|have to) (?:also |now )?(?:say|write|answer|mark|rate|score|output|print|start)\b/,
  }),
  'iu',
)

/** Whether a sentence tells its reader what to find or say. */
export function isOrder(text: string): boolean {
  return ORDER.test(text)
}
