import type { Quality } from './review.ts'

/** Verbs that say what somebody did, in the past tense that evidence is written in. */
const DID =
  /^(?:\p{L}+ed|built|led|wrote|ran|drove|cut|set|made|took|brought|taught|found|held|began|gave|kept|chose|won|sped|grew|spoke|sent|got|rebuilt|rewrote|oversaw|undertook|shut|put|split|ship|redid|saw|spent|met|dealt|caught|read|came|went|became|stood|fought)$/u

const OWN = /\b(?:I|I['’](?:ve|d|m)|my|mine|myself|me)\b/
const TEAM = /\b(?:we|we['’](?:ve|re|d)|our|ours|us|(?:the|my) (?:team|squad|group|crew))\b/i

const RESULT =
  /\b(?:reduc|cut\b|cutting|lower|dropp|fell\b|fall(?:s|ing|en)\b|decreas|increas|rais|improv|sav(?:ed|es|ing)\b|halv|doubl|tripl|eliminat|prevent|avoid|shorten|speed|sped\b|faster|fewer|grew\b|went (?:from|down|up)|down (?:from|to)|up (?:from|to)|from [^.;]{1,60}? to |so that\b|which (?:led|meant|let|made|allowed|enabled)|as a result|resulting|led to\b|since then|no longer\b|unblock|enabl|without (?:downtime|an? outage|customer|data loss)|zero (?:downtime|incidents|data loss)|adopted\b|customers?\b[^.;]{0,40}\bnoticed|now (?:runs?|uses?|owns?|leads?|handles?|works?|do(?:es)?)\b|(?:took|takes|needs?|lasted) [^.;]{0,40}\b(?:instead of|less than|rather than)\b|\d\s?%|\b\d+(?:\.\d+)?(?:x| times) (?:faster|fewer|less|more|lower|higher))/i

/** A measure, not a count in passing: "in three steps" says nothing about what came of it. */
const NUMBER = /\d|\b(?:twice|doubled?|tripled?|halved|dozens|hundreds|thousands|millions)\b/i

const ARTEFACT =
  /(?:https?:\/\/|\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b|(?:^|\s)#\d{2,6}\b|\bPRs?\b|\b(?:pull|merge) requests?\b|\bRFCs?\b|\bADRs?\b|\b(?:design|architecture|planning|strategy) (?:doc(?:ument)?|proposal|record)s?\b|\brun ?books?\b|\bplay ?books?\b|\bpost[- ]?mortems?\b|\bdashboards?\b|\bwiki\b|\bblog posts?\b|\bslides\b|\brecording\b|\bwrite[- ]?ups?\b|\bdocumentation\b|\bguides?\b|\bpitch(?:es)?\b)/i

const PASSIVE =
  /\b(?:was|were|has been|have been|got|is|are) (?:\p{L}+ly )?(?:\p{L}+ed|built|done|made|set|led|written|run|cut|taken)\b/u

/**
 * Whose work a sentence describes. Brag documents leave the "I" out, so a sentence that opens with what was
 * done is one's own, unless it says "we".
 */
const partOf = (text: string): Quality['part'] => {
  if (OWN.test(text)) return 'own'
  if (TEAM.test(text)) return 'team'
  const [first = '', second = ''] = text.match(/\p{L}+/gu) ?? []
  const opens = DID.test(first.toLowerCase()) || (/ly$/.test(first) && DID.test(second.toLowerCase()))
  return opens && !PASSIVE.test(text.slice(0, 40)) ? 'own' : 'unclear'
}

const ADDRESS = /https?:\/\/[^\s)>\]]+|(?<=\])\([^()\s]*\)/g

/** A sentence without the addresses in it, whose letters and digits say nothing. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, ' ')

/** Digits that count nothing: levels, versions, quarters, years and days. */
const NO_COUNT =
  /\b(?:L\d|level \d|on-call \d|v?\d+\.\d+\.\d[\d.]*|v\d[\d.]*|Q[1-4]|part \d|\d{1,2}:\d\d|\d{4}-\d\d(?:-\d\d)?|20\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}(?:\s?[-–]\s?\d{1,2})?|\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b/gi

/** What makes a sentence strong or thin as evidence: own part, result, number, something that can be opened. */
export const qualityOf = (text: string): Quality => {
  const said = withoutAddresses(text)
  return {
    part: partOf(said),
    result: RESULT.test(said),
    number: NUMBER.test(said.replace(NO_COUNT, '')),
    artefact: ARTEFACT.test(text),
  }
}

/** The best of several sentences that speak to one thing. */
export const bestQuality = (qualities: readonly Quality[]): Quality => ({
  part: qualities.some(({ part }) => part === 'own')
    ? 'own'
    : qualities.some(({ part }) => part === 'team')
      ? 'team'
      : 'unclear',
  result: qualities.some(({ result }) => result),
  number: qualities.some(({ number }) => number),
  artefact: qualities.some(({ artefact }) => artefact),
})

/** How much there is to go by, from 0 to 4: only for choosing which quote to show first. */
export const strengthOf = ({ part, result, number, artefact }: Quality): number =>
  Number(part === 'own') + Number(result) + Number(number) + Number(artefact)
