import type { types } from '@slack/bolt'
import { makeLookUpLadder } from '../../src/coaching/ladder/look-up-ladder.ts'
import type { Ladder, Shelf } from '../../src/domain/ladder/ladder.ts'
import { lookupView } from '../../src/slack/views/ladder/lookup.ts'
import type { Said } from '../../src/slack/views/rich-text.ts'

/** What `/ladder TEXT` shows somebody of whom nothing is known. */
export async function lookUp(shelf: Shelf, text: string): Promise<Said> {
  const lookUpLadder = makeLookUpLadder({
    store: {
      goal: async () => null,
      setGoal: async () => ({ queued: 0 }),
      clearGoal: async () => false,
      plans: async () => [],
      kept: async () => ({
        evidence: 0,
        reviews: 0,
        labels: 0,
        plans: 0,
        works: 0,
        asked: 0,
        nudge: null,
        since: null,
        known: false,
      }),
      listedPieces: async () => [],
      listEvidence: async () => [],
      shownRows: async () => [],
      packet: async () => ({ competencies: new Map(), lastReviewed: null }),
      readOtherwise: async () => 0,
    },
    ladders: { shelf: () => shelf },
    now: () => Temporal.Instant.from('2026-11-24T10:00:00Z'),
  })
  return lookupView(await lookUpLadder({ team: 'T1', user: 'U1' }, text))
}

export function shelfWith(...all: Ladder[]): Shelf {
  return { all, standard: all[0]! }
}

type Element = { type: string; elements?: Element[]; text?: string }

const textIn = (element: Element): string => element.text ?? (element.elements ?? []).map(textIn).join('')

/** The bullets of a message, in their order. */
export function bulletsIn(blocks: readonly types.KnownBlock[]): string[] {
  return blocks
    .flatMap((block) => (block.type === 'rich_text' ? (block.elements as Element[]) : []))
    .filter(({ type }) => type === 'rich_text_list')
    .flatMap(({ elements }) => (elements ?? []).map(textIn))
}

/** Every page of an answer, as somebody sees them who presses "Show the rest" and "Page n →" to the end. */
export async function allPages(ask: (text: string) => Promise<Said>, text: string): Promise<Said[]> {
  const pages = [await ask(text)]
  for (;;) {
    const next = pages
      .at(-1)!
      .blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .find((one) => one.type === 'button' && /^(?:Page \d+ of|Show the rest$)/.test(one.text.text))
    if (next?.type !== 'button') return pages
    pages.push(await ask(next.value!))
  }
}
