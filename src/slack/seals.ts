import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ServerKey } from '../coaching/ports.ts'
import type { Owner } from '../domain/person.ts'

/** How long a form can be sent that was opened, in seconds. */
const LASTS = 24 * 60 * 60

/** By how much the clocks of two processes may differ, in seconds. */
const AHEAD = 5 * 60

/** A form that somebody opened about a channel. `form` is its callback_id. */
type OpenedForm = { readonly form: string; readonly owner: Owner; readonly channel: string }

/**
 * Seals what a form was opened about, so that its submission counts for that alone: what comes back with a form is a
 * hint by itself, whoever sends it. The key is in the database, for every process and over a restart.
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
    /** The channel that the form was opened about; null: by somebody else, about something else, or too long ago. */
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
