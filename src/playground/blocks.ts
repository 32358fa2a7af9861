import { createHash } from 'node:crypto'
import type { Json } from './workspace.ts'

/** A control in a block: a button, a menu or a field. `input` is its input block, if it is in one. */
export type Control = { readonly element: Json; readonly blockId: string; readonly input: Json | null }

/** Five letters derived from the content and its place: the same for every drawing, different after a change. */
const idFrom = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').replace(/[-_]/g, '').slice(0, 5)

const ACTIVE = new Set(['actions', 'context_actions'])

const withActionId = (element: Json, blockId: string, index: number): Json =>
  element && element.type !== 'image' && !element.action_id
    ? { ...element, action_id: idFrom([blockId, index, element.type]) }
    : element

/** Adds the ids that Slack gives to blocks and elements without one, so that actions can name them. */
export function named(blocks: readonly Json[], path = ''): Json[] {
  return blocks.map((block, index) => {
    const id = block.block_id || idFrom([path, index, block])
    return {
      ...block,
      block_id: id,
      ...(ACTIVE.has(block.type)
        ? { elements: block.elements.map((one: Json, at: number) => withActionId(one, id, at)) }
        : {}),
      ...(block.accessory ? { accessory: withActionId(block.accessory, id, 0) } : {}),
      ...(block.type === 'input' ? { element: withActionId(block.element, id, 0) } : {}),
      ...(block.child_blocks ? { child_blocks: named(block.child_blocks, id) } : {}),
    }
  })
}

/** All controls in named blocks, including those inside containers. */
export function controlsIn(blocks: readonly Json[]): Control[] {
  return blocks.flatMap((block) => {
    const blockId = block.block_id
    if (block.child_blocks) return controlsIn(block.child_blocks)
    if (block.type === 'input') return [{ element: block.element, blockId, input: block }]
    const elements = ACTIVE.has(block.type) ? block.elements : block.accessory ? [block.accessory] : []
    return elements
      .filter((element: Json) => element.type !== 'image')
      .map((element: Json) => ({ element, blockId, input: null }))
  })
}

const SPOKEN = [
  'title',
  'subtitle',
  'text',
  'body',
  'label',
  'caption',
  'alt_text',
  'fallback',
  'description',
]

/** All texts in a block, for blocks that this page cannot draw. */
export function textsIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const said = SPOKEN.flatMap((key) => (typeof value[key] === 'string' ? [value[key]] : textsIn(value[key])))
  const inside = Object.keys(value)
    .filter((key) => !SPOKEN.includes(key) && typeof value[key] === 'object')
    .flatMap((key) => textsIn(value[key]))
  return [...said, ...inside]
}
