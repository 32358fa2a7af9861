import { createElement as h, type ReactNode } from 'react'
import { optionsOf } from './choices.ts'
import type { Json } from './workspace.ts'

/** The text of a text object. */
export function textValue(value: Json): string {
  return value?.text ?? ''
}

/** Attributes that tell the page which element was used. */
const dataOf = (element: Json, blockId: string): Json => ({
  'data-action': element.action_id,
  'data-block': blockId,
  'data-type': element.type,
  ...(element.confirm ? { 'data-confirm': JSON.stringify(element.confirm) } : {}),
})

const isLink = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\//i.test(url)

const button = (element: Json, data: Json): ReactNode => {
  const look = {
    ...data,
    className: `control ${element.style ?? ''}`.trim(),
    ...(element.accessibility_label ? { 'aria-label': element.accessibility_label } : {}),
  }
  return isLink(element.url)
    ? h(
        'a',
        { ...look, href: element.url, target: '_blank', rel: 'noreferrer noopener' },
        textValue(element.text),
      )
    : h('button', { ...look, type: 'button' }, textValue(element.text))
}

const feedback = (element: Json, data: Json): ReactNode =>
  h(
    'span',
    { role: 'group', 'aria-label': 'Feedback', className: 'feedback' },
    ...(
      [
        ['up', element.positive_button],
        ['down', element.negative_button],
      ] as const
    ).map(([way, one]) =>
      h(
        'button',
        {
          ...data,
          key: way,
          type: 'button',
          className: `control small thumb ${way}`,
          value: one.value,
          'aria-pressed': 'false',
          ...(one.accessibility_label ? { 'aria-label': one.accessibility_label } : {}),
        },
        textValue(one.text),
      ),
    ),
  )

const iconButton = (element: Json, data: Json, viewer: string): ReactNode =>
  element.visible_to_user_ids && !element.visible_to_user_ids.includes(viewer)
    ? null
    : h(
        'button',
        {
          ...data,
          type: 'button',
          className: `control small icon-button ${element.icon === 'trash' ? 'trash' : ''}`.trim(),
          'aria-label': element.accessibility_label || textValue(element.text),
        },
        textValue(element.text),
      )

/** A menu of commands that opens from three dots. The page opens it. */
const overflow = (element: Json, data: Json): ReactNode =>
  h(
    'button',
    {
      ...data,
      type: 'button',
      className: 'control dots',
      'aria-label': 'More options',
      'aria-haspopup': 'menu',
      'data-options': JSON.stringify(
        optionsOf(element).map((option) => ({
          value: option.value,
          text: textValue(option.text),
          note: textValue(option.description),
        })),
      ),
    },
    '⋯',
  )

const optionList = (element: Json): ReactNode[] =>
  element.option_groups
    ? element.option_groups.map((group: Json, index: number) =>
        h('optgroup', { key: index, label: textValue(group.label) }, ...group.options.map(optionElement)),
      )
    : optionsOf(element).map(optionElement)

const optionElement = (option: Json): ReactNode =>
  h('option', { key: option.value, value: option.value }, textValue(option.text))

const select = (element: Json, field: Json): ReactNode => {
  const label = textValue(element.placeholder) || 'Select an option'
  return h(
    'select',
    { ...field, defaultValue: element.initial_option?.value ?? '' },
    h('option', { value: '' }, label),
    ...optionList(element),
  )
}

/** Radio buttons or checkboxes. They form one field, which the page reads from its boxes. */
const boxes = (element: Json, field: Json, name: string): ReactNode => {
  const type = element.type === 'checkboxes' ? 'checkbox' : 'radio'
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat()
  return h(
    'span',
    { ...field, role: type === 'radio' ? 'radiogroup' : 'group', className: 'boxes' },
    ...optionsOf(element).map((option) =>
      h(
        'label',
        { key: option.value, className: 'box' },
        h('input', {
          type,
          name,
          value: option.value,
          defaultChecked: initial.some(({ value }: Json) => value === option.value),
        }),
        h(
          'span',
          null,
          textValue(option.text),
          option.description ? h('small', null, textValue(option.description)) : null,
        ),
      ),
    ),
  )
}

const INPUTS: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  url_text_input: 'url',
  email_text_input: 'email',
  number_input: 'number',
  plain_text_input: 'text',
}

const typed = (element: Json, field: Json): ReactNode => {
  const more = {
    ...field,
    placeholder: textValue(element.placeholder) || undefined,
    maxLength: element.max_length,
    defaultValue: element.initial_value ?? element.initial_date ?? element.initial_time,
  }
  return element.multiline
    ? h('textarea', { ...more, rows: 5 })
    : h('input', { ...more, type: INPUTS[element.type] })
}

/**
 * A field that holds a value. `field` has the attributes of its element. Null for an element that is not known here.
 */
const holder = (element: Json, field: Json, name: string): ReactNode => {
  if (element.type === 'static_select') return select(element, field)
  if (element.type === 'checkboxes' || element.type === 'radio_buttons') return boxes(element, field, name)
  return INPUTS[element.type] ? typed(element, field) : null
}

/** A control, drawn with the browser's own elements so that keys and screen readers work. */
export function control(element: Json, blockId: string, viewer: string): ReactNode {
  const data = dataOf(element, blockId)
  if (element.type === 'button') return button(element, data)
  if (element.type === 'feedback_buttons') return feedback(element, data)
  if (element.type === 'icon_button') return iconButton(element, data, viewer)
  if (element.type === 'overflow') return overflow(element, data)
  const label =
    textValue(element.placeholder) || (element.type === 'datepicker' ? 'Select a date' : 'Options')
  const held = holder(
    element,
    { ...data, 'data-holds': '', className: 'control', 'aria-label': label },
    `${blockId}-${element.action_id}`,
  )
  // A browser's date field has no room for a placeholder. Slack shows one until a day is chosen.
  const placeholder = element.type === 'datepicker' && !element.initial_date && textValue(element.placeholder)
  return placeholder
    ? h(
        'span',
        { className: 'dated' },
        h('span', { className: 'note', 'aria-hidden': true }, placeholder),
        held,
      )
    : (held ?? h('span', { className: 'note' }, textValue(element.text) || label))
}

/** A field of a modal with its label, its hint and a place for its error. */
export function input(block: Json): ReactNode {
  const { element, block_id: blockId, optional } = block
  const id = `field-${blockId}`
  const described = [block.hint ? `${id}-hint` : '', `${id}-error`].filter(Boolean).join(' ')
  const group = element.type === 'checkboxes' || element.type === 'radio_buttons'
  const field = {
    id,
    'data-action': element.action_id,
    'data-block': blockId,
    'data-type': element.type,
    'data-holds': '',
    'data-field': '',
    ...(element.focus_on_load ? { 'data-focus': '' } : {}),
    'aria-describedby': described,
    ...(group ? { 'aria-labelledby': `${id}-label` } : {}),
    ...(optional ? {} : { 'aria-required': 'true' }),
  }
  return h(
    'div',
    { className: 'field' },
    h(
      group ? 'span' : 'label',
      { id: `${id}-label`, className: 'label', ...(group ? {} : { htmlFor: id }) },
      textValue(block.label),
      optional ? h('span', { className: 'note' }, ' (optional)') : null,
    ),
    holder(element, field, `${blockId}-${element.action_id}`) ??
      h('p', { className: 'note' }, 'The playground can’t show this field.'),
    block.hint ? h('p', { id: `${id}-hint`, className: 'hint' }, textValue(block.hint)) : null,
    h('p', { id: `${id}-error`, className: 'error', 'data-error': blockId }),
  )
}
