import type { App } from '@slack/bolt'
import { expect, it } from 'vitest'
import { allViews } from '../src/commands/samples/all-views.ts'
import { register } from '../src/slack/listeners/register.ts'
import { unknownButtonView } from '../src/slack/views/trouble.ts'

type Element = { readonly action_id?: string; readonly type?: string; readonly url?: string }

const controlsIn = (value: unknown): Element[] => {
  if (Array.isArray(value)) return value.flatMap(controlsIn)
  if (value === null || typeof value !== 'object') return []
  const { action_id: id, url, type } = value as Element
  const own =
    id && !url && (type === 'button' || type === 'static_select' || type === 'overflow') ? [value] : []
  return [...own, ...Object.values(value).flatMap(controlsIn)]
}

/** Registers all listeners on an app that only keeps what hears a click. */
const clickable = (): ((element: Element) => Promise<string>) => {
  let hear: (args: never) => Promise<void> = async () => {}
  const nothing = (): void => {}
  const app = { event: nothing, command: nothing, shortcut: nothing, view: nothing, error: nothing }
  const hearing = {
    ...app,
    action: (_: unknown, listener: typeof hear) => {
      hear = listener
    },
  }
  const broken = new Proxy({}, { get: () => () => Promise.reject(new Error('not in this test')) })
  const use = new Proxy({}, { get: () => broken })
  const quiet = { info: nothing, warn: nothing, error: nothing, debug: nothing }
  register(hearing as unknown as App, use as never, quiet as never, () => Temporal.Now.instant())
  return async (element) => {
    const said: string[] = []
    const action = { ...element, value: 'x', selected_option: { value: 'x' } }
    await hear({
      ack: async () => {},
      respond: async ({ text }: { text: string }) => void said.push(text),
      action,
      body: { actions: [action], container: { type: 'message' }, user: { id: 'U1' }, trigger_id: 't' },
      context: { ownerTeam: 'T1' },
      client: broken,
    } as never).catch(nothing)
    return said.join()
  }
}

it('hears every button and menu that any message of the coach shows', { timeout: 120_000 }, async () => {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  const views = await allViews('rubric', quiet as never)
  // The controls of a form are heard when it is sent.
  const shown = views.flatMap((one) =>
    'modal' in one ? (one.modal.type === 'home' ? controlsIn(one.modal) : []) : controlsIn(one.message),
  )
  const byId = new Map(shown.map((one) => [one.action_id!, one]))
  expect(byId.size).toBeGreaterThan(50)
  const press = clickable()
  const unheard: string[] = []
  for (const [id, element] of byId)
    if ((await press(element)).includes(unknownButtonView().text)) unheard.push(id)
  expect(unheard).toEqual([])
  expect(await press({ action_id: 'gone-for-years' })).toContain(unknownButtonView().text)
})
