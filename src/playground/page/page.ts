import { attachments } from './attachments.ts'
import { completion, composer } from './composer.ts'
import { type Confirmation, confirmed } from './confirm.ts'
import { get, isVisible, makeButton, onDmLink } from './dom.ts'
import { drawLines, keepEnd, type Line, lineOf } from './draw.ts'
import { editLine } from './editor.ts'
import { drawHome, HOME, onTabs, showTabs } from './home.ts'
import { drawLater, onPostNow } from './later.ts'
import { offerLook } from './look.ts'
import { heldIn, holds, keepField, keepPressed, undoField } from './memory.ts'
import { type MenuGroup, openMenu } from './menu.ts'
import { drawModal } from './modal.ts'
import { type Person, readScreen, readWorkspace, send, upload } from './server.ts'
import { drawStarter, offerRecorded } from './starter.ts'

const [side, lines, replies, thread] = [get('side'), get('lines'), get('replies'), get('thread')]
const [starter, working, recorded] = [get('starter'), get('working'), get('recorded')]
const field = get<HTMLTextAreaElement>('message')
const modal = get<HTMLDialogElement>('modal')
const home = get('home')

const workspace = await readWorkspace()
const shortcutsOn = (type: 'message' | 'global') => workspace.shortcuts.filter((one) => one.type === type)
let me = workspace.people[0] as Person
let channel = me.dm
let open: string | null = null
/** The number of replies per message. When it grows, the thread opens. */
const answered = new Map<string, number>()
const drawnChannels = new Set<string>()

const ask = (kind: string, more: object): Promise<boolean> => send({ kind, as: me.id, channel, ...more })
const inDm = (): boolean => channel === me.dm
const atHome = (): boolean => channel === HOME

const drawFrame = (): void => {
  const item = (id: string, name: string): HTMLButtonElement => {
    const button = makeButton('', name)
    button.setAttribute('aria-current', String(id === channel || (id === me.dm && atHome())))
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
  showTabs(atHome() ? 'home' : inDm() ? 'messages' : null)
  get('title').textContent = inDm() || atHome() ? 'Ladder Coach' : `# ${workspace.channel.name}`
  field.placeholder = inDm()
    ? 'What you did, or /ladder'
    : `Message #${workspace.channel.name}, or type /ladder`
}

/** True once the example has its own review, so a recorded review by a model can be added. */
const mayShowRecorded = (lines: readonly Line[]): boolean =>
  workspace.hasRecorded &&
  lines[0]?.own === workspace.example &&
  lines.some(({ html }) => html.includes('People decide promotions')) &&
  !lines.some(({ html }) => html.includes('Recorded: '))

/** True if there is something to do with a message. */
const hasMenu = (line: Line): boolean =>
  !line.onlyYou && line.kind !== 'stone' && (line.own !== null || shortcutsOn('message').length > 0)

const drawOnce = async (): Promise<void> => {
  const at = { as: me.id, channel, ...(open ? { thread: open } : {}) }
  const screen = await readScreen(at)
  // The person went elsewhere in the meantime, so another drawing follows.
  if (at.as !== me.id || at.channel !== channel || (at.thread ?? null) !== open) return
  // The thread's first message was deleted, so the thread closes.
  if (screen.thread?.length === 0) return openThread(null)
  const empty = inDm()
    ? 'Tell the coach something you did. It answers in a thread.'
    : 'Type /ladder to look something up. Only you see the answer.'
  // Anything that takes room from the lines comes first, so that their end stays in view.
  drawHome(home, screen.home)
  drawLater(screen.waits)
  drawLines(lines, screen.lines, { empty, inThread: false, hasMenu })
  for (const line of screen.lines) {
    // Replies that were there when the page opened are not new. Later ones are.
    const before = answered.get(line.ts) ?? (drawnChannels.has(channel) ? 0 : line.replies)
    answered.set(line.ts, line.replies)
    if (line.replies > before && line.kind === 'person' && line.own !== null && open !== line.ts)
      openThread(line.ts)
  }
  drawnChannels.add(channel)
  // An open thread makes the lines next to it narrower.
  keepEnd(lines, () => {
    thread.hidden = !open
    document.body.classList.toggle('with-thread', Boolean(open))
  })
  if (screen.thread) {
    drawLines(replies, screen.thread, { empty: '', inThread: true, hasMenu })
    working.textContent = screen.thread[0]?.status ?? ''
    working.hidden = !screen.thread[0]?.status
  }
  recorded.hidden = !mayShowRecorded(screen.thread ?? [])
  drawModal(modal, screen.modal)
  starter.hidden = !inDm() || screen.lines.some((line) => line.kind === 'person')
  // When one pane replaces another, the focus must not stay in a hidden one.
  if (document.activeElement !== document.body && !isVisible(document.activeElement))
    (isVisible(get('close')) ? get('close') : field).focus()
}

let drawing = Promise.resolve()
let waiting = false
/** Draws the current screen. Calls that arrive while one waits are combined into one drawing. */
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
  if (atHome()) void ask('open-home', {})
  else field.focus()
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
  const [was, wasHome] = [inDm(), atHome()]
  me = workspace.people.find(({ id }) => id === as.value) as Person
  files.clear()
  replyFiles.clear()
  visit(wasHome ? HOME : was ? me.dm : workspace.channel.id)
})

drawStarter(workspace.example, {
  send: (text) => void ask('send', { text }),
  fill: () => {
    const filled = ask('fill', {})
    visit(HOME)
    // Each note gets a thread. None of them opens by itself when the person comes back.
    drawnChannels.delete(me.dm)
    return filled
  },
})

offerRecorded(() => void ask('recorded', { thread: open }))

/** Uses a control, after a confirmation if the bot wants one. */
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
  const outside = root === home ? { home: true } : { ts: root.dataset.ts }
  const where = modal.contains(root) ? { modal: modal.dataset.id } : outside
  await ask('act', { ...where, action, block, chosen, held: heldIn(root) })
}

const remove = async (ts: string): Promise<void> => {
  const sure = await confirmed(get('confirm'), {
    title: { text: 'Delete message' },
    text: { text: 'Delete this message? You can’t undo this.' },
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

document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement
  const control = target.closest<HTMLElement>('button[data-action], a[data-action]')
  const opener = target.closest<HTMLElement>('[data-open]')
  const dismiss = target.closest<HTMLElement>('[data-dismiss]')
  const menu = target.closest<HTMLElement>('[data-menu]')
  const element = menu?.closest<HTMLElement>('.line')
  const line = element && lineOf(element)
  if (control?.dataset.options) {
    const options = JSON.parse(control.dataset.options) as { value: string; text: string; note: string }[]
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

onDmLink(() => {
  if (modal.open) void ask('dismiss', { modal: modal.dataset.id, held: heldIn(modal) })
  visit(me.dm)
})
onTabs((tab) => visit(tab === 'home' ? HOME : me.dm))
get('close').addEventListener('click', () => openThread(null))
get('back').addEventListener('click', () => {
  showList(true)
  side.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
})
document.addEventListener('keydown', (event) => {
  const asked = document.querySelector('dialog[open]')
  if (event.key === 'Escape' && open && !asked && !event.defaultPrevented) openThread(null)
})
offerLook(get('look'))
onPostNow(() => void ask('post-now', {}))
drawFrame()
new EventSource('/feed').addEventListener('message', draw)
