import type { EvidenceList } from '../../coaching/evidence/list-evidence.ts'
import type { NudgeMeOutcome } from '../../coaching/nudge/set-nudge-me.ts'
import { quarterAt } from '../../domain/dates/year-part.ts'
import { competenciesOf, type Ladder, type Shelf } from '../../domain/ladder/ladder.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { ownNudgeOf } from '../../domain/nudge/nudge-me.ts'
import { deleteAskView } from '../../slack/views/evidence/delete-ask.ts'
import { evidenceListView } from '../../slack/views/evidence/evidence-list.ts'
import { loggedModal, logModal } from '../../slack/views/evidence/log-modal.ts'
import { openedView } from '../../slack/views/evidence/opened.ts'
import { ownAskView, ownNudgeView } from '../../slack/views/nudge/nudge-me.ts'
import { nudgeMeView } from '../../slack/views/nudge/nudge-me-outcome.ts'
import { nudgeModal } from '../../slack/views/nudge/nudge-modal.ts'
import { foreignView, unknownVisitorView } from '../../slack/views/refused-visitor.ts'
import { correctionModal, moveModal } from '../../slack/views/review/correction-modal.ts'
import { wholeReviewModal } from '../../slack/views/review/review.ts'
import {
  agreedView,
  chosenBeforeView,
  chosenView,
  deletedAllView,
  deletedManyView,
  deletedView,
  deletingAllView,
  joinedView,
  judgedBeforeView,
  keptView,
  notDeletedAllView,
  notOpenView,
  notYoursView,
  readAgainView,
  savedView,
  sayingView,
  troubleView,
  unknownButtonView,
} from '../../slack/views/trouble.ts'
import { drawn, type EachKind, type ModalView, messages, type NamedView } from './named-view.ts'
import { NEXT, SCHEDULE, unclear } from './nudge-samples.ts'
import { AT, goalOn, PIECE, type SampleReviews } from './sample-reviews.ts'

const TODAY = AT.toZonedDateTimeISO('UTC').toPlainDate()
const PERMALINK = 'https://example.slack.com/archives/D0123456789/p1790000000000100'

/** All about a person's own nudge. */
export function ownNudgeSamples(ladder: Ladder, questions: NudgeQuestions): NamedView[] {
  const goal = goalOn(ladder)
  const none = { pieces: new Map(), lastDays: new Map(), asked: [], seed: 'U0123456789', day: TODAY }
  const nudge = ownNudgeOf({ ladder, goal, questions, ...none })
  const piece = { day: TODAY, beginning: 'Moved the restore tests to a cluster of their own. '.repeat(4) }
  const logged = [piece, piece, piece, piece]
  const shown = { schedule: SCHEDULE, next: NEXT, paused: null, follows: true, hasGoal: false }
  const outcomes: EachKind<Exclude<NudgeMeOutcome, { kind: 'preview' }>> = {
    set: [['/ladder nudge me fridays 16:00', { kind: 'set', shown }]],
    shown: [['/ladder nudge me', { kind: 'shown', shown: { ...shown, paused: { until: TODAY } } }]],
    resumed: [['/ladder nudge me resume', { kind: 'resumed', shown }]],
    snoozed: [['a question was put off', { kind: 'snoozed', until: TODAY }]],
    paused: [['/ladder nudge me pause', { kind: 'paused', until: null }]],
    stopped: [['/ladder nudge me stop', { kind: 'stopped' }]],
    silent: [['a nudge of my own that fell silent', { kind: 'silent' }]],
    none: [['/ladder nudge me stop, without one', { kind: 'none' }]],
    'no-goal': [['/ladder nudge me preview, without a goal', { kind: 'no-goal' }]],
    unclear: [['a nudge of my own that is not understood', { kind: 'unclear', command: unclear('me') }]],
  }
  return [
    ...drawn<Exclude<NudgeMeOutcome, { kind: 'preview' }>>(outcomes, nudgeMeView),
    ...messages({ 'whether to go on asking': ownAskView() }),
    ...(nudge
      ? messages({
          'a nudge of my own': ownNudgeView(ladder, goal, nudge, logged),
          'a nudge of my own, near the date of the goal': ownNudgeView(
            ladder,
            { ...goal, by: '2027-01' },
            { ...nudge, why: 'last-quarter', goalNear: true },
            [],
          ),
          '/ladder nudge me preview': nudgeMeView({
            kind: 'preview',
            said: { kind: 'question', ladder, goal, nudge, logged },
          }),
        })
      : []),
  ]
}

