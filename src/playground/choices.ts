import type { Control } from './blocks.ts'
import type { Json } from './workspace.ts'

/** The values in the fields of a message or modal, by block and action, as the page reports them. */
export type Held = Record<string, Record<string, string | string[] | null>>

const TYPED = new Set(['plain_text_input', 'url_text_input', 'email_text_input', 'number_input'])
const ONE = new Set(['static_select', 'radio_buttons'])
const MANY = new Set(['checkboxes', 'multi_static_select'])

/** Every option of a menu, including those in groups. */
export function optionsOf(element: Json): Json[] {
  return element.options ?? (element.option_groups ?? []).flatMap((group: Json) => group.options)
}

/** What an element holds before anybody has used it. */
const initialOf = (element: Json): string | string[] | null => {
  if (MANY.has(element.type)) return (element.initial_options ?? []).map((option: Json) => option.value)
  const { initial_option: option, initial_date: date, initial_time: time, initial_value: value } = element
  return option?.value ?? date ?? time ?? value ?? null
}

/** What an element holds, as Slack writes it into a state. Null for an element that holds nothing, such as a button. */
const stateOf = (element: Json, held: string | string[] | null): Json | null => {
  const { type } = element
  const chosen = (value: unknown): Json | null =>
    optionsOf(element).find((option) => option.value === value) ?? null
  if (TYPED.has(type)) return { type, value: held || null }
  if (type === 'datepicker') return { type, selected_date: held || null }
  if (type === 'timepicker') return { type, selected_time: held || null }
  if (ONE.has(type)) return { type, selected_option: chosen(held) }
  if (MANY.has(type))
    return { type, selected_options: [held ?? []].flat().flatMap((one) => chosen(one) ?? []) }
  return null
}

const heldBy = ({ element, blockId }: Control, held: Held): string | string[] | null => {
  const said = held[blockId]?.[element.action_id]
  return said === undefined ? initialOf(element) : said
}

/** `state.values` of a message or a view. */
export function valuesOf(controls: readonly Control[], held: Held): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const control of controls) {
    const state = stateOf(control.element, heldBy(control, held))
    if (state) values[control.blockId] = { ...values[control.blockId], [control.element.action_id]: state }
  }
  return values
}

const kept = (element: Json, keys: readonly string[]): Json =>
  Object.fromEntries(keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]))

/**
 * The entry in `actions` for one use of an element. `chosen` is the option, date or feedback that was picked. Null if
 * the element does not offer it.
 */
export function actionOf(control: Control, chosen: string | string[] | null): Json | null {
  const { element, blockId } = control
  const said = ((): Json | null => {
    if (element.type === 'button') return kept(element, ['text', 'value', 'style', 'url'])
    if (element.type === 'icon_button') return kept(element, ['icon', 'text', 'value'])
    if (element.type === 'feedback_buttons') {
      const { positive_button: good, negative_button: bad } = element
      return chosen === good.value ? good : chosen === bad.value ? bad : null
    }
    if (element.type === 'overflow') {
      const option = optionsOf(element).find(({ value }) => value === chosen)
      return option ? { selected_option: option } : null
    }
    const state = stateOf(element, chosen)
    if (!state || (ONE.has(element.type) && chosen && !state.selected_option)) return null
    return {
      ...state,
      ...kept(element, ['placeholder', 'initial_option', 'initial_options', 'initial_date', 'initial_time']),
    }
  })()
  return (
    said && {
      type: element.type,
      action_id: element.action_id,
      block_id: blockId,
      ...kept(
        said,
        Object.keys(said).filter((key) => key !== 'accessibility_label'),
      ),
      action_ts: String(Date.now() / 1000),
    }
  )
}

const isLink = (text: string): boolean => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')

/** Validates a filled-in view, by block. Slack makes these checks before the bot sees the view. */
export function inputErrorsOf(controls: readonly Control[], held: Held): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const control of controls) {
    if (!control.input) continue
    const { element, blockId, input } = control
    const said = heldBy(control, held) ?? ''
    const text = typeof said === 'string' ? said.trim() : said.join('')
    if (text === '' && !input.optional) problems[blockId] = 'Please fill this in.'
    else if (text === '') continue
    else if (text.length < (element.min_length ?? 0))
      problems[blockId] = `Please write at least ${element.min_length} characters.`
    else if (text.length > (element.max_length ?? Number.POSITIVE_INFINITY))
      problems[blockId] = `Please write at most ${element.max_length} characters.`
    else if (element.type === 'url_text_input' && !isLink(text))
      problems[blockId] = 'Please type a link that starts with https:// or http://.'
  }
  return problems
}
