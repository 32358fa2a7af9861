/** Told of each call to the Web API: its method, and `ok`, Slack's error code, `http_503` or `lost`. */
export type OnCall = (method: string, outcome: string) => void

const methodOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? ''

const outcomeOf = async (response: Response): Promise<string> => {
  try {
    const { ok, error } = (await response.json()) as { ok?: unknown; error?: unknown }
    if (ok === true) return 'ok'
    if (typeof error === 'string' && /^[a-z_]{1,60}$/.test(error)) return error
  } catch {
    // The answer is not Slack's JSON, so its status has to do.
  }
  return `http_${response.status}`
}

/** The global fetch, for a client of the Web API whose calls are counted. */
export function countedFetch(onCall: OnCall): typeof fetch {
  return async (url, init) => {
    const method = methodOf(url instanceof Request ? url.url : String(url))
    try {
      const response = await fetch(url, init)
      onCall(method, await outcomeOf(response.clone()))
      return response
    } catch (error) {
      onCall(method, 'lost')
      throw error
    }
  }
}
