import type { Attachments } from './attachments.ts'

export type CommandHint = { text: string; hint: string }

/** Grows a field with its text, up to a third of the page. */
const grow = (field: HTMLTextAreaElement): void => {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, window.innerHeight / 3)}px`
}

/**
 * Enter sends and Shift+Enter starts a new line, as in Slack. A message that could not be sent returns to the field.
 */
export function composer(
  form: HTMLFormElement,
  field: HTMLTextAreaElement,
  files: Attachments,
  send: (text: string, files: Promise<string[]>) => Promise<boolean>,
): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (text === '' && files.isEmpty()) return
    field.value = ''
    grow(field)
    void send(text, files.take()).then((sent) => {
      if (sent) return
      field.value = [text, field.value].filter(Boolean).join('\n')
      grow(field)
      files.putBack()
    })
    field.focus()
  })
  field.addEventListener('input', () => grow(field))
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.defaultPrevented) return
    event.preventDefault()
    form.requestSubmit()
  })
}

/** Offers commands after a slash. Arrow keys choose, Tab or Enter accepts, and Escape closes the list. */
export function completion(field: HTMLTextAreaElement, list: HTMLElement, commands: CommandHint[]): void {
  let chosen = -1
  const hide = (): void => {
    list.hidden = true
    chosen = -1
    field.removeAttribute('aria-activedescendant')
  }
  const take = (text: string): void => {
    field.value = text
    hide()
    field.focus()
  }
  const mark = (): void => {
    for (const [index, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(index === chosen))
    if (chosen >= 0) field.setAttribute('aria-activedescendant', `command-${chosen}`)
  }
  const show = (): void => {
    const typed = field.value.toLowerCase()
    const fitting = typed.startsWith('/')
      ? commands.filter(({ text }) => text.toLowerCase().startsWith(typed) && text.toLowerCase() !== typed)
      : []
    if (fitting.length === 0) {
      hide()
      return
    }
    chosen = -1
    list.replaceChildren(
      ...fitting.map(({ text, hint }, index) => {
        const item = document.createElement('div')
        item.id = `command-${index}`
        item.setAttribute('role', 'option')
        const name = document.createElement('b')
        name.textContent = text
        item.append(name, ` ${hint}`)
        item.addEventListener('mousedown', (event) => {
          event.preventDefault()
          take(text)
        })
        item.dataset.text = text
        return item
      }),
    )
    list.hidden = false
  }
  field.addEventListener('input', show)
  field.addEventListener('blur', hide)
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const count = list.children.length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : count - (chosen < 0 ? 0 : 1))) % count
      mark()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      hide()
    } else if (event.key === 'Tab' || (event.key === 'Enter' && chosen >= 0)) {
      event.preventDefault()
      take((list.children[Math.max(0, chosen)] as HTMLElement).dataset.text ?? '')
    }
  })
}
