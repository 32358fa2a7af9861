import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import type { Competency, Expectation, Level } from '../../../domain/ladder/ladder.ts'
import { bulletsOf } from '../../../domain/ladder/ladder.ts'
import { type LadderView, textOf } from '../../../domain/ladder/ladder-view.ts'
import { slug } from '../../../domain/text/plain.ts'
import {
  actions,
  bullets,
  button,
  clipped,
  code,
  inert,
  italic,
  line,
  richText,
  words,
} from '../rich-text.ts'

/** A button that shows in place what `/ladder TEXT` shows. */
export function show(label: string, text: string): types.Button {
  return button(label, `ladder-show:${slug(text)}`.slice(0, 250), text)
}

/** "Senior SRE (L3)". A level with only an id or only a title is named by it. */
export function levelName(level: Level): string {
  return level.id === level.title ? level.title : `${level.title} (${level.id})`
}

export function competencyTitle({ name, subtitle }: Competency): string {
  return subtitle ? `${name} — ${subtitle}` : name
}

/** A short title for a lookup. */
export function titleOf(shown: LadderView, place: Pick<AnswerSource, 'ladder'>): string {
  switch (shown.kind) {
    case 'ladder':
      return `The ${place.ladder.name} ladder`
    case 'level':
      return shown.area ? `${shown.area.name} · ${levelName(shown.level)}` : levelName(shown.level)
    case 'competency':
      return competencyTitle(shown.competency)
    case 'cell':
      return `${competencyTitle(shown.competency)} · ${levelName(shown.level)}`
    case 'compare':
      return (
        (shown.competency ? `${shown.competency.name} · ` : '') +
        `${levelName(shown.from)} and ${levelName(shown.to)}`
      )
    case 'search':
      return `What the ${place.ladder.name} ladder says about “${shown.words}”`
  }
}

/** The text that finds something from anywhere. Includes the ladder's name if there are several. */
export function pathOf(place: Pick<AnswerSource, 'shelf' | 'ladder'>, shown: LadderView): string {
  if (place.shelf.all.length < 2) return textOf(shown)
  return shown.kind === 'ladder' ? place.ladder.id : `${place.ladder.id} ${textOf(shown)}`
}

/** A button for something on the same ladder. */
export function to(place: AnswerSource, label: string, shown: LadderView): types.Button {
  return show(label, pathOf(place, shown))
}

/** What to type to see this again. */
export function typed(place: AnswerSource, shown: LadderView): types.RichTextBlock {
  return richText(
    line(
      words('To see this again, type '),
      code(`/ladder ${place.home ? textOf(shown) : pathOf(place, shown)}`),
    ),
  )
}

/** Slack's limits for a menu: 100 options, 75 characters of text, 150 of value. */
const MENU = { options: 100, value: 150 } as const

/** A menu of things to show, or buttons if a value is too long for a menu. */
export function menu(
  place: AnswerSource,
  label: string,
  id: string,
  options: readonly { readonly label: string; readonly shown: LadderView }[],
): types.ActionsBlock[] {
  const rows = options.map((one) => ({ label: one.label, value: pathOf(place, one.shown) }))
  if (rows.length === 0) return []
  if (rows.length > MENU.options || rows.some(({ value }) => value.length > MENU.value)) {
    return Array.from({ length: Math.ceil(rows.length / 25) }, (_, index) =>
      actions(rows.slice(index * 25, index * 25 + 25).map((row) => show(row.label, row.value))),
    )
  }
  return [
    actions([
      {
        type: 'static_select',
        action_id: `ladder-menu:${id}`,
        placeholder: { type: 'plain_text', text: clipped(inert(label), 150) },
        options: rows.map((row) => ({
          text: { type: 'plain_text', text: clipped(inert(row.label), 75) || ' ' },
          value: row.value,
        })),
      },
    ]),
  ]
}

/** How much of a row goes into one block, in characters. Slack refuses much longer ones. */
const PORTION = 6_000

/** Splits a text into pieces of at most `limit` characters, at spaces if possible. Joined, they are the text again. */
const piecesOf = (text: string, limit: number): string[] => {
  if (text.length <= limit) return [text]
  const space = text.lastIndexOf(' ', limit)
  const cut = space > limit / 2 ? space + 1 : limit
  return [text.slice(0, cut), ...piecesOf(text.slice(cut), limit)]
}

/** The description of something, in sections that each fit a message. Empty if there is none. */
export function aboutSections(about: string | null): types.KnownBlock[][] {
  return about === null ? [] : piecesOf(about, PORTION).map((text) => [richText(line(italic(text)))])
}

/** A row's bullets in blocks that each fit a message. `head` is above the first. */
export function rowBlocks(
  row: readonly Expectation[],
  head: types.RichTextSection | null,
  shownAs: (text: string) => types.RichTextElement[] = (text) => [words(text)],
): types.RichTextBlock[] {
  const portions: string[][] = [[]]
  let size = 0
  for (const bullet of bulletsOf(row).flatMap((text) => piecesOf(text, PORTION))) {
    if (size + bullet.length > PORTION && size > 0) {
      portions.push([])
      size = 0
    }
    portions.at(-1)!.push(bullet)
    size += bullet.length
  }
  return portions.map((portion, index) =>
    richText(...(head && index === 0 ? [head] : []), bullets(portion.map((text) => shownAs(text)))),
  )
}
