type Block = Record<string, unknown> & { type: string; block_id?: string }

const KNOWN = new Set([
  'section',
  'header',
  'context',
  'actions',
  'rich_text',
  'divider',
  'input',
  'markdown',
  'container',
  'image',
])
/** What every list of a container's children has: some Slacks refuse rich text in it. */
const INSIDE = new Set(['actions', 'context', 'divider', 'header', 'image', 'section', 'table', 'video'])
const RICH = new Set(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'])
const INLINE = new Set([
  'text',
  'link',
  'emoji',
  'user',
  'channel',
  'broadcast',
  'usergroup',
  'date',
  'color',
  'team',
])

const textOf = (value: unknown): string => ((value as { text?: string } | undefined)?.text ?? '') as string

const richProblems = (elements: Block[]): string[] =>
  elements.flatMap((element) => {
    if (!RICH.has(element.type)) return [`unknown rich text element ${element.type}`]
    const inner = (element.elements ?? []) as Block[]
    if (element.type === 'rich_text_list') return richProblems(inner)
    return inner.flatMap((one) =>
      !INLINE.has(one.type)
        ? [`unknown element ${one.type}`]
        : one.type === 'text' && one.text === ''
          ? ['empty text element']
          : [],
    )
  })

const elementProblems = (element: Block): string[] => [
  ...(textOf(element.text).length > 75 ? ['button text over 75'] : []),
  ...(String(element.value ?? '').length > 2000 ? ['value over 2000'] : []),
  ...(String(element.action_id ?? '').length > 255 ? ['action_id over 255'] : []),
  ...((element.options as { text: unknown; value: string }[] | undefined) ?? []).flatMap((option) => [
    ...(textOf(option.text).length > 75 ? ['option text over 75'] : []),
    ...(textOf(option.text) === '' ? ['option without text'] : []),
    ...(option.value.length > 150 ? ['option value over 150'] : []),
  ]),
  ...menuProblems(element),
]

/** Menus behind three dots take 1 to 5 options, all others 1 to 100. */
const menuProblems = ({ type, options }: Block): string[] => {
  const count = ((options ?? []) as unknown[]).length
  const values = ((options ?? []) as { value: string }[]).map(({ value }) => value)
  return [
    ...(type === 'overflow' && (count < 1 || count > 5) ? ['overflow needs 1 to 5 options'] : []),
    ...(type === 'static_select' && options && (count < 1 || count > 100)
      ? ['select needs 1 to 100 options']
      : []),
    ...(type === 'overflow' && new Set(values).size < count ? ['option value twice'] : []),
  ]
}

const blockProblems = (block: Block): string[] => {
  const elements = (block.elements ?? []) as Block[]
  switch (block.type) {
    case 'section':
      return [
        ...(textOf(block.text).length > 3000 ? ['section over 3000'] : []),
        ...(textOf(block.text) === '' && !block.fields ? ['section without text'] : []),
        ...(block.accessory ? elementProblems(block.accessory as Block) : []),
      ]
    case 'header':
      return textOf(block.text).length > 150 || textOf(block.text) === '' ? ['header over 150 or empty'] : []
    case 'context':
      return elements.length > 10 || elements.length === 0 ? ['context elements'] : []
    case 'actions': {
      const ids = elements.map(({ action_id }) => action_id)
      return [
        ...(elements.length > 25 || elements.length === 0 ? ['actions need 1 to 25 elements'] : []),
        ...(new Set(ids).size < ids.length ? ['action_id twice'] : []),
        ...elements.flatMap(elementProblems),
      ]
    }
    case 'container': {
      const inner = (block.child_blocks ?? []) as Block[]
      return [
        ...(inner.length > 10 || inner.length === 0 ? ['container needs 1 to 10 blocks'] : []),
        ...(textOf(block.title).length > 150 || textOf(block.title) === '' ? ['container title'] : []),
        ...(inner.some(({ type }) => !INSIDE.has(type)) ? ['block that no container takes'] : []),
        ...inner.flatMap(blockProblems),
      ]
    }
    case 'input': {
      const element = block.element as Block
      return [
        ...(textOf(block.label) === '' || textOf(block.label).length > 2000 ? ['label'] : []),
        ...elementProblems(element),
      ]
    }
    case 'rich_text':
      return elements.length === 0 ? ['empty rich_text'] : richProblems(elements)
    default:
      return KNOWN.has(block.type) ? [] : [`unknown block ${block.type}`]
  }
}

/** What Slack would refuse in a message's blocks, by its documented limits; empty when it would take them. */
export function slackProblems(message: { text?: string; blocks?: Block[] }): string[] {
  const blocks = message.blocks ?? []
  const ids = blocks.flatMap(({ block_id }) => (block_id ? [block_id] : []))
  const shown = JSON.stringify(blocks).length
  // What is in a container is counted too, to be sure.
  const all = blocks.reduce(
    (sum, block) => sum + 1 + ((block.child_blocks as Block[] | undefined)?.length ?? 0),
    0,
  )
  return [
    ...(all > 50 ? ['over 50 blocks'] : []),
    ...((message.text ?? '').length > 40_000 ? ['text over 40000'] : []),
    ...(!message.text ? ['no text'] : []),
    ...(new Set(ids).size < ids.length ? ['block_id twice'] : []),
    ...(ids.some((id) => id.length > 255) ? ['block_id over 255'] : []),
    ...(shown > 60_000 ? ['blocks too long'] : []),
    ...blocks.flatMap(blockProblems),
  ]
}

/** What a view takes: no folds, and no Markdown. */
const IN_VIEWS = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
])

/** What Slack would refuse in a modal or a Home tab. */
export function viewProblems(view: {
  type?: string
  title?: unknown
  blocks?: Block[]
  private_metadata?: string
}): string[] {
  return [
    ...(textOf(view.title).length > 24 ? ['modal title over 24'] : []),
    ...((view.blocks ?? []).length > 100 ? ['over 100 blocks'] : []),
    ...(view.type === 'home' && view.title ? ['a title of a Home tab'] : []),
    ...(view.blocks ?? []).flatMap(({ type }) => (IN_VIEWS.has(type) ? [] : [`block ${type} in a view`])),
    ...((view.private_metadata ?? '').length > 3000 ? ['private_metadata over 3000'] : []),
    ...(view.blocks ?? []).flatMap(blockProblems),
  ]
}
