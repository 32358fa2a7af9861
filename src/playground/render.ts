import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message } from 'slack-blocks-to-jsx'
import type { Json } from './workspace.ts'

const plain = (value: Json): string => value?.text ?? ''

/** Buttons and menus as the browser's own, so that keys and screen readers work; the page finds them by data. */
const control = (element: Json, blockId: string): ReactNode => {
  const data = {
    key: element.action_id,
    'data-action': element.action_id,
    'data-block': blockId,
    ...(element.confirm ? { 'data-confirm': JSON.stringify(element.confirm) } : {}),
  }
  if (element.type === 'button') {
    return h(
      'button',
      { ...data, type: 'button', className: `control ${element.style ?? ''}` },
      plain(element.text),
    )
  }
  if (element.type === 'static_select' || element.type === 'overflow') {
    const label = plain(element.placeholder) || 'More'
    return h(
      'select',
      { ...data, className: 'control', defaultValue: '', 'aria-label': label },
      h('option', { value: '', disabled: true }, label),
      ...element.options.map((option: Json) =>
        h('option', { key: option.value, value: option.value }, plain(option.text)),
      ),
    )
  }
  return h('span', { key: data.key }, plain(element.text) || plain(element.placeholder))
}

const input = (block: Json, index: number): ReactNode => {
  const { element } = block
  const id = `input-${index}`
  const field = {
    id,
    name: element.action_id,
    'data-block': block.block_id,
    'data-input': element.action_id,
    'data-type': element.type,
    required: !block.optional,
  }
  return h(
    'div',
    { key: id, className: 'field' },
    h('label', { htmlFor: id }, plain(block.label)),
    element.type === 'static_select'
      ? h(
          'select',
          field,
          ...element.options.map((option: Json) =>
            h('option', { key: option.value, value: option.value }, plain(option.text)),
          ),
        )
      : h(element.multiline ? 'textarea' : 'input', {
          ...field,
          maxLength: element.max_length,
          rows: element.multiline ? 5 : undefined,
          defaultValue: element.initial_value,
        }),
    block.hint ? h('p', { className: 'hint' }, plain(block.hint)) : null,
    h('p', { className: 'error', role: 'alert', 'data-error': block.block_id }),
  )
}

/** A broken block costs its own place, not the message: its text stands there instead. */
const shown = (blocks: Json[]): string => {
  try {
    const html = renderToStaticMarkup(
      h(Message, { blocks, name: '', logo: 'data:,', theme: 'light', withoutWrapper: true } as never),
    )
    // Many messages stand on one page: what the library marks with an id is marked with an attribute here.
    return html.replaceAll('id="slack_blocks_to_jsx"', 'data-blocks')
  } catch {
    return renderToStaticMarkup(h('p', null, blocks.map((block) => plain(block.text)).join(' ')))
  }
}

/** Blocks as HTML. Text alone stands for a message without blocks. Everything is escaped by React. */
export const renderBlocks = (blocks: Json[] | undefined, text: string): string => {
  if (!blocks || blocks.length === 0) {
    const lines = text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    return renderToStaticMarkup(h('p', { className: 'plain' }, lines))
  }
  return blocks
    .map((block, index) => {
      if (block.type === 'actions') {
        const id = block.block_id ?? `block-${index}`
        return renderToStaticMarkup(
          h('div', { className: 'actions' }, ...block.elements.map((one: Json) => control(one, id))),
        )
      }
      return block.type === 'input' ? renderToStaticMarkup(input(block, index)) : shown([block])
    })
    .join('')
}
