import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ServerKey } from '../coaching/ports.ts'
import type { Owner } from '../domain/person.ts'

/** How long after it was opened a form can be submitted, in seconds. */
const LASTS = 24 * 60 * 60

/** How much the clocks of two processes may differ, in seconds. */
const AHEAD = 5 * 60

/** A form that somebody opened about a channel. `form` is its callback_id. */
type OpenedForm = { readonly form: string; readonly owner: Owner; readonly channel: string }

/**
 * Seals which channel a form was opened for, so that a submission counts only for that channel. Without the seal,
 * anybody could send another channel back. The key is in the database, so every process has it, also after a restart.
 */
export function makeSeals(key: ServerKey, now: () => Temporal.Instant) {
  const seconds = (): number => Math.floor(now().epochMilliseconds / 1000)
  const macOf = async ({ form, owner, channel }: OpenedForm, at: string): Promise<Buffer> =>
    createHmac('sha256', await key())
      .update(JSON.stringify([form, owner.team, owner.user, channel, at]))
      .digest()
  return {
    /** What the form carries as its `private_metadata`. */
    seal: async (opened: OpenedForm): Promise<string> => {
      const at = String(seconds())
      return `${opened.channel} ${at} ${(await macOf(opened, at)).toString('base64url')}`
    },
    /** The channel that the form was opened for. Null if another person or form is meant, or if it is too old. */
    channelOf: async (form: string, owner: Owner, sealed: string): Promise<string | null> => {
      const [channel = '', at = '', mac = '', ...more] = sealed.split(' ')
      const age = seconds() - Number(at)
      if (more.length > 0 || !/^\d+$/.test(at) || age > LASTS || age < -AHEAD) return null
      const given = Buffer.from(mac, 'base64url')
      const right = await macOf({ form, owner, channel }, at)
      return given.length === right.length && timingSafeEqual(given, right) ? channel : null
    },
  }
}

export type Seals = ReturnType<typeof makeSeals>
