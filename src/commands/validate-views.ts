import { makeViewCheck, type Payload, type ViewCheck } from '../adapters/view-check.ts'
import type { NamedView } from './samples/named-view.ts'

const payloadOf = (one: NamedView): Payload =>
  'modal' in one ? { view: one.modal } : { message: { blocks: one.message.blocks } }

/** Why the check cannot go on, and what to do. */
const endWords = (end: Exclude<ViewCheck, { kind: 'taken' | 'refused' }>, host: string): string => {
  switch (end.kind) {
    case 'no-network':
      return `I can't reach ${host}. Run this where there is a network.`
    case 'busy':
      return `${host} is busy. Run this again in a few minutes.`
    case 'no-check':
      return `${host} did not check it (${end.why}). Run this again later.`
  }
}

type Terminal = {
  /** Prints a line of the result. */
  readonly print: (line: string) => void
  /** Prints what went wrong, or what is being waited for. */
  readonly say: (line: string) => void
}

/**
 * Asks Slack, at `apiUrl`, about each view in turn, and prints those that it refuses, each with the place and the
 * reason. Returns the exit code: 0 if Slack accepts them all, 1 if it refuses one or could not be asked about all.
 */
export async function validateViews(
  views: readonly NamedView[],
  apiUrl: string,
  { print, say }: Terminal,
): Promise<number> {
  const { host } = new URL(apiUrl)
  const check = makeViewCheck({
    apiUrl,
    onPause: (seconds) => say(`${host} asks me to wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`),
  })
  let refused = 0
  for (const [nth, one] of views.entries()) {
    const checked = await check(payloadOf(one))
    if (checked.kind === 'taken') continue
    if (checked.kind !== 'refused') {
      say(`${endWords(checked, host)} ${nth} of ${views.length} views were checked.`)
      return 1
    }
    refused += 1
    for (const { pointer, message } of checked.refusals) print(`${one.name}: ${pointer}: ${message}`)
  }
  print(
    refused === 0
      ? `Slack accepts all ${views.length} views.`
      : `Slack rejects ${refused} of ${views.length} views.`,
  )
  return refused === 0 ? 0 : 1
}
