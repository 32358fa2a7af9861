import { type Command, completion, composer } from './composer.ts'
import { confirmed, drawLines, drawModal, type Line, type Modal } from './draw.ts'

type Person = { id: string; name: string; dm: string }
type Workspace = {
  people: Person[]
  channel: { id: string; name: string }
  commands: Command[]
  example: string
}
type Screen = { lines: Line[]; thread: Line[] | null; modal: Modal | null }

const get = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const [side, lines, replies, thread, starter] = ['side', 'lines', 'replies', 'thread', 'starter'].map(
  get,
) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
const field = get<HTMLTextAreaElement>('message')
const modal = get<HTMLDialogElement>('modal')

const workspace = (await (await fetch('/workspace')).json()) as Workspace
let me = workspace.people[0] as Person
let channel = me.dm
let open: string | null = null
/** Answers counted per message: one more opens its thread. */
const answered = new Map<string, number>()
/** Channels that have been drawn once. */
const seen = new Set<string>()

const order = (kind: string, more: object): Promise<Response> =>
  fetch('/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, as: me.id, channel, ...more }),
  })

const inDm = (): boolean => channel === me.dm

const drawFrame = (): void => {
  const item = (id: string, name: string): HTMLButtonElement => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = name
    button.setAttribute('aria-current', String(id === channel))
    button.addEventListener('click', () => visit(id))
    return button
  }
  const heading = (text: string): HTMLElement =>
    Object.assign(document.createElement('h2'), { textContent: text })
  side.replaceChildren(
    heading('Channels'),
    item(workspace.channel.id, `# ${workspace.channel.name}`),
    heading('Direct messages'),
    item(me.dm, 'Ladder Coach'),
  )
  get('title').textContent = inDm() ? 'Ladder Coach' : `# ${workspace.channel.name}`
  field.placeholder = inDm()
    ? 'Tell the coach about something you did, or type /ladder'
    : `Message #${workspace.channel.name}, or type /ladder`
}

let drawing = Promise.resolve()
const draw = (): void => {
  drawing = drawing.then(async () => {
    const query = new URLSearchParams({ as: me.id, channel, ...(open ? { thread: open } : {}) })
    const screen = (await (await fetch(`/screen?${query}`)).json()) as Screen
    drawLines(
      lines,
      screen.lines,
      inDm()
        ? 'This is your conversation with the coach. Send it something you did, and it answers in a thread.'
        : 'Type /ladder to look something up. Only you see the answer.',
    )
    for (const line of screen.lines) {
      // What stood here when the page came is no news; everything later is.
      const before = answered.get(line.ts) ?? (seen.has(channel) ? 0 : line.replies)
      answered.set(line.ts, line.replies)
      if (line.replies > before && line.kind === 'person' && line.author === me.name && open !== line.ts)
        openThread(line.ts)
    }
    seen.add(channel)
    thread.hidden = !open
    document.body.classList.toggle('with-thread', Boolean(open))
    if (screen.thread) drawLines(replies, screen.thread, '')
    drawModal(modal, screen.modal)
    starter.hidden = !inDm() || screen.lines.some((line) => line.kind === 'person')
  })
}

const openThread = (ts: string | null): void => {
  open = ts
  draw()
}
const visit = (id: string): void => {
  channel = id
  open = null
  document.body.classList.remove('menu-open')
  drawFrame()
  draw()
  field.focus()
}

const as = get<HTMLSelectElement>('as')
as.replaceChildren(...workspace.people.map(({ id, name }) => new Option(name, id)))
as.addEventListener('change', () => {
  const was = inDm()
  me = workspace.people.find(({ id }) => id === as.value) as Person
  visit(was ? me.dm : workspace.channel.id)
})

const example = Object.assign(document.createElement('button'), {
  type: 'button',
  className: 'control primary',
  textContent: 'Send an example',
})
example.addEventListener('click', () => void order('send', { text: workspace.example }))
const look = Object.assign(document.createElement('button'), {
  type: 'button',
  className: 'control',
  textContent: 'Look at L3',
})
look.addEventListener('click', () => void order('send', { text: '/ladder L3' }))
starter.append(example, look)

composer(get('composer'), field, (text) => void order('send', { text }))
composer(get('reply'), get('answer'), (text) => void order('send', { text, thread: open }))
completion(field, get('complete'), workspace.commands)

/** Which control was used, where, and what it was set to; asks first where the bot wants that. */
const act = async (control: HTMLElement): Promise<void> => {
  const line = control.closest<HTMLElement>('.line')
  if (!line) return
  if (control.dataset.confirm && !(await confirmed(get('confirm'), control.dataset.confirm))) return
  const inThread = replies.contains(line)
  await order('act', {
    ts: line.dataset.ts,
    thread: inThread ? open : null,
    action: control.dataset.action,
    block: control.dataset.block,
    value: control instanceof HTMLSelectElement ? control.value : undefined,
  })
}
document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement
  const control = target.closest<HTMLElement>('button[data-action]')
  const opener = target.closest<HTMLElement>('[data-open]')
  const dismiss = target.closest<HTMLElement>('[data-dismiss]')
  if (control) void act(control)
  if (opener) openThread(opener.dataset.open ?? null)
  if (dismiss) void order('dismiss', { modal: dismiss.dataset.dismiss })
})
document.addEventListener('change', (event) => {
  const select = (event.target as HTMLElement).closest<HTMLElement>('select[data-action]')
  if (select) void act(select)
})
modal.addEventListener('submit', (event) => {
  event.preventDefault()
  const values: Record<string, Record<string, object>> = {}
  for (const input of modal.querySelectorAll<HTMLInputElement>('[data-input]')) {
    const { block = '', input: action = '', type = '' } = input.dataset
    values[block] = {
      [action]:
        type === 'static_select'
          ? { type, selected_option: { value: input.value } }
          : { type, value: input.value },
    }
  }
  void order('submit', { modal: modal.dataset.id, values })
})
modal.addEventListener('cancel', () => void order('dismiss', { modal: modal.dataset.id }))

get('close').addEventListener('click', () => openThread(null))
get('menu').addEventListener('click', (event) => {
  const shown = document.body.classList.toggle('menu-open')
  ;(event.currentTarget as HTMLElement).setAttribute('aria-expanded', String(shown))
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && open && !modal.open && !event.defaultPrevented) openThread(null)
})
get('look').addEventListener('click', () => {
  const dark = document.documentElement.dataset.look
    ? document.documentElement.dataset.look === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.look = dark ? 'light' : 'dark'
})

drawFrame()
new EventSource('/feed').addEventListener('message', draw)
