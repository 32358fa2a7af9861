import type { HttpRoute } from './adapters/http/http-server.ts'
import { CoachError } from './domain/coach-error.ts'
import { type ListenAddress, listenFailure } from './domain/listen-failure.ts'

type Open = typeof import('./playground/playground.ts')['openPlayground']

/**
 * A Slack on this machine, for people who have no tokens yet. Loaded only then, because its libraries are development
 * dependencies. `recorded` turns a model's recorded answer into a review. It is null if there is a real model. Throws
 * CoachError `config-invalid`.
 */
export async function openPlayground(
  address: ListenAddress,
  routes: HttpRoute[],
  recorded: NonNullable<Parameters<Open>[0]['recorded']> | null,
): ReturnType<Open> {
  try {
    const { openPlayground: open } = await import('./playground/playground.ts')
    return await open({ port: address.port, host: address.host, routes, recorded })
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code !== 'ERR_MODULE_NOT_FOUND') throw listenFailure('PORT', address, cause) ?? cause
    throw new CoachError(
      'config-invalid',
      'No Slack tokens found, and the playground is not installed. ' +
        'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or run "npm ci" (without --omit=dev) for the playground.',
      { cause },
    )
  }
}
