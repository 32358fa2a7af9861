import { focusMark, get, make } from './dom.ts'
import { restore } from './memory.ts'

/** Draws the Home tab, and keeps the focus where it was. */
export function drawHome(into: HTMLElement, html: string | null): void {
  const before = into.dataset.drawn
  if (before === String(html)) return
  const mark = focusMark(into)
  into.dataset.drawn = String(html)
  const content = make('div', 'content')
  // The server has rendered and escaped this HTML.
  if (html === null) content.append(make('p', 'empty', 'One moment…'))
  else content.innerHTML = html
  restore(content, 'home')
  into.replaceChildren(content)
  if (mark) into.querySelector<HTMLElement>(mark)?.focus()
}

/** Identifies the Home tab where a channel's id is expected. */
export const HOME = 'home'

const TABS = { home: 'to-home', messages: 'to-messages' } as const
type Tab = keyof typeof TABS

/** Shows one of the coach's two tabs, or a channel, which has none. */
export function showTabs(tab: Tab | null): void {
  get('tabs').hidden = tab === null
  for (const one of ['home', 'messages'] as const)
    get(TABS[one]).setAttribute('aria-current', String(tab === one))
  get('home').hidden = tab !== 'home'
  for (const id of ['lines', 'composer']) get(id).hidden = tab === 'home'
}

/** Calls `visit` when a tab is pressed. */
export function onTabs(visit: (tab: Tab) => void): void {
  for (const tab of ['home', 'messages'] as const) get(TABS[tab]).addEventListener('click', () => visit(tab))
}
