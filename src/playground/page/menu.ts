import { make, makeButton } from './dom.ts'

type MenuItem = {
  readonly text: string
  readonly note?: string
  readonly danger?: boolean
  run(): void
}

/** Items under a heading or, without a label, under a line. */
export type MenuGroup = { readonly label?: string; readonly items: readonly MenuItem[] }

let close: () => void = () => {}

/** Places the menu where there is room: below its anchor, or above. */
const place = (menu: HTMLElement, anchor: HTMLElement): void => {
  const at = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const [w, h] = [document.documentElement.clientWidth, document.documentElement.clientHeight]
  const below = at.bottom + 4 + height <= h - 8 || at.top - 4 - height < 8
  menu.style.left = `${Math.max(8, Math.min(at.left, w - width - 8))}px`
  menu.style.top = `${Math.max(8, below ? Math.min(at.bottom + 4, h - height - 8) : at.top - 4 - height)}px`
}

/** Opens a menu at its anchor. Arrow keys move, Enter chooses, and Escape or Tab closes it. */
export function openMenu(anchor: HTMLElement, label: string, groups: readonly MenuGroup[]): void {
  const again = anchor.getAttribute('aria-expanded') === 'true'
  close()
  if (again) return
  const menu = make('div', 'menu-list')
  menu.setAttribute('role', 'menu')
  menu.setAttribute('aria-label', label)
  const items: HTMLButtonElement[] = []
  for (const group of groups.filter(({ items }) => items.length > 0)) {
    const section = make('div', 'menu-group')
    section.setAttribute('role', 'group')
    if (group.label) {
      section.setAttribute('aria-label', group.label)
      const head = make('p', 'menu-label', group.label)
      head.setAttribute('aria-hidden', 'true')
      section.append(head)
    }
    for (const { text, note, danger, run } of group.items) {
      const item = makeButton(danger ? 'menu-item danger' : 'menu-item', text)
      item.setAttribute('role', 'menuitem')
      item.tabIndex = -1
      if (note) item.append(make('small', '', note))
      item.addEventListener('click', () => {
        close()
        run()
      })
      section.append(item)
      items.push(item)
    }
    menu.append(section)
  }
  const away = (event: Event): void => {
    const target = event.target as Node
    if (!menu.contains(target) && !anchor.contains(target)) close()
  }
  const scrolled = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close()
  }
  close = () => {
    close = () => {}
    const inside = menu.contains(document.activeElement)
    menu.remove()
    anchor.setAttribute('aria-expanded', 'false')
    document.removeEventListener('pointerdown', away)
    document.removeEventListener('scroll', scrolled, true)
    window.removeEventListener('resize', close)
    if (inside) anchor.focus()
  }
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const to =
      event.key === 'ArrowDown'
        ? (at + 1) % items.length
        : event.key === 'ArrowUp'
          ? (at - 1 + items.length) % items.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? items.length - 1
              : -1
    if (to >= 0) items[to]?.focus()
    if (to >= 0 || event.key === 'Escape') event.preventDefault()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation()
      close()
    }
  })
  document.addEventListener('pointerdown', away)
  document.addEventListener('scroll', scrolled, true)
  window.addEventListener('resize', close)
  // A modal covers everything that is not inside it.
  ;(anchor.closest('dialog') ?? document.body).append(menu)
  anchor.setAttribute('aria-expanded', 'true')
  place(menu, anchor)
  items[0]?.focus()
}
