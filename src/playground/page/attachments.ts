import { make, makeButton } from './dom.ts'
import { notice } from './notice.ts'

type Pending = { file: File; id: Promise<string | null>; chip: HTMLElement }

export type Attachments = {
  add(files: Iterable<File>): void
  isEmpty(): boolean
  /** Takes the files off the list and returns the ids of those that were uploaded. */
  take(): Promise<string[]>
  /** Puts the files that were taken last back on the list, because they could not be sent. */
  putBack(): void
  clear(): void
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** Files at the message field. They are uploaded as soon as they are chosen, and sent with the message. */
export function attachments(
  form: HTMLFormElement,
  limit: number,
  upload: (file: File) => Promise<string | null>,
): Attachments {
  const list = form.querySelector<HTMLElement>('.chips')!
  const picker = form.querySelector<HTMLInputElement>('input[type="file"]')!
  const field = form.querySelector<HTMLTextAreaElement>('textarea')!
  let pending: Pending[] = []
  let taken: Pending[] = []

  const drop = (one: Pending): void => {
    pending = pending.filter((other) => other !== one)
    one.chip.remove()
    list.hidden = pending.length === 0
  }
  const add = (files: Iterable<File>): void => {
    for (const file of files) {
      if (file.size > limit || file.size === 0) {
        notice(
          file.size === 0
            ? `${file.name} is empty or a folder. Choose another file.`
            : `${file.name} is too large. The limit is ${megabytes(limit)}.`,
        )
        continue
      }
      const chip = make('li', 'file')
      const remove = makeButton('icon', '✕', `Remove ${file.name}`)
      const state = make('span', 'note', 'Uploading…')
      chip.append(make('b', '', file.name), state, remove)
      const id = upload(file).catch(() => null)
      const one: Pending = { file, id, chip }
      remove.addEventListener('click', () => {
        drop(one)
        field.focus()
      })
      void id.then((known) => {
        if (known) state.textContent = 'Ready to send'
        else {
          drop(one)
          notice(`I couldn’t upload ${file.name}. Please try again.`)
        }
      })
      pending.push(one)
      list.append(chip)
    }
    list.hidden = pending.length === 0
  }
  form.querySelector('.attach')?.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    add([...(picker.files ?? [])])
    picker.value = ''
    field.focus()
  })
  field.addEventListener('paste', (event) => add(event.clipboardData?.files ?? []))
  const pane = form.parentElement!
  const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  pane.addEventListener('dragover', (event) => {
    if (!carries(event)) return
    event.preventDefault()
    form.classList.add('dropping')
  })
  pane.addEventListener('dragleave', (event) => {
    if (!pane.contains(event.relatedTarget as Node)) form.classList.remove('dropping')
  })
  pane.addEventListener('drop', (event) => {
    if (!carries(event)) return
    event.preventDefault()
    form.classList.remove('dropping')
    add(event.dataTransfer?.files ?? [])
    field.focus()
  })
  return {
    add,
    isEmpty: () => pending.length === 0,
    take: async () => {
      taken = [...pending]
      for (const one of taken) drop(one)
      const ids = await Promise.all(taken.map(({ id }) => id))
      return ids.filter((id) => id !== null)
    },
    putBack: () => {
      pending = [...taken, ...pending]
      list.prepend(...taken.map(({ chip }) => chip))
      list.hidden = pending.length === 0
      taken = []
    },
    clear: () => {
      for (const one of [...pending]) drop(one)
    },
  }
}
