import { attachments } from './attachments.ts'
import { completion, composer } from './composer.ts'
import { type Confirmation, confirmed } from './confirm.ts'
import { get, isVisible, makeButton } from './dom.ts'
import { drawLines, type Line, lineOf } from './draw.ts'
import { editLine } from './editor.ts'
import { drawLater, onPostNow } from './later.ts'
import { heldIn, holds, keepField, keepPressed, undoField } from './memory.ts'
import { type MenuGroup, openMenu } from './menu.ts'
import { drawModal } from './modal.ts'
import { order, type Person, readScreen, readWorkspace, upload } from './server.ts'

const [side, lines, replies, thread, starter, working] = [
  'side',
  'lines',
  'replies',
  'thread',
  'starter',
  'working',
].map(get) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
const recorded = get('recorded')
const field = get<HTMLTextAreaElement>('message')
const modal = get<HTMLDialogElement>('modal')

const workspace = await readWorkspace()
const shortcutsOn = (type: 'message' | 'global') => workspace.shortcuts.filter((one) => one.type === type)
let me = workspace.people[0] as Person
let channel = me.dm
let open: string | null = null
/** Answers counted per message: one more opens its thread. */
const answered = new Map<string, number>()
/** Channels that have been drawn once. */
const seen = new Set<string>()

const ask = (kind: string, more: object): Promise<boolean> => order({ kind, as: me.id, channel, ...more })
const inDm = (): boolean => channel === me.dm

