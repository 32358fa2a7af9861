import { askedOf, asksNothingNew, competencyIdOf } from '../ladder/ladder.ts'
import { fewSteps, MOST_PANEL, MOST_QUESTIONS, MOST_STORIES } from '../review/answer-limits.ts'
import type { Answer, Finding, NextStep, Question, WrittenStep } from '../review/review.ts'
import { stemsOf } from '../text/stems.ts'
import {
  type CheckContext,
  type CheckedText,
  checkFinding,
  type Ledger,
  makeLedger,
  sourcesFor,
} from './check-finding.ts'
import { checkDraft, checkOthers, checkPanel, checkStories } from './check-parts.ts'
import { claimObjections, questionObjections, stepObjections } from './check-text.ts'
import { reckonedBy } from './known-numbers.ts'
import { isForeign } from './sources.ts'
import { isWorthAsking } from './worth-asking.ts'

/** A person may choose between at most this many competencies. */
const MOST_CHOICES = 3

/** A step may serve at most this many sentences besides its own. */
const MOST_ALSO = 2

/** Longest headline, in UTF-16 units. Short, because people read the top of a review at a glance. */
const HEADLINE_LIMIT = 320

/**
 * What held, and why the rest did not, in sentences for the reader when it is asked again. `again` is true if enough
 * failed to justify another call. A single failed question or step does not.
 */
export type Checked = {
  readonly answer: Answer
  readonly objections: readonly string[]
  readonly again: boolean
  /** Every text of the answer, and why it may not be shown. */
  readonly texts: readonly CheckedText[]
}

/** One finding per sentence of the ladder. A second finding on the same sentence would only repeat the first. */
const checkFindings = (answer: Answer, context: CheckContext, ledger: Ledger): Finding[] => {
  const seen = new Set<string>()
  return answer.findings.flatMap((finding, index) => {
    const held = checkFinding(finding, context, `findings[${index}] (${finding.competency})`, ledger)
    if (held === null || seen.has(held.expectation)) return []
    seen.add(held.expectation)
    return [held]
  })
}

/** Whether the target level has a sentence. */
const isOfTarget = (id: string, { ladder, goal }: CheckContext): boolean =>
  askedOf(ladder, goal.target, competencyIdOf(id)).some((one) => one.id === id)

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The part of a headline that holds: all of it, or its first sentence, which says how far the text goes, or null. */
const checkHeadline = ({ headline }: Answer, context: CheckContext, ledger: Ledger): string | null => {
  if (headline === null) return null
  const objections = (text: string): string[] => [
    ...claimObjections(text, sourcesFor(context, null)),
    ...(text.length > HEADLINE_LIMIT ? [`it is longer than ${HEADLINE_LIMIT} characters`] : []),
  ]
  if (ledger.says('headline', 'headline', headline, objections(headline))) return headline
  const [first] = SENTENCES.segment(headline)
  const said = first?.segment.trim() ?? ''
  return said !== '' && said !== headline.trim() && objections(said).length === 0 ? said : null
}

/**
 * Sentences whose gap a step may close: those of the target level that are not shown yet, and those of the current
 * level.
 */
const isGap = (id: string, findings: readonly Finding[], context: CheckContext): boolean => {
  const { ladder, goal } = context
  if (!isOfTarget(id, context)) return false
  const shown = findings.some(({ status, expectation }) => status === 'evidenced' && expectation === id)
  const named = findings.some(
    ({ missing, status, expectation }) =>
      missing.some(({ expectation: one }) => one === id) ||
      // A step that only improves the wording does not close a gap of the ladder.
      (expectation === id && status !== 'evidenced'),
  )
  return !shown && (named || !asksNothingNew(ladder, goal, id))
}

/** How many words a step must share with a span: to end a harm described there, and to mend what it leaves open. */
const FEWEST_SHARED = 2
const FEWEST_OPEN = 3

/** The span that shares most words with a step, or null if none shares enough. */
const nearestSpan = (text: string, { spans }: CheckContext, fewest = FEWEST_SHARED): string | null => {
  const stems = new Set(stemsOf(text))
  const shared = spans.map(({ id, text: said }) => ({
    id,
    count: new Set(stemsOf(said).filter((stem) => stems.has(stem))).size,
  }))
  const best = shared.toSorted((a, b) => b.count - a.count)[0]
  return best !== undefined && best.count >= fewest ? best.id : null
}

