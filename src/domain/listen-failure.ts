import { CoachError } from './coach-error.ts'

/** Where we accept requests: a port, on an address or name of this machine, or on all of them if undefined. */
export type ListenAddress = { readonly port: number; readonly host: string | undefined }

/** The system's codes for an address that does not exist or is another machine's (errno(3), getaddrinfo(3)). */
const NO_ADDRESS = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT', 'ENODEV']

/**
 * Why listening on a port failed, as a CoachError `config-invalid` that names the setting and says how to fix it.
 * `setting` is the one with the port. Null if no setting is to blame.
 */
export function listenFailure(
  setting: 'PORT' | 'METRICS_PORT',
  { port, host }: ListenAddress,
  cause: unknown,
): CoachError | null {
  const { code = '' } = cause as { code?: string }
  const because = (message: string): CoachError =>
    new CoachError('config-invalid', message, { cause, vendor: code })
  if (code === 'EADDRINUSE')
    return because(
      `${setting} ${port} is already in use. Stop the other program, or set ${setting} to another port.`,
    )
  if (code === 'EACCES')
    return because(`${setting} ${port} needs more rights than this program has: set ${setting} above 1023`)
  if (NO_ADDRESS.includes(code) && host !== undefined)
    return because(
      `HOST ${host} is not an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all of them.`,
    )
  return null
}
