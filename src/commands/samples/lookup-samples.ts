import type { AnswerSource, LookupAnswer } from '../../coaching/ladder/look-up-ladder.ts'
import { areasOf, competenciesOf, type Ladder, rowOf, type Shelf } from '../../domain/ladder/ladder.ts'
import type { LadderView } from '../../domain/ladder/ladder-view.ts'
import { type SearchResult, searchLadder } from '../../domain/ladder/search-ladder.ts'
import { pathOf } from '../../slack/views/ladder/ladder.ts'
import { lookupView, shownView } from '../../slack/views/ladder/lookup.ts'
import { publicView, sharedView, sharePreview } from '../../slack/views/ladder/share.ts'
import { sampleCoverage } from './home-samples.ts'
import { drawn, type EachKind, longest, messages, type NamedView } from './named-view.ts'
import { AT, goalOn, type SampleReviews } from './sample-reviews.ts'

type Lookup = (LookupAnswer & { readonly kind: 'ladder' })['lookup']
type AboutPerson = Exclude<LookupAnswer, { readonly kind: 'ladder' }>

/** A search for the word that gives the longest list of results. */
const search = (ladder: Ladder): (LadderView & { readonly kind: 'search' }) | null => {
  const texts = ladder.levels.flatMap(({ id }) =>
    competenciesOf(ladder).flatMap((one) => rowOf(ladder, id, one.id).map(({ text }) => text)),
  )
  const all = new Set(texts.slice(0, 20).flatMap((text) => text.match(/\p{L}{6,}/gu) ?? []))
  const found = [...all].flatMap((words): { words: string; found: SearchResult }[] => {
    const one = searchLadder(ladder, words, null)
    return one ? [{ words, found: one }] : []
  })
  const most = longest(found, (one) => one.found.hits)
  return most ? { kind: 'search', at: null, ...most } : null
}

/** All views of a ladder, by kind. A ladder may have none of a kind. */
const shownOn = (ladder: Ladder): Readonly<Record<LadderView['kind'], readonly LadderView[]>> => {
  const { levels } = ladder
  const competencies = competenciesOf(ladder)
  const found = search(ladder)
  return {
    ladder: [{ kind: 'ladder' }],
    level: levels.map((level) => ({ kind: 'level', level, area: null })),
    competency: competencies.map((competency) => ({ kind: 'competency', competency })),
    cell: levels.flatMap((level) =>
      competencies.map((competency) => ({ kind: 'cell' as const, level, competency })),
    ),
    compare: levels
      .slice(1)
      .map((to, index) => ({ kind: 'compare', from: levels[index]!, to, competency: null })),
    search: found ? [found] : [],
  }
}

/** Every page of a view. */
const pages = (place: AnswerSource, shown: LadderView): NamedView[] => {
  const name = `/ladder ${pathOf(place, shown)}`
  const drawnPages: NamedView[] = []
  for (let page = 1; ; page += 1) {
    const message = shownView({ ...place, page }, shown)
    drawnPages.push({ name: page === 1 ? name : `${name}, page ${page}`, message })
    if (!JSON.stringify(message.blocks).includes(` page ${page + 1}"`)) return drawnPages
  }
}

/** The longest view of each kind. If Slack accepts it, it also accepts shorter ones of the same form. */
const ladderSamples = (place: AnswerSource): NamedView[] => {
  const { ladder } = place
  const of = (shown: readonly LadderView[]): NamedView[] => {
    const most = longest(shown, (one) => shownView(place, one))
    return most ? pages(place, most) : []
  }
  const areas = areasOf(ladder).flatMap((area) =>
    ladder.levels.map((level) => ({ kind: 'level' as const, level, area })),
  )
  const rows = ladder.levels.slice(1).flatMap((to, index) =>
    competenciesOf(ladder).map((competency) => ({
      kind: 'compare' as const,
      from: ladder.levels[index]!,
      to,
      competency,
    })),
  )
  return [...Object.values(shownOn(ladder)).flatMap(of), ...of(areas), ...of(rows)]
}

const others = ({ shelf, ladder }: AnswerSource): EachKind<Exclude<Lookup, LadderView>> => {
  const goal = goalOn(ladder)
  const between = competenciesOf(ladder)
    .slice(0, 25)
    .map((competency) => ({ ladder, shown: { kind: 'competency' as const, competency } }))
  const nearest = competenciesOf(ladder)
    .slice(0, 3)
    .map(({ name }) => name)
  return {
    help: [['/ladder help', { kind: 'help' }]],
    ladders: [['/ladder ladders', { kind: 'ladders' }]],
    choose: [['several things may be meant', { kind: 'choose', between }]],
    'choose-goal': [
      [
        'a goal that several ladders have',
        { kind: 'choose-goal', between: shelf.all.map((one) => ({ ladder: one, goal })) },
      ],
    ],
    'goal-refused': [
      ['/ladder goal, with an unknown level', { kind: 'goal-refused', why: 'unknown-level' }],
      ['/ladder goal, with the lowest level', { kind: 'goal-refused', why: 'lowest-alone' }],
    ],
    unknown: [
      ['a look-up that is not understood', { kind: 'unknown', nearest }],
      ['a look-up that nothing is near to', { kind: 'unknown', nearest: [] }],
    ],
  }
}