/** A person's own list of evidence, an opened piece, and the answers to clicks. */
export function evidenceSamples(ladder: Ladder, { full, offline }: SampleReviews): NamedView[] {
  const kept = {
    evidence: 7,
    reviews: 6,
    labels: 2,
    plans: 0,
    works: 0,
    asked: 0,
    nudge: null,
    since: AT,
    known: true,
  }
  const shown = { from: TODAY.subtract({ months: 3 }), to: TODAY }
  const rows = [full, offline, full, offline, full, offline, full].map(({ evidence, review }) => ({
    evidence,
    review,
    said: [],
    shown,
    quote: null,
  }))
  const filter = { competency: null, period: null, words: null }
  const quarters = [{ ...quarterAt(TODAY), count: 21 }]
  const place = { total: 21, page: 2, pages: 3 }
  const list: EvidenceList = { kept: { ...kept, evidence: 21 }, rows, ...place, filter, quarters, ladder }
  const narrow = {
    competency: competenciesOf(ladder)[0]?.id ?? null,
    period: quarterAt(TODAY),
    words: 'failover',
  }
  const quote = { sentence: 'Afterwards I wrote down how we did the failover.', word: 'failover' }
  const first = rows[0]!
  const said = ['The second sentence is about the other team.']
  const saved: Readonly<Record<Parameters<typeof savedView>[0], string>> = {
    accepted: 'Save as evidence',
    known: 'Save as evidence, saved before',
    empty: 'Save as evidence, without words',
    ours: 'Save as evidence, of a post of the coach',
  }
  return [
    ...messages({
      '/ladder evidence': evidenceListView(list),
      '/ladder evidence failover': evidenceListView({
        ...list,
        rows: rows.map((row) => ({ ...row, quote })),
        filter: narrow,
      }),
      '/ladder evidence, with nothing found': evidenceListView({
        ...list,
        rows: [],
        total: 0,
        page: 1,
        pages: 1,
        filter: narrow,
      }),
      '/ladder evidence, with nothing kept': evidenceListView({
        ...list,
        kept: { ...kept, evidence: 0 },
        rows: [],
        total: 0,
        page: 1,
        pages: 1,
        quarters: [],
      }),
      'Delete… in the list': deleteAskView(first, ladder, { list: 'evidence', page: 2, text: '2026 Q3' }),
      'a piece that is opened': openedView({ evidence: full.evidence, review: full, said }, PERMALINK),
      'a piece that is opened, without a model': openedView(
        { evidence: offline.evidence, review: offline, said: [] },
        null,
      ),
      'a piece that is opened before its review': openedView(
        { evidence: { ...full.evidence, state: 'waiting' }, review: null, said: [] },
        PERMALINK,
      ),
      'something does not work': troubleView(),
      'a piece that is gone': notOpenView('gone'),
      'a piece that is not read yet': notOpenView('unread'),
      'a button of an earlier version': unknownButtonView(),
      'Draft this': sayingView(),
      'Read it again': readAgainView(2),
      'Join with previous': joinedView(PERMALINK),
      'Looks right': agreedView(),
      'a choice between competencies': chosenView(),
      'a second choice between competencies': chosenBeforeView(),
      'a second click on a possible match': judgedBeforeView(),
      'Delete under a review': deletedView(),
      'Delete everything has begun': deletingAllView(),
      'Delete everything': deletedAllView(7),
      'Delete under two entries': deletedManyView(2),
      Keep: keptView(),
      'a button of somebody else': notYoursView(),
      'Delete everything does not work': notDeletedAllView(),
      'to people of another workspace': foreignView().said,
      'where Slack does not say which workspace': unknownVisitorView().said,
    }),
    ...(Object.keys(saved) as (keyof typeof saved)[]).map((outcome) => ({
      name: saved[outcome],
      message: savedView(outcome),
    })),
  ]
}

/** Every form, what replaces one, and the window of a long review. */
export function formSamples(shelf: Shelf, ladder: Ladder, { full, offline }: SampleReviews): NamedView[] {
  const options = competenciesOf(ladder)
  const about = { ladder: ladder.id, chosen: options[0]?.id ?? '', options }
  const start = { channel: 'C0123456789', ladders: shelf.all, ownZone: 'America/Los_Angeles', now: AT }
  const unset = {
    ladder: null,
    levels: null,
    rhythm: { kind: 'week' },
    weekday: null,
    time: null,
    zone: null,
  } as const
  // As long as a real one: the channel, a time and 32 bytes in base64.
  const sealed = `C0123456789 1790000000 ${'a'.repeat(43)}`
  const forms: Readonly<Record<string, ModalView>> = {
    'the form for evidence': logModal(''),
    'the form for evidence, about a competency': logModal('Led the restore drill. '.repeat(200), about),
    'the form for evidence, about a question': logModal('', {
      ...about,
      asked: { question: 'What did you finish this week?', levels: ['L2', 'L3'] },
    }),
    'after the form for evidence': loggedModal('slack://app?team=T1&id=A1&tab=messages'),
    'the form "This is wrong"': correctionModal(full, 'wrong'),
    'the form "This is wrong", without findings': correctionModal(
      { ...offline, review: { ...offline.review, findings: [] } },
      'wrong',
    ),
    'all of a review by a model': wholeReviewModal(full),
    'the form "Move…" for one competency': moveModal(full, full.review.findings[0]?.competency ?? ''),
    'the form "Move to…"': correctionModal({ ...full, evidence: PIECE }, 'move'),
    'the form for a nudge': nudgeModal({ ...start, ...unset }, sealed),
    'the form for a nudge that is set': nudgeModal(
      { ...start, ...unset, ...SCHEDULE, ladder: ladder.id },
      sealed,
    ),
    'a form to people of another workspace': foreignView().modal,
    'a form where Slack does not say which workspace': unknownVisitorView().modal,
  }
  return Object.entries(forms).map(([name, modal]) => ({ name, modal }))
}
