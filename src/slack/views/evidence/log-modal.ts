import type { types } from '@slack/bolt'
import type { About, NudgeAnswered } from '../../../domain/evidence/support/about.ts'
import { bold, clipped, inert, line, richText, words } from '../rich-text.ts'

/** Longest text of one field, in characters: Slack's limit for an input. */
const MOST = 3_000

const text = (
  id: string,
  label: string,
  hint: string,
  more: { initial?: string; required?: boolean; multiline?: boolean; focus?: boolean } = {},
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  optional: !more.required,
  label: { type: 'plain_text', text: label },
  hint: { type: 'plain_text', text: hint },
  element: {
    type: 'plain_text_input',
    action_id: 'text',
    multiline: more.multiline ?? true,
    max_length: MOST,
    ...(more.focus ? { focus_on_load: true } : {}),
    ...(more.initial ? { initial_value: more.initial.slice(0, MOST) } : {}),
  },
})

/** The preselected competency. `options` are all that can be chosen. */
export type LogAbout = {
  /** The ladder's id, which the form returns with the choice. */
  readonly ladder: string
  /** Null if the question is about none of them. */
  readonly chosen: string | null
  readonly options: readonly { readonly id: string; readonly name: string }[]
  /** The nudge under which it was opened. */
  readonly asked?: NudgeAnswered
}

/** The longest `private_metadata` of a view that Slack accepts, in characters (docs.slack.dev, views.open). */
const MOST_METADATA = 3_000

/** What the form returns besides its fields, a line each: the ladder's id, and what was asked. */
const metadataOf = ({ ladder, asked }: LogAbout): string => {
  const all = asked ? [ladder, ...(asked.levels ?? ['', '']), asked.question].join('\n') : ladder
  return all.length <= MOST_METADATA ? all : ladder
}

/** What `metadataOf` wrote. */
export function logAboutIn(metadata: string): Pick<About, 'ladder' | 'nudge'> {
  const [ladder = '', lower, upper, ...rest] = metadata.split('\n')
  const question = rest.join('\n')
  if (question === '') return { ladder }
  return { ladder, nudge: { question, ...(lower && upper ? { levels: [lower, upper] } : {}) } }
}

const aboutBlocks = ({ chosen, options }: LogAbout): types.InputBlock[] => {
  const all = options.slice(0, 100).map(({ id, name }) => ({
    text: { type: 'plain_text' as const, text: clipped(inert(name), 75) || ' ' },
    value: id,
  }))
  const initial = all.find(({ value }) => value === chosen)
  return all.length === 0 || all.some(({ value }) => value.length > 150)
    ? []
    : [
        {
          type: 'input',
          block_id: 'about',
          optional: true,
          label: { type: 'plain_text', text: 'Competency' },
          element: {
            type: 'static_select',
            action_id: 'choice',
            options: all,
            ...(initial ? { initial_option: initial } : {}),
          },
        },
      ]
}

/** The question above the first field, and who cannot see the answer. */
const askedBlocks = ({ question }: NonNullable<LogAbout['asked']>): types.KnownBlock[] => [
  richText(
    line(bold(question)),
    line(words('Two sentences are enough. Your colleagues can’t see your answer.')),
  ),
]

/**
 * "Log evidence": what happened, when, your part, the result, a link. `about` adds the competency, and the question of
 * a nudge above the first field.
 */
export function logModal(initial: string, about: LogAbout | null = null): types.ModalView {
  const asked = about?.asked
  const choices = about ? aboutBlocks(about) : []
  return {
    type: 'modal',
    callback_id: 'evidence-log',
    ...(about ? { private_metadata: metadataOf(about) } : {}),
    title: { type: 'plain_text', text: asked ? 'Answer the nudge' : 'Log evidence' },
    submit: { type: 'plain_text', text: 'Save' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      ...(asked ? askedBlocks(asked) : choices),
      asked
        ? text('what', 'Your answer', 'Say it as you’d tell a friend.', {
            ...{ initial, required: true, focus: true },
          })
        : text('what', 'What happened?', 'Name the project or what you made.', { initial, required: true }),
      {
        type: 'input',
        block_id: 'when',
        optional: true,
        label: { type: 'plain_text', text: 'When?' },
        element: { type: 'datepicker', action_id: 'date' },
      },
      ...(asked ? choices : []),
      text('part', 'Your part', 'What you decided, changed or led.'),
      text('result', 'The result', 'Before and after. Call an estimate an estimate.'),
      text('link', 'A link', 'A pull request, document or dashboard.', { multiline: false }),
    ],
  }
}

/** Errors in the form, by the field under which they are shown, or null for none. */
export function logErrors(
  { what, when, link }: { what: string; when: Temporal.PlainDate | null; link: string },
  today: Temporal.PlainDate,
): Record<string, string> | null {
  // The person's today may be a day ahead of this machine's.
  const latest = today.add({ days: 1 })
  const errors = {
    ...(what === '' ? { what: 'Write what happened. One sentence is enough.' } : {}),
    ...(when && Temporal.PlainDate.compare(when, latest) > 0
      ? { when: 'That day is in the future. Choose the day it happened.' }
      : {}),
    ...(link !== '' && !/^<?(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?>?$/i.test(link)
      ? { link: 'That isn’t a link. Paste the full address, starting with https://' }
      : {}),
  }
  return Object.keys(errors).length > 0 ? errors : null
}

/** Replaces the form once the evidence is stored. `dm` is a link to the DM with the coach. */
export function loggedModal(dm: string | null): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Log evidence' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `Saved. I’ll send you my review in a direct message.${dm ? ` <${dm}|Open my messages>` : ''}`,
        },
      },
    ],
  }
}
