import { focusMark, make, makeButton } from './dom.ts'
import { restore } from './memory.ts'

export type PageModal = {
  id: string
  title: string
  submit: string | null
  close: string
  html: string
  errors: Record<string, string>
}

const formOf = (modal: PageModal): HTMLFormElement => {
  const form = make('form', '')
  form.method = 'dialog'
  form.noValidate = true
  form.dataset.scope = modal.id
  const title = make('h2', '', modal.title)
  title.id = 'modal-title'
  const fields = make('div', 'fields')
  // The server has rendered and escaped this HTML.
  fields.innerHTML = modal.html
  restore(fields, modal.id)
  const row = make('div', 'row')
  const cancel = makeButton('control', modal.close)
  cancel.dataset.dismiss = modal.id
  row.append(cancel)
  if (modal.submit) {
    const submit = make('button', 'control primary', modal.submit)
    submit.type = 'submit'
    row.append(submit)
  }
  const error = make('p', 'error')
  error.setAttribute('role', 'alert')
  form.append(title, fields, error, row)
  return form
}

/** Writes the errors under their fields. If they have changed, the first field with an error gets the focus. */
const showErrors = (dialog: HTMLDialogElement, errors: Record<string, string>): void => {
  const before = dialog.dataset.errors ?? '{}'
  dialog.dataset.errors = JSON.stringify(errors)
  let first: HTMLElement | null = null
  for (const place of dialog.querySelectorAll<HTMLElement>('[data-error]')) {
    const error = errors[place.dataset.error ?? ''] ?? ''
    place.textContent = error
    const field = place.parentElement?.querySelector<HTMLElement>('[data-field]')
    if (!field) continue
    if (error) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
    if (error) first ??= field.matches('span') ? field.querySelector<HTMLElement>('input') : field
  }
  const general = dialog.querySelector<HTMLElement>('form > .error')
  if (general) general.textContent = errors[''] ?? ''
  if (before !== dialog.dataset.errors) first?.focus()
}

/** Shows a modal as the bot described it, or closes the open one. What was typed stays. */
export function drawModal(dialog: HTMLDialogElement, modal: PageModal | null): void {
  if (!modal) {
    if (dialog.open) dialog.close()
    return
  }
  const { errors, ...shown } = modal
  const mark = JSON.stringify(shown)
  const other = dialog.dataset.id !== modal.id
  if (other || dialog.dataset.mark !== mark || !dialog.open) {
    const focus = other ? null : focusMark(dialog)
    dialog.replaceChildren(formOf(modal))
    Object.assign(dialog.dataset, { id: modal.id, mark, errors: '{}' })
    if (!dialog.open) dialog.showModal()
    const at = (focus && dialog.querySelector<HTMLElement>(focus)) || null
    const first = '[data-field]:not(span), [data-field] input, .fields button, .fields select, .row button'
    const wanted =
      dialog.querySelector<HTMLElement>('[data-focus]') ?? dialog.querySelector<HTMLElement>(first)
    ;(at ?? wanted)?.focus()
    if (!focus) dialog.scrollTop = 0
  }
  showErrors(dialog, errors)
}
