import { make } from './dom.ts'

type Text = { text: string }

/** A confirm object of Slack. */
export type Confirmation = { title: Text; text: Text; confirm: Text; deny: Text; style?: string }

/** Asks before an action that cannot be undone. Resolves to true if it was confirmed. */
export function confirmed(dialog: HTMLDialogElement, asked: Confirmation): Promise<boolean> {
  const title = make('h2', '', asked.title.text)
  title.id = 'confirm-title'
  const row = make('form', 'row')
  row.method = 'dialog'
  const no = make('button', 'control', asked.deny.text)
  no.value = 'no'
  const yes = make(
    'button',
    asked.style === 'primary' ? 'control primary' : 'control danger solid',
    asked.confirm.text,
  )
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
