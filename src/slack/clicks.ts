import type { AllMiddlewareArgs, App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'

type Click<A extends BlockAction> = (
  args: SlackActionMiddlewareArgs<A> & AllMiddlewareArgs,
) => Promise<unknown>

/**
 * Registers listeners for buttons and menus by their action id, all behind one of Bolt's: it asks each of its own
 * listeners about every request, a command too, and thirty of them made up a tenth of a lookup's time.
 */
export function clicksOf(app: App) {
  const clicks: { readonly id: string | RegExp; readonly hear: Click<BlockAction> }[] = []
  app.action<BlockAction>(/^/, async (args) => {
    const { action_id } = args.action
    const meant = clicks.filter(({ id }) => (typeof id === 'string' ? id === action_id : id.test(action_id)))
    await Promise.all(meant.map(({ hear }) => hear(args)))
  })
  return <A extends BlockAction = BlockAction>(id: string | RegExp, hear: Click<A>): void => {
    clicks.push({ id, hear: hear as Click<BlockAction> })
  }
}
