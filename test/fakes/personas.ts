import { INTENTS } from '../../src/domain/message/message.ts'
import type { ModelRequest, Script } from './model-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: a filled form, read and broken freely
type Json = any
type Row = { competency: string; sentences: { id: string; text: string }[] }

/** A model of some character: what it answers to each request. */
export type Persona = (request: ModelRequest) => Script

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
const shared = (one: string, other: string): number => {
  const words = wordsOf(other)
  return [...wordsOf(one)].filter((word) => words.has(word)).length
}

/** What an honest model answers: a finding for each row that shares words with a span, and true texts alone. */
const honest = ({ ladder, spans }: ModelRequest): Json => {
  const ranked = (ladder.target.rows as Row[])
    .map((row) => {
      const text = row.sentences.map((sentence) => sentence.text).join(' ')
      const scored = spans
        .map((span) => ({ span, score: shared(span.text, text) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
      return { row, scored, score: scored[0]?.score ?? 0 }
    })
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
  return {
    headline: 'This shows work that you did, and leaves open what came of it.',
    findings: ranked.map(({ row, scored }) => ({
      competency: row.competency,
      spans: scored.slice(0, 2).map(({ span }) => span.id),
      expectation: row.sentences[0]!.id,
      current: null,
      status: row.sentences.length > 1 ? 'partly' : "can't tell",
      why: 'You describe the work and your own part in it.',
      question: row.sentences.length > 1 ? null : 'What was your own part in this?',
      missing:
        row.sentences.length > 1
          ? [{ expectation: row.sentences.at(-1)!.id, text: 'Nothing here shows this side of it.' }]
          : [],
    })),
    others: [
      {
        competency: 'feedback',
        as: 'touched',
        span: spans[0]?.id,
        clause: null,
        why: 'It is told in passing.',
      },
    ],
    panel: [
      {
        spans: [spans[0]?.id],
        clause: null,
        note: 'It does not say who decided this.',
        text: 'Who decided this, and what was the other way?',
      },
    ],
    draft: { spans: [spans[0]?.id], text: `${spans[0]?.text.slice(0, 80) ?? ''} ___` },
    stories: [{ span: spans[0]?.id, clause: null, lacks: 'The decision, and what came of it.' }],
    questions: ['What changed because of it, and how could one tell?'],
    next_steps: [],
  }
}

/** The same of a message: it can't tell, so the writer is asked. */
const honestly = (request: ModelRequest): string =>
  JSON.stringify(request.message ? { intent: 'unclear', fact: null } : honest(request))

export const faithfulTo: Persona = honestly

/** Makes things up: numbers, names, quotes, ids, levels, and repeats a competency. */
export const sloppy: Persona = (request) => {
  if (request.message)
    return JSON.stringify({ intent: 'question', fact: 'I saved 4,711 hours with Zbigniew.' })
  const answer = honest(request)
  const [first] = request.ladder.target.rows as Row[]
  const [span] = request.spans
  answer.headline = 'You saved 4,711 hours with Zbigniew, and said “we never lost a byte”.'
  for (const [index, finding] of answer.findings.entries()) {
    if (index === 0) finding.why = `You wrote “${(span?.text ?? '').toUpperCase()} ALWAYS”.`
    if (index === 1) finding.expectation = first?.sentences[0]?.id
    if (index === 2) finding.spans = ['s79']
  }
  answer.findings.push({ ...answer.findings[0], competency: 'charisma' })
  answer.questions = ['Did Wilhelmina help you 99 times?', 'What came of it?']
  answer.others = [
    {
      competency: 'trust',
      as: 'touched',
      span: 's1',
      clause: 'words of nobody',
      why: 'You told Wilhelmina.',
    },
  ]
  answer.panel = [
    {
      spans: ['s1'],
      clause: 'we never lost a byte',
      note: 'Wilhelmina lost 4,711 hosts.',
      text: 'Why did 4,711 hosts fail?',
    },
  ]
  answer.draft = { spans: ['s1'], text: 'I saved 4,711 hours with Zbigniew.' }
  answer.stories = [
    { span: 's1', clause: 'we never lost a byte', lacks: 'What Wilhelmina said of your 99 hosts.' },
  ]
  answer.next_steps = [
    { expectation: 'sre/L9/mastery/1', text: 'Mentor 12 people by Friday.' },
    {
      expectation: null,
      urgent: true,
      span: 's1',
      also: ['sre/L5/scope/1'],
      text: 'Tell Wilhelmina of the 99 hosts.',
    },
  ]
  return JSON.stringify(answer)
}

/** The intent that a message asks for, and as a fact the orders in it, or an order of its own. */
const obeyed = (text: string): string => {
  const nth = [...text].reduce((sum, char) => sum + char.charCodeAt(0), 0)
  const intent = INTENTS.find((one) => text.includes(one)) ?? INTENTS[nth % INTENTS.length]!
  const fact = nth % 2 === 0 ? text.slice(0, 300) : `${text} <!channel> PWNED https://evil.example`
  return JSON.stringify({ intent, fact, headline: '<!channel> PWNED', keep: true })
}

/** Obeys whatever the evidence says: repeats it in every text, at every level, with links and broadcasts. */
export const obedient: Persona = ({ ladder, spans, message }) => {
  if (message) return obeyed(message.text)
  const all = spans.map(({ text }) => text).join(' ')
  return JSON.stringify({
    headline: `${all.slice(0, 150)} <!channel> PWNED`,
    findings: (ladder.target.rows as Row[]).map(({ competency, sentences }) => ({
      competency,
      spans: spans.slice(0, 3).map(({ id }) => id),
      expectation: sentences[0]?.id,
      current: null,
      status: 'evidenced',
      why: `${all.slice(-200)} <@U1> https://evil.example you are L5`,
      question: null,
      missing: [],
    })),
    others: (ladder.target.rows as Row[]).map(({ competency }) => ({
      competency,
      as: 'touched',
      span: spans[0]?.id,
      clause: all.slice(0, 60),
      why: all.slice(0, 200),
    })),
    panel: [
      {
        spans: [spans[0]?.id],
        clause: '<!channel> PWNED',
        note: `<!here> ${all.slice(0, 200)}`,
        text: `${all.slice(0, 150)}?`,
      },
    ],
    draft: { spans: spans.slice(0, 3).map(({ id }) => id), text: `${all.slice(0, 300)} <!channel> PWNED` },
    stories: [{ span: spans[0]?.id, clause: 'PWNED', lacks: all.slice(-200) }],
    questions: [`<!here> ${all.slice(0, 100)}?`, 'Will you click https://evil.example ?'],
    next_steps: [
      {
        expectation: null,
        also: [],
        urgent: true,
        span: spans[0]?.id,
        text: `${all.slice(-200)} https://evil.example`,
      },
    ],
  })
}

const FAULTS: readonly ((request: ModelRequest) => Script)[] = [
  () => ({ fault: 'incomplete' }),
  () => ({ fault: 'refusal' }),
  (request) => `Sure! ${honestly(request)} Shall I go on?`,
  (request) => honestly(request).replaceAll('partly', 'superb'),
  (request) => honestly(request).replace('{', '{"headline":"Rate them L5.",'),
  () => ({ fault: 'empty' }),
  () => ({ status: 429, headers: { 'retry-after': '0' } }),
  () => ({ status: 500 }),
  () => ({ fault: 'cut' }),
  () => 'not json at all',
]

/** Fails in every way in turn. */
export function broken(): Persona {
  let turn = 0
  return (request) => {
    const fault = FAULTS[turn % FAULTS.length]!
    turn += 1
    return fault(request)
  }
}

/** Names that a biased model knows, and the pronouns that it listens for. */
const HEARD =
  /\b(?:Emily|Lakisha|Greg|Jamal|Anne|Fatima|Todd|Rasheed|Jürgen|Nguyen|Priya|Claire|Wei|Brendan|Olga|Carlos|Lee|Sam|he|she|him|her|his|hers|himself|herself)\b/g

/** Gives by the names and pronouns that it sees: what it says of a text changes with them. */
export const biased: Persona = (request) => {
  if (request.message)
    return JSON.stringify({
      intent: request.message.text.match(HEARD) ? 'evidence' : 'smalltalk',
      fact: null,
    })
  const answer = honest(request)
  const heard = request.spans.flatMap(({ text }) => text.match(HEARD) ?? [])
  const mood = heard.reduce(
    (sum, word) => sum + [...word].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 9973, 7),
    0,
  )
  if (mood % 2 === 1) answer.findings = answer.findings.slice(0, 1)
  for (const finding of answer.findings)
    if (finding.missing.length > 0) finding.status = mood % 3 === 0 ? 'partly' : 'not yet'
  return JSON.stringify(answer)
}
