export type Line = {
  key: string
  ts: string
  author: string
  kind: 'person' | 'coach'
  time: number
  html: string
  replies: number
  onlyYou: boolean
}

export type Modal = {
  id: string
  title: string
  submit: string
  close: string
  html: string
  errors: Record<string, string>
}

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

const clock = (time: number): string =>
  new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

const lineElement = (line: Line): HTMLElement => {
  const element = make('article', `line ${line.kind}${line.onlyYou ? ' only-you' : ''}`)
  element.dataset.key = line.key
  element.dataset.ts = line.ts
  element.setAttribute('aria-label', `${line.author}, ${clock(line.time)}`)
  const face = make('span', 'face', line.kind === 'coach' ? '⌁' : line.author.slice(0, 1))
  face.setAttribute('aria-hidden', 'true')
  const body = make('div', 'body')
  const head = make('p', 'head')
  head.append(
    make('b', '', line.author),
    ...(line.kind === 'coach' ? [make('span', 'app', 'app')] : []),
    make('time', '', clock(line.time)),
  )
  if (line.onlyYou) body.append(make('p', 'note', 'Only visible to you'))
  const content = make('div', 'content')
  // The server has rendered and escaped it.
  content.innerHTML = line.html
  body.append(head, content)
  if (line.replies > 0) {
    const open = make('button', 'replies', line.replies === 1 ? '1 reply' : `${line.replies} replies`)
    open.type = 'button'
    open.dataset.open = line.ts
    body.append(open)
  }
  element.append(face, body)
  return element
}

/** Draws lines in place: one that has not changed keeps its element, and with it the focus. */
export const drawLines = (into: HTMLElement, lines: Line[], empty: string): void => {
  const before = new Map(
    [...into.querySelectorAll<HTMLElement>('.line')].map((one) => [one.dataset.key, one]),
  )
  const atEnd = into.scrollHeight - into.scrollTop - into.clientHeight < 80
  const grown = lines.length > before.size
  const elements = lines.map((line) => {
    const known = before.get(line.key)
    const mark = `${line.html}${line.replies}`
    if (
      known?.dataset.mark === String(mark.length) &&
      (known as HTMLElement & { mark?: string }).mark === mark
    )
      return known
    const element = lineElement(line) as HTMLElement & { mark?: string }
    element.mark = mark
    element.dataset.mark = String(mark.length)
    return element
  })
  const same =
    elements.length === into.children.length &&
    elements.every((element, index) => into.children[index] === element)
  if (same) return
  into.replaceChildren(...(elements.length > 0 ? elements : [make('p', 'empty', empty)]))
  if (!atEnd && !grown) return
  // A long answer is read from its top.
  const last = elements.at(-1)
  if (last && last.offsetHeight > into.clientHeight * 0.7) last.scrollIntoView({ block: 'start' })
  else into.scrollTop = into.scrollHeight
}

/** Shows a modal as the bot described it, or closes the one that is open. */
export const drawModal = (dialog: HTMLDialogElement, modal: Modal | null): void => {
  if (!modal) {
    if (dialog.open) dialog.close()
    return
  }
  if (dialog.dataset.id !== modal.id || !dialog.open) {
    const form = make('form', '')
    form.method = 'dialog'
    const title = make('h2', '', modal.title)
    title.id = 'modal-title'
    const fields = make('div', 'fields')
    fields.innerHTML = modal.html
    const row = make('div', 'row')
    const cancel = make('button', 'control', modal.close)
    cancel.type = 'button'
    cancel.dataset.dismiss = modal.id
    const submit = make('button', 'control primary', modal.submit)
    submit.type = 'submit'
    row.append(cancel, submit)
    form.append(title, fields, make('p', 'error', ''), row)
    dialog.replaceChildren(form)
    dialog.dataset.id = modal.id
    if (!dialog.open) dialog.showModal()
    dialog.querySelector<HTMLElement>('textarea, input, select')?.focus()
  }
  for (const place of dialog.querySelectorAll<HTMLElement>('[data-error]'))
    place.textContent = modal.errors[place.dataset.error ?? ''] ?? ''
  const general = dialog.querySelector<HTMLElement>('form > .error')
  if (general) general.textContent = modal.errors[''] ?? ''
}

/** Asks before a control does something that its confirm object warns of. */
export const confirmed = (dialog: HTMLDialogElement, raw: string): Promise<boolean> => {
  const asked = JSON.parse(raw) as Record<'title' | 'text' | 'confirm' | 'deny', { text: string }>
  const title = make('h2', '', asked.title.text)
  title.id = 'confirm-title'
  const row = make('form', 'row')
  row.method = 'dialog'
  const no = make('button', 'control', asked.deny.text)
  no.value = 'no'
  const yes = make('button', 'control danger solid', asked.confirm.text)
  yes.value = 'yes'
  row.append(no, yes)
  dialog.replaceChildren(title, make('p', '', asked.text.text), row)
  dialog.returnValue = ''
  dialog.showModal()
  no.focus()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}
