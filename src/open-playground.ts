import type { HttpRoute } from './adapters/http/http-server.ts'
import { cannotListen, type ListenAddress } from './domain/cannot-listen.ts'
import { CoachError } from './domain/coach-error.ts'

type Open = typeof import('./playground/playground.ts')['openPlayground']

/**
 * A Slack on this machine, for who has no tokens yet. Loaded only then; its libraries are development ones. `recorded`:
 * how an answer of a model that was recorded is shown; null: a model is here. Throws CoachError `config-invalid`.
 */
export async function openPlayground(
  door: ListenAddress,
  routes: HttpRoute[],
  recorded: NonNullable<Parameters<Open>[0]['recorded']> | null,
): ReturnType<Open> {
  try {
    const { openPlayground: open } = await import('./playground/playground.ts')
    return await open({ port: door.port, host: door.host, routes, recorded })
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code !== 'ERR_MODULE_NOT_FOUND') throw cannotListen('PORT', door, cause) ?? cause
    throw new CoachError(
      'config-invalid',
      'No Slack settings, and the playground is not installed. ' +
        'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or run "npm ci" without --omit=dev',
      { cause },
    )
  }
}