const checkStep = (
  step: NextStep,
  name: string,
  findings: readonly Finding[],
  context: CheckContext,
  ledger: Ledger,
): NextStep[] => {
  if (step.kind !== 'written') return isGap(step.expectation, findings, context) ? [step] : []
  const { expectation, urgent, text } = step
  const [gap = null] = [expectation, ...step.also].filter((id) => id !== null && isGap(id, findings, context))
  const span =
    step.span ??
    (urgent || gap === null ? nearestSpan(text, context, urgent ? FEWEST_SHARED : FEWEST_OPEN) : null)
  const held = ledger.says('next_step', name, text, stepObjections(text, sourcesFor(context, null)))
  const pointed = span !== null && context.spans.some(({ id }) => id === span)
  const fits = ledger.ok(
    name,
    // A step may also mend what the text leaves open although its sentence is shown.
    pointed || gap !== null ? [] : ['its expectation is not a gap: nothing is missing there'],
  )
  if (!held || !fits) return []
  const own = gap === null ? '' : competencyIdOf(gap)
  const also = [...new Set(step.also)].filter((id) => isOfTarget(id, context) && competencyIdOf(id) !== own)
  const checked: WrittenStep = {
    ...step,
    // Its first sentence may already be shown, so the step is tied to the next gap that it serves.
    expectation: gap,
    also: also.slice(0, MOST_ALSO),
    urgent: urgent && pointed,
    span: pointed ? span : null,
  }
  return [checked]
}

const checkQuestions = (answer: Answer, context: CheckContext, ledger: Ledger): Question[] =>
  answer.questions.filter((question: Question, index) =>
    question.kind === 'written'
      ? ledger.says('question', `questions[${index}]`, question.text, [
          ...(/[?？]/.test(question.text) ? [] : ['it asks nothing']),
          ...questionObjections(question.text, sourcesFor(context, null)),
        ])
      : ledger.ok(
          `questions[${index}]`,
          context.spans.some(({ id }) => id === question.span)
            ? []
            : ['it points to no span of the evidence'],
        ),
  )

/** The numbers that an answer calculates in texts about the past. */
const reckonedIn = ({ findings, panel }: Answer, { spans }: CheckContext): string =>
  reckonedBy(
    [...findings.map(({ why }) => why), ...panel.map(({ note }) => note)].filter((text) => text !== null),
    spans.map(({ text }) => text).join('\n'),
  )

/** Whether a reader wrote in a language in which we can check only part of a sentence. */
const isPartlyChecked = ({ headline, findings }: Answer, { spans }: CheckContext): boolean => {
  const written = [headline, ...findings.map(({ why }) => why)].filter((text) => text !== null).join(' ')
  return written !== '' && isForeign(written, { evidence: spans.map(({ text }) => text).join('\n') })
}

/**
 * Keeps the parts of a reader's answer that hold: ids exist and fit together, every finding has a span that shows
 * something, and no text invents a number, a name, a quote or a verdict. A text that fails is dropped alone.
 */
export function checkAnswer(answer: Answer, known: CheckContext): Checked {
  const ledger = makeLedger()
  const context = { ...known, reckoned: reckonedIn(answer, known) }
  const findings = checkFindings(answer, context, ledger)
  const others = checkOthers(answer, findings, context, ledger)
  const panel = checkPanel(answer, context, ledger)
  const draft = checkDraft(answer, context, ledger)
  const stories = checkStories(answer, context, ledger)
  const questions = checkQuestions(answer, context, ledger)
  const nextSteps = answer.nextSteps.flatMap((step, index) =>
    checkStep(step, `next_steps[${index}]`, findings, context, ledger),
  )
  const choices = answer.choices.flatMap(({ span, between }) => {
    const asked = [...new Set(between)].filter(
      (id) => askedOf(context.ladder, context.goal.target, id).length > 0,
    )
    return context.spans.some(({ id }) => id === span) && asked.length > 1
      ? [{ span, between: asked.slice(0, MOST_CHOICES) }]
      : []
  })
  const headline = checkHeadline(answer, context, ledger)
  const fell = ledger.texts.filter(({ why }) => why !== null).length
  return {
    answer: {
      language: answer.language,
      headline,
      findings,
      others,
      panel: panel.slice(0, MOST_PANEL),
      draft,
      stories: stories.slice(0, MOST_STORIES),
      choices,
      questions: questions.slice(0, MOST_QUESTIONS),
      nextSteps: fewSteps(nextSteps),
      partlyChecked: isPartlyChecked(answer, context),
    },
    objections: ledger.objections,
    again: isWorthAsking(answer, {
      findings: answer.findings.length - findings.length,
      headline: answer.headline !== null && headline === null,
      questions: answer.questions.length > 0 && questions.length === 0,
      steps: answer.nextSteps.length > 0 && nextSteps.length === 0,
      share: ledger.texts.length === 0 ? 0 : fell / ledger.texts.length,
    }),
    texts: ledger.texts,
  }
}
