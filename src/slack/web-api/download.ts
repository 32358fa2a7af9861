import { setTimeout as wait } from 'node:timers/promises'

/** How long to wait before each further try for the same bytes, in milliseconds. */
const TRY_AGAIN_AFTER = [200, 1_000] as const

/** Statuses that may be different a moment later. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The beginning of the file, at most as much as was asked for. `more` says that there was more. */
export type Came = { readonly bytes: Uint8Array; readonly type: string; readonly more: boolean }

export type Download =
  | ({ readonly kind: 'came' } & Came)
  /** A second redirect, or one to a place that we don't follow. */
  | { readonly kind: 'moved' }
  /** Not there, or not for us. */
  | { readonly kind: 'refused' }
  /** The connection failed each time, or took too long. */
  | { readonly kind: 'failed' }

type DownloadRequest = {
  readonly url: URL
  readonly token: string
  readonly mayFollow: (url: URL) => boolean
  readonly most: number
  readonly signal: AbortSignal
}

const bytesOf = async (response: Response, most: number): Promise<Pick<Came, 'bytes' | 'more'>> => {
  const chunks: Uint8Array[] = []
  let left = most
  // Leaving the loop ends the answer.
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array
    chunks.push(bytes.subarray(0, left))
    if (bytes.length > left) return { bytes: Buffer.concat(chunks), more: true }
    left -= bytes.length
  }
  return { bytes: Buffer.concat(chunks), more: false }
}

/** One try, or null if another one may succeed. */
const once = async ({ url, token, mayFollow, most, signal }: DownloadRequest): Promise<Download | null> => {
  const authorization = `Bearer ${token}`
  let response = await fetch(url, { headers: { authorization }, redirect: 'manual', signal })
  if (REDIRECTS.has(response.status)) {
    const to = URL.parse(response.headers.get('location') ?? '', url)
    await response.body?.cancel()
    if (to === null || !mayFollow(to)) return { kind: 'moved' }
    // Wherever a redirect leads, the token does not go there.
    response = await fetch(to, { redirect: 'manual', signal })
  }
  if (response.ok) {
    const type = response.headers.get('content-type') ?? ''
    return { kind: 'came', type, ...(await bytesOf(response, most)) }
  }
  await response.body?.cancel()
  if (isPassing(response.status)) return null
  return { kind: REDIRECTS.has(response.status) ? 'moved' : 'refused' }
}

/**
 * The first `most` bytes at an address, requested with the token. Follows one redirect, without it. Retries failures,
 * and whatever `isWrong` refuses, twice or until `signal` aborts. Never throws.
 */
export async function download(asked: DownloadRequest, isWrong: (came: Came) => boolean): Promise<Download> {
  let last: Download = { kind: 'failed' }
  for (const pause of [0, ...TRY_AGAIN_AFTER]) {
    try {
      if (pause > 0) await wait(pause, undefined, { signal: asked.signal })
      const got = await once(asked)
      if (got !== null && (got.kind !== 'came' || !isWrong(got))) return got
      last = got ?? { kind: 'failed' }
    } catch {
      if (asked.signal.aborted) return last
      last = { kind: 'failed' }
    }
  }
  return last
}
