import type { AllMiddlewareArgs, App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Log } from '../coaching/ports.ts'
import { answerClick } from './answer.ts'
import { unknownButtonView } from './views/trouble.ts'

/** What Bolt hands over when somebody clicks a button or chooses in a menu. */
export type Click<A extends BlockAction = BlockAction> = SlackActionMiddlewareArgs<A> & AllMiddlewareArgs

type HearClick<A extends BlockAction> = (args: Click<A>) => Promise<unknown>

/**
 * Registers listeners for buttons and menus by action id, all behind a single one of Bolt's. Bolt asks each of its
 * listeners about every request, and thirty of them took a tenth of a lookup's time. `after` hears each once it is
 * done.
 */
export function clicksOf(app: App, after: HearClick<BlockAction>, log: Log) {
  // Messages stay for years, so a button may be of a version that did more.
  const unheard = (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({ said: unknownButtonView(), replace: false, beside: true }))
  const clicks: { readonly id: string | RegExp; readonly hear: HearClick<BlockAction> }[] = []
  app.action<BlockAction>(/^/, async (args) => {
    const { action_id } = args.action
    const meant = clicks.filter(({ id }) => (typeof id === 'string' ? id === action_id : id.test(action_id)))
    await Promise.all((meant.length > 0 ? meant : [{ hear: unheard }]).map(({ hear }) => hear(args)))
    await after(args)
  })
  return <A extends BlockAction = BlockAction>(id: string | RegExp, hear: HearClick<A>): void => {
    clicks.push({ id, hear: hear as HearClick<BlockAction> })
  }
}