const aboutPerson = (place: AnswerSource, { full, offline }: SampleReviews): EachKind<AboutPerson> => {
  const { ladder } = place
  const goal = goalOn(ladder)
  const before = { ...goal, by: null }
  const kept = {
    evidence: 7,
    reviews: 6,
    labels: 2,
    plans: 1,
    works: 1,
    asked: 2,
    nudge: 'set',
    since: AT,
    known: true,
  } as const
  const day = Temporal.PlainDate.from('2026-03-01')
  const rows = [full, offline].map(({ evidence, review }) => ({
    evidence,
    review,
    said: ['That is mine.'],
    shown: { from: day, to: day },
  }))
  const spread = { pieces: 3, days: { from: day, to: day.add({ months: 4 }) } }
  // The last competency has no evidence.
  const covered = competenciesOf(ladder).slice(0, -1)
  const competencies = new Map(covered.map(({ id }) => [id, spread]))
  const nothing = {
    evidence: 0,
    reviews: 0,
    labels: 0,
    plans: 0,
    works: 0,
    asked: 0,
    nudge: null,
    since: null,
    known: false,
  }
  return {
    goal: [
      ['/ladder goal', { ...place, kind: 'goal', goal }],
      ['/ladder goal, without one', { ...place, kind: 'goal', goal: null }],
    ],
    'goal-needed': [['/ladder next, without a goal', { ...place, kind: 'goal-needed' }]],
    'goal-set': [
      [`/ladder goal ${goal.target}`, { ...place, kind: 'goal-set', before, goal, queued: 2, otherwise: 3 }],
    ],
    'goal-cleared': [['/ladder goal clear', { ...place, kind: 'goal-cleared', had: true }]],
    me: [
      [
        '/ladder me',
        {
          ...place,
          kind: 'me',
          goal,
          competencies,
          coverage: sampleCoverage(ladder),
          lastReviewed: AT,
          waiting: 1,
        },
      ],
      [
        '/ladder me, without a goal',
        {
          ...place,
          kind: 'me',
          goal: null,
          competencies: new Map(),
          coverage: null,
          lastReviewed: null,
          waiting: 0,
        },
      ],
    ],
    data: [
      [
        '/ladder data',
        {
          ...place,
          kind: 'data',
          goal,
          kept,
          plans: [
            {
              id: 'plan',
              owner: { team: 'T1', user: 'U1' },
              evidenceId: 'piece',
              kind: 'plan',
              words: 'Next week I will run the failover drill with the storage team.',
              asked: 0,
              dueAt: AT,
            },
          ],
          rows: [...rows, ...rows, ...rows, rows[0]!],
          page: 2,
          pages: 3,
        },
      ],
      [
        '/ladder data, with nothing kept',
        { ...place, kind: 'data', goal: null, kept: nothing, plans: [], rows: [], pages: 1 },
      ],
    ],
  }
}

/** All answers of `/ladder`: the longest of each kind for each ladder with all pages, and all about a person. */
export function lookupSamples(shelf: Shelf, ladder: Ladder, reviews: SampleReviews): NamedView[] {
  const at = (one: Ladder): AnswerSource => ({
    ladder: one,
    shelf,
    home: one === ladder,
    exact: true,
    sure: true,
    page: 1,
  })
  const place = at(ladder)
  const level = ladder.levels.at(-1)!
  const shown: LadderView = { kind: 'level', level, area: null }
  const answer: LookupAnswer = { ...place, kind: 'ladder', lookup: shown }
  return [
    ...shelf.all.flatMap((one) => ladderSamples(at(one))),
    ...drawn<Exclude<Lookup, LadderView>>(others(place), (lookup) =>
      lookupView({ ...place, kind: 'ladder', lookup }),
    ),
    ...drawn<AboutPerson>(aboutPerson(place, reviews), lookupView),
    ...messages({
      'a look-up that was put right': shownView({ ...place, exact: false, home: false }, shown),
      'a look-up as everyone sees it': publicView(answer)!,
      'a look-up before it is shared': sharePreview(answer)!,
      'a look-up that was shared': sharedView(pathOf(place, shown)),
    }),
  ]
}
