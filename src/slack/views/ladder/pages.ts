import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import type { LadderView } from '../../../domain/ladder/ladder-view.ts'
import { actions, escaped, header, MOST_SHOWN, type Said, shownLength } from '../rich-text.ts'
import { pathOf, show } from './ladder.ts'

/** What a page may hold besides its head and controls. Slack takes 50 blocks per message. */
const MOST_BLOCKS = 36
const MOST_CHARACTERS = MOST_SHOWN - 1_500

/** Longest text for notifications and screen readers, in characters. The blocks contain all of it. */
const MOST_READ = 3_900

/** The text of the blocks, for notifications and screen readers. */
export function readAloud(blocks: readonly types.KnownBlock[]): string {
  const textIn = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(textIn).join('')
    if (value === null || typeof value !== 'object') return ''
    const { type, text, elements } = value as { type?: string; text?: unknown; elements?: unknown[] }
    if (type === 'actions' || type === 'context') return ''
    if (type === 'channel') return 'that channel'
    if (typeof text === 'string') return text
    const inner = text === undefined ? textIn(elements) : textIn(text)
    return type === 'rich_text_section' || type === 'header' ? `${inner}\n` : inner
  }
  const lines = blocks
    .map(textIn)
    .join('\n')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  let said = ''
  for (const one of lines) {
    const next = `${said}${said ? '\n' : ''}${escaped(one)}`
    if (next.length > MOST_READ) return said === '' ? escaped(one.slice(0, MOST_READ / 5)) : `${said}\n…`
    said = next
  }
  return said || ' '
}

type Pages = {
  readonly place: AnswerSource
  readonly shown: LadderView
  readonly title: string
  /** Shown on the first page only. */
  readonly intro: readonly types.KnownBlock[]
  /** Never split. */
  readonly sections: readonly (readonly types.KnownBlock[])[]
  /** Shown on every page. */
  readonly controls: readonly types.KnownBlock[]
  /** The most sections per page. */
  readonly most?: number
  /** What the first page shows instead of the intro, and the label of the button that leads on. */
  readonly first?: { readonly blocks: readonly types.KnownBlock[]; readonly more: string } | null
}

const divide = ({ intro, sections, most = MOST_BLOCKS }: Pages): types.KnownBlock[][] => {
  const pages: { blocks: types.KnownBlock[]; sections: number }[] = [{ blocks: [...intro], sections: 0 }]
  for (const section of sections) {
    const page = pages.at(-1)!
    const full =
      page.sections >= most ||
      page.blocks.length + section.length > MOST_BLOCKS ||
      shownLength([...page.blocks, ...section]) > MOST_CHARACTERS
    if (full && page.sections > 0) pages.push({ blocks: [...section], sections: 1 })
    else {
      page.blocks.push(...section)
      page.sections += 1
    }
  }
  return pages.map(({ blocks }) => blocks)
}

/** Splits something into pages. Nothing is cut, and the buttons lead on. */
export function paged(all: Pages): Said {
  const { place, shown, title, controls, first = null } = all
  const pages = [...(first ? [[...first.blocks]] : []), ...divide(all)]
  const at = Math.min(place.page, pages.length)
  const path = pathOf(place, shown)
  const turn = [
    ...(at > 1 ? [show(`← Page ${at - 1}`, `${path} page ${at - 1}`)] : []),
    ...(at < pages.length
      ? [
          show(
            first && at === 1 ? first.more : `Page ${at + 1} of ${pages.length} →`,
            `${path} page ${at + 1}`,
          ),
        ]
      : []),
  ]
  const isAlone = pages.length === 1 || (first !== null && at === 1)
  const head = !isAlone ? `${title.slice(0, 130)} · page ${at} of ${pages.length}` : title
  const blocks = [header(head), ...pages[at - 1]!]
  return {
    text: readAloud(blocks),
    blocks: [...blocks, ...(turn.length > 0 ? [actions(turn)] : []), ...controls],
  }
}
