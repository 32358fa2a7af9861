import { make, makeButton } from './dom.ts'

const grow = (field: HTMLTextAreaElement): void => {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, window.innerHeight / 2)}px`
}

/** Lets people edit a message in place. Enter saves and Escape cancels. `done` is called when it is over. */
export function editLine(
  line: HTMLElement,
  text: string,
  save: (text: string) => void,
  done: () => void,
): void {
  const content = line.querySelector<HTMLElement>('.content')
  if (!content || line.classList.contains('editing')) return
  line.classList.add('editing')
  const form = make('form', 'editor')
  const field = make('textarea', '')
  field.setAttribute('aria-label', 'Edit message')
  field.rows = 1
  field.value = text
  const row = make('div', 'row')
  const cancel = makeButton('control small', 'Cancel')
  const submit = make('button', 'control small primary', 'Save')
  submit.type = 'submit'
  row.append(cancel, submit)
  form.append(field, row)
  const leave = (): void => {
    form.remove()
    content.hidden = false
    line.classList.remove('editing')
    line.querySelector<HTMLElement>('[data-menu]')?.focus()
    done()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    leave()
    save(field.value.trim())
  })
  cancel.addEventListener('click', leave)
  field.addEventListener('input', () => grow(field))
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      form.requestSubmit()
    }
  })
  content.hidden = true
  content.before(form)
  grow(field)
  field.focus()
  field.setSelectionRange(text.length, text.length)
}