const drawFrame = (): void => {
  const item = (id: string, name: string): HTMLButtonElement => {
    const button = makeButton('', name)
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

/** Once the example has its own review, a model's review of it may be shown as well. */
const mayShowRecorded = (lines: readonly Line[]): boolean =>
  workspace.hasRecorded &&
  lines[0]?.own === workspace.example &&
  lines.some(({ html }) => html.includes('People decide promotions')) &&
  !lines.some(({ html }) => html.includes('Recorded: '))

/** A message has a menu when there is something to do with it. */
const hasMenu = (line: Line): boolean =>
  !line.onlyYou && line.kind !== 'stone' && (line.own !== null || shortcutsOn('message').length > 0)

const drawOnce = async (): Promise<void> => {
  const at = { as: me.id, channel, ...(open ? { thread: open } : {}) }
  const screen = await readScreen(at)
  // Who has gone elsewhere meanwhile is drawn again.
  if (at.as !== me.id || at.channel !== channel || (at.thread ?? null) !== open) return
  // A thread whose message is gone closes.
  if (screen.thread?.length === 0) return openThread(null)
  const empty = inDm()
    ? 'This is your conversation with the coach. Send it something you did, and it answers in a thread.'
    : 'Type /ladder to look something up. Only you see the answer.'
  // First what takes room from the lines, so that their end stays in sight.
  drawLater(screen.waits)
  drawLines(lines, screen.lines, { empty, inThread: false, hasMenu })
  for (const line of screen.lines) {
    // What stood here when the page came is no news; everything later is.
    const before = answered.get(line.ts) ?? (seen.has(channel) ? 0 : line.replies)
    answered.set(line.ts, line.replies)
    if (line.replies > before && line.kind === 'person' && line.own !== null && open !== line.ts)
      openThread(line.ts)
  }
  seen.add(channel)
  thread.hidden = !open
  document.body.classList.toggle('with-thread', Boolean(open))
  if (screen.thread) {
    drawLines(replies, screen.thread, { empty: '', inThread: true, hasMenu })
    working.textContent = screen.thread[0]?.status ?? ''
    working.hidden = !screen.thread[0]?.status
  }
  recorded.hidden = !mayShowRecorded(screen.thread ?? [])
  drawModal(modal, screen.modal)
  starter.hidden = !inDm() || screen.lines.some((line) => line.kind === 'person')
  // Where panes take each other's place, the focus does not stay behind in a hidden one.
  if (document.activeElement !== document.body && !isVisible(document.activeElement))
    (isVisible(get('close')) ? get('close') : field).focus()
}

let drawing = Promise.resolve()
let waiting = false
/** Draws what is there now; calls that come while one waits its turn are one drawing. */
const draw = (): void => {
  if (waiting) return
  waiting = true
  drawing = drawing.then(() => {
    waiting = false
    return drawOnce().catch(() => {})
  })
}

const openThread = (ts: string | null): void => {
  const from = open
  open = ts
  draw()
  if (ts === null && from) {
    thread.hidden = true
    document.body.classList.remove('with-thread')
    const back = lines.querySelector<HTMLElement>(`[data-open="${CSS.escape(from)}"]`)
    ;(back ?? field).focus()
  }
}
const showList = (shown: boolean): void => {
  document.body.classList.toggle('show-list', shown)
}
const visit = (id: string): void => {
  channel = id
  open = null
  showList(false)
  drawFrame()
  draw()
  field.focus()
}

const bring = (file: File): Promise<string | null> => upload(me.id, file)
const [form, replyForm] = [get<HTMLFormElement>('composer'), get<HTMLFormElement>('reply')]
const files = attachments(form, workspace.fileLimit, bring)
const replyFiles = attachments(replyForm, workspace.fileLimit, bring)
composer(form, field, files, async (text, ids) => ask('send', { text, files: await ids }))
composer(replyForm, get('answer'), replyFiles, async (text, ids) => {
  const to = open
  return ask('send', { text, files: await ids, thread: to })
})
completion(field, get('complete'), workspace.commands)

const as = get<HTMLSelectElement>('as')
as.replaceChildren(...workspace.people.map(({ id, name }) => new Option(name, id)))
as.addEventListener('change', () => {
  const was = inDm()
  me = workspace.people.find(({ id }) => id === as.value) as Person
  files.clear()
  replyFiles.clear()
  visit(was ? me.dm : workspace.channel.id)
})

const example = makeButton('control primary', 'Send an example')
example.addEventListener('click', () => void ask('send', { text: workspace.example }))
const look = makeButton('control', 'Look at L3')
look.addEventListener('click', () => void ask('send', { text: '/ladder L3' }))
starter.append(example, look)

const showRecorded = makeButton('control', 'See it read by AI (recorded)')
showRecorded.addEventListener('click', () => {
  recorded.hidden = true
  void ask('recorded', { thread: open })
})
recorded.append(showRecorded)

/** Uses a control; asks first where the bot wants that. */
const act = async (control: HTMLElement, chosen: string | string[] | null): Promise<void> => {
  const holder = control.closest<HTMLElement>('[data-holds]') ?? control
  const { action, block, confirm } = holder.dataset
  if (confirm && !(await confirmed(get('confirm'), JSON.parse(confirm) as Confirmation))) {
    if (holder.dataset.holds !== undefined) undoField(holder)
    return
  }
  if (holder.dataset.holds !== undefined) keepField(holder)
  if (holder instanceof HTMLButtonElement && holder.hasAttribute('aria-pressed')) keepPressed(holder)
  const root = holder.closest<HTMLElement>('[data-scope]')
  if (!root) return
  const where = modal.contains(root) ? { modal: modal.dataset.id } : { ts: root.dataset.ts }
  await ask('act', { ...where, action, block, chosen, held: heldIn(root) })
}

const remove = async (ts: string): Promise<void> => {
  const sure = await confirmed(get('confirm'), {
    title: { text: 'Delete message' },
    text: { text: 'Do you want to delete this message? This cannot be taken back.' },
    confirm: { text: 'Delete' },
    deny: { text: 'Keep' },
  })
  if (sure) await ask('delete', { ts })
}
const edit = (element: HTMLElement, line: Line): void =>
  editLine(
    element,
    line.own ?? '',
    (text) => {
      if (text === '' && !element.querySelector('.files')) void remove(line.ts)
      else if (text !== line.own) void ask('edit', { ts: line.ts, text })
    },
    draw,
  )
const messageMenu = (element: HTMLElement, line: Line): MenuGroup[] => [
  {
    label: 'Ladder Coach',
    items: shortcutsOn('message').map(({ name, callbackId }) => ({
      text: name,
      run: () => void ask('shortcut', { shortcut: callbackId, ts: line.ts }),
    })),
  },
  {
    items:
      line.own === null
        ? []
        : [
            { text: 'Edit message', run: () => edit(element, line) },
            { text: 'Delete message…', danger: true, run: () => void remove(line.ts) },
          ],
  },
]
for (const plus of document.querySelectorAll<HTMLButtonElement>('.plus')) {
  plus.hidden = shortcutsOn('global').length === 0
  plus.addEventListener('click', () =>
    openMenu(plus, 'Shortcuts', [
      {
        label: 'Ladder Coach',
        items: shortcutsOn('global').map(({ name, description, callbackId }) => ({
          text: name,
          note: description,
          run: () => void ask('shortcut', { shortcut: callbackId }),
        })),
      },
    ]),
  )
}

type Option = { value: string; text: string; note: string }
document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement
  const control = target.closest<HTMLElement>('button[data-action], a[data-action]')
  const opener = target.closest<HTMLElement>('[data-open]')
  const dismiss = target.closest<HTMLElement>('[data-dismiss]')
  const menu = target.closest<HTMLElement>('[data-menu]')
  const element = menu?.closest<HTMLElement>('.line')
  const line = element && lineOf(element)
  if (control?.dataset.options) {
    const options = JSON.parse(control.dataset.options) as Option[]
    const items = options.map(({ value, ...option }) => ({ ...option, run: () => void act(control, value) }))
    openMenu(control, 'More options', [{ items }])
  } else if (control) void act(control, control instanceof HTMLButtonElement ? control.value || null : null)
  if (opener) openThread(opener.dataset.open ?? null)
  if (dismiss) void ask('dismiss', { modal: dismiss.dataset.dismiss, held: heldIn(modal) })
  if (menu && element && line) openMenu(menu, 'More actions', messageMenu(element, line))
})
document.addEventListener('change', (event) => {
  const holder = (event.target as HTMLElement).closest<HTMLElement>('[data-holds]:not([data-field])')
  if (holder) void act(holder, holds(holder))
})
modal.addEventListener('submit', (event) => {
  event.preventDefault()
  const submit = modal.querySelector<HTMLButtonElement>('button[type="submit"]')
  if (submit?.disabled) return
  if (submit) submit.disabled = true
  void ask('submit', { modal: modal.dataset.id, held: heldIn(modal) }).finally(() => {
    if (submit) submit.disabled = false
  })
})
modal.addEventListener('cancel', (event) => {
  event.preventDefault()
  void ask('dismiss', { modal: modal.dataset.id, held: heldIn(modal) })
})

get('close').addEventListener('click', () => openThread(null))
get('back').addEventListener('click', () => {
  showList(true)
  side.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
})
document.addEventListener('keydown', (event) => {
  const asked = document.querySelector('dialog[open]')
  if (event.key === 'Escape' && open && !asked && !event.defaultPrevented) openThread(null)
})
get('look').addEventListener('click', () => {
  const dark = document.documentElement.dataset.look
    ? document.documentElement.dataset.look === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.look = dark ? 'light' : 'dark'
})

onPostNow(() => void ask('post-now', {}))
drawFrame()
new EventSource('/feed').addEventListener('message', draw)
