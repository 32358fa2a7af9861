import { CoachError } from './coach-error.ts'

/** Where requests are taken: a port, on an address or name of this machine; undefined: on all of them. */
export type ListenAddress = { readonly port: number; readonly host: string | undefined }

/** What a system says of an address that is not its own, or none (errno(3), getaddrinfo(3)). */
const NO_ADDRESS = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT', 'ENODEV']

/**
 * Why a port could not be listened on, as CoachError `config-invalid` that names the setting and what to do.
 * `setting` is the one that the port is from. null: for another reason than a setting.
 */
export function cannotListen(
  setting: 'PORT' | 'METRICS_PORT',
  { port, host }: ListenAddress,
  cause: unknown,
): CoachError | null {
  const { code = '' } = cause as { code?: string }
  const because = (message: string): CoachError =>
    new CoachError('config-invalid', message, { cause, vendor: code })
  if (code === 'EADDRINUSE')
    return because(
      `${setting} ${port} is in use by another program: stop that one, or set ${setting} to a free port`,
    )
  if (code === 'EACCES')
    return because(`${setting} ${port} needs more rights than this program has: set ${setting} above 1023`)
  if (NO_ADDRESS.includes(code) && host !== undefined)
    return because(
      `HOST ${host} is no address of this machine: set HOST to one that is, or to 0.0.0.0 for all of them`,
    )
  return null
}
