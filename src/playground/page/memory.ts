/** What fields hold, by block and action. */
export type Held = Record<string, Record<string, string | string[] | null>>

/** What a new drawing must not undo: opened folds, the contents of fields, and the feedback that was given. */
const folds = new Map<string, boolean>()
const fields = new Map<string, string | string[]>()
const pressed = new Map<string, string>()

const scopeOf = (element: Element): string =>
  element.closest<HTMLElement>('[data-scope]')?.dataset.scope ?? ''
const keyOf = (scope: string, element: HTMLElement): string =>
  `${scope}/${element.dataset.block}/${element.dataset.action}`

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const boxesIn = (holder: HTMLElement): HTMLInputElement[] => [
  ...holder.querySelectorAll<HTMLInputElement>('input'),
]

/** What a field holds: one value, or several for checkboxes. */
export function holds(holder: HTMLElement): string | string[] | null {
  const { type } = holder.dataset
  if (type !== 'checkboxes' && type !== 'radio_buttons') return (holder as Typed).value || null
  const chosen = boxesIn(holder)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
  return type === 'checkboxes' ? chosen : (chosen[0] ?? null)
}

const put = (holder: HTMLElement, value: string | string[]): void => {
  const { type } = holder.dataset
  if (type === 'checkboxes' || type === 'radio_buttons') {
    for (const box of boxesIn(holder)) box.checked = [value].flat().includes(box.value)
    return
  }
  const field = holder as Typed
  const before = field.value
  field.value = String(value)
  // An option that is no longer offered cannot stay chosen.
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = before
}

/** What all fields in a message or modal hold. */
export function heldIn(root: HTMLElement): Held {
  const held: Held = {}
  for (const holder of root.querySelectorAll<HTMLElement>('[data-holds]')) {
    const { block = '', action = '' } = holder.dataset
    held[block] = { ...held[block], [action]: holds(holder) }
  }
  return held
}

/** Remembers what a field holds now. */
export function keepField(holder: HTMLElement): void {
  const value = holds(holder)
  fields.set(keyOf(scopeOf(holder), holder), value ?? '')
}

/** Resets a field to its last remembered value, after somebody changed their mind. */
export function undoField(holder: HTMLElement): void {
  const kept = fields.get(keyOf(scopeOf(holder), holder))
  if (kept !== undefined) put(holder, kept)
  else if (holder instanceof HTMLSelectElement)
    holder.value = [...holder.options].find(({ defaultSelected }) => defaultSelected)?.value ?? ''
  else if (holder instanceof HTMLInputElement) holder.value = holder.defaultValue
  else for (const box of boxesIn(holder)) box.checked = box.defaultChecked
}

const showPressed = (root: HTMLElement, button: HTMLButtonElement, value: string): void => {
  const { action = '', block = '' } = button.dataset
  const twins = `button[data-action="${CSS.escape(action)}"][data-block="${CSS.escape(block)}"]`
  for (const twin of root.querySelectorAll<HTMLButtonElement>(twins))
    twin.setAttribute('aria-pressed', String(twin.value === value))
}

/** Remembers which feedback was given. */
export function keepPressed(button: HTMLButtonElement): void {
  const root = button.closest<HTMLElement>('[data-scope]')
  if (!root) return
  pressed.set(keyOf(scopeOf(button), button), button.value)
  showPressed(root, button, button.value)
}

/** Restores everything that was remembered in a new drawing of the same message or modal. */
export function restore(root: HTMLElement, scope: string): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    const open = folds.get(`${scope}/${fold.dataset.fold}`)
    if (open !== undefined) fold.open = open
  }
  for (const holder of root.querySelectorAll<HTMLElement>('[data-holds]')) {
    const value = fields.get(keyOf(scope, holder))
    if (value !== undefined) put(holder, value)
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')) {
    const value = pressed.get(keyOf(scope, button))
    if (value !== undefined) showPressed(root, button, value)
  }
}

document.addEventListener('click', (event) => {
  const summary = (event.target as Element).closest('summary')
  const fold = summary?.parentElement
  if (fold instanceof HTMLDetailsElement && fold.dataset.fold)
    folds.set(`${scopeOf(fold)}/${fold.dataset.fold}`, !fold.open)
})
document.addEventListener('input', (event) => {
  const holder = (event.target as Element).closest<HTMLElement>('#modal [data-holds]')
  if (holder) keepField(holder)
})
