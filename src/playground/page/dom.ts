/** Creates an element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.textContent = text
  return element
}

/** Creates a button that does not submit its form. */
export function makeButton(className: string, text: string, label = ''): HTMLButtonElement {
  const button = make('button', className, text)
  button.type = 'button'
  if (label) button.setAttribute('aria-label', label)
  return button
}

/** The element of the page with this id, which must exist. */
export function get<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

/** True if an element takes up room on the screen. */
export function isVisible(element: Element | null): boolean {
  return element instanceof HTMLElement && element.getClientRects().length > 0
}

/**
 * A selector for the focused element in `root`, so that the same place gets the focus after a new drawing. Null if
 * there is none.
 */
export function focusMark(root: HTMLElement): string | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === root || !root.contains(at)) return null
  const { action, block, menu, open } = at.dataset
  const fold = at.closest<HTMLElement>('[data-fold]')
  if (action) {
    const value = at instanceof HTMLButtonElement && at.value ? `[value="${CSS.escape(at.value)}"]` : ''
    return `[data-action="${CSS.escape(action)}"][data-block="${CSS.escape(block ?? '')}"]${value}`
  }
  if (menu !== undefined) return '[data-menu]'
  if (open !== undefined) return '[data-open]'
  if (at.matches('summary') && fold) return `[data-fold="${CSS.escape(fold.dataset.fold ?? '')}"] > summary`
  const group = at.closest<HTMLElement>('[data-holds]')
  if (!group || !(at instanceof HTMLInputElement)) return null
  return `[data-action="${CSS.escape(group.dataset.action ?? '')}"] input[value="${CSS.escape(at.value)}"]`
}

/** Calls `go` when somebody follows a link to the app's messages, which only Slack can open. */
export function onDmLink(go: () => void): void {
  document.addEventListener('click', (event) => {
    if (!(event.target as HTMLElement).closest('a[href^="slack://app"]')) return
    event.preventDefault()
    go()
  })
}
