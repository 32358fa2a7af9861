import { focusMark, make, makeButton } from './dom.ts'
import { restore } from './memory.ts'

export type Line = {
  key: string
  ts: string
  author: string
  kind: 'person' | 'coach' | 'stone'
  time: number
  html: string
  replies: number
  onlyYou: boolean
  own: string | null
  edited: boolean
  streaming: boolean
  status: string | null
}

type Drawn = HTMLElement & { mark?: string; line?: Line }

const clock = (time: number): string =>
  new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** The line that an element was drawn from. */
export function lineOf(element: HTMLElement): Line | undefined {
  return (element as Drawn).line
}

const faceOf = (line: Line): HTMLElement => {
  const sign = { coach: '⌁', stone: '✕', person: line.author.slice(0, 1) }[line.kind]
  const face = make('span', 'face', sign)
  face.setAttribute('aria-hidden', 'true')
  return face
}

/**
 * The button that opens the thread. It shows the number of replies, or what the bot is doing there. A message of the
 * coach may ask for the first reply. What only one person sees has no thread.
 */
const threadButton = (line: Line): HTMLElement | null => {
  if (line.replies === 0 && !line.status && (line.kind !== 'coach' || line.onlyYou)) return null
  const count = line.replies === 1 ? '1 reply' : `${line.replies} replies`
  const replies = line.replies === 0 ? 'Reply in thread' : count
  const open = makeButton(line.status ? 'replies working' : 'replies', line.status ?? replies)
  open.dataset.open = line.ts
  return open
}

const lineElement = (line: Line, inThread: boolean, hasMenu: (line: Line) => boolean): Drawn => {
  const element: Drawn = make('article', `line ${line.kind}${line.onlyYou ? ' only-you' : ''}`)
  Object.assign(element.dataset, { key: line.key, ts: line.ts, scope: line.key })
  element.line = line
  element.setAttribute('aria-label', `${line.author || 'Deleted message'}, ${clock(line.time)}`)
  element.setAttribute('aria-busy', String(line.streaming))
  const body = make('div', 'body')
  const head = make('p', 'head')
  if (line.author) head.append(make('b', '', line.author))
  if (line.kind === 'coach') head.append(make('span', 'app', 'app'))
  head.append(make('time', '', clock(line.time)))
  const content = make('div', line.streaming ? 'content streaming' : 'content')
  // The server has rendered and escaped this HTML.
  content.innerHTML = line.html
  restore(content, line.key)
  if (line.onlyYou) body.append(make('p', 'note', 'Only visible to you'))
  body.append(head, content)
  if (line.edited) content.append(make('span', 'note edited', '(edited)'))
  const thread = inThread ? null : threadButton(line)
  if (thread) body.append(thread)
  element.append(faceOf(line), body)
  if (hasMenu(line)) {
    const menu = makeButton('icon tool', '⋯', 'More actions')
    menu.dataset.menu = ''
    menu.setAttribute('aria-haspopup', 'menu')
    menu.setAttribute('aria-expanded', 'false')
    element.append(menu)
  }
  return element
}

/** Puts elements in order without moving those in the right place, so that the focus is not lost. */
const arrange = (into: HTMLElement, elements: readonly HTMLElement[]): void => {
  const wanted = new Set<Element>(elements)
  for (const child of [...into.children]) if (!wanted.has(child)) child.remove()
  for (const [index, element] of elements.entries())
    if (into.children[index] !== element) into.insertBefore(element, into.children[index] ?? null)
}

const isAtEnd = (into: HTMLElement): boolean => into.scrollHeight - into.scrollTop - into.clientHeight < 80

/** Keeps the end in view through a change that wraps the lines again, unless the person was reading further up. */
export function keepEnd(into: HTMLElement, change: () => void): void {
  const atEnd = isAtEnd(into)
  change()
  if (atEnd) into.scrollTop = into.scrollHeight
}

/** Keeps the end in view as it grows, but never scrolls the top of the last message out of view. */
const follow = (into: HTMLElement, last: HTMLElement | undefined, isNew: boolean): void => {
  if (!last) return
  const top = last.getBoundingClientRect().top - into.getBoundingClientRect().top + into.scrollTop
  const end = into.scrollHeight - into.clientHeight
  // A long answer is read from its top.
  if (isNew) into.scrollTop = last.offsetHeight > into.clientHeight * 0.7 ? top : end
  else into.scrollTop = Math.max(into.scrollTop, Math.min(end, top))
}

/** Draws lines in place. A line that has not changed keeps its element, and with it the focus. */
export function drawLines(
  into: HTMLElement,
  lines: readonly Line[],
  more: { empty: string; inThread: boolean; hasMenu(line: Line): boolean },
): void {
  const known = new Map([...into.querySelectorAll<Drawn>('.line')].map((one) => [one.dataset.key, one]))
  const atEnd = isAtEnd(into)
  const grown = lines.length > known.size
  let focus: { key: string; mark: string } | null = null
  const elements = lines.map((line) => {
    const before = known.get(line.key)
    const mark = JSON.stringify(line)
    if (before && (before.mark === mark || before.classList.contains('editing'))) return before
    const at = before && focusMark(before)
    if (at) focus = { key: line.key, mark: at }
    const element = lineElement(line, more.inThread, more.hasMenu)
    element.mark = mark
    return element
  })
  const all = elements.length > 0 ? elements : [make('p', 'empty', more.empty)]
  const same = elements.length > 0 && all.every((element, index) => into.children[index] === element)
  if (same && into.children.length === all.length) return
  arrange(into, all)
  const { key, mark } = focus ?? { key: '', mark: '' }
  if (mark)
    elements
      .find((one) => one.dataset.key === key)
      ?.querySelector<HTMLElement>(mark)
      ?.focus()
  if (atEnd || grown) follow(into, elements.at(-1), grown)
}
