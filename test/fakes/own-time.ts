/**
 * Starts a watch that counts only the time that this thread works, in milliseconds: what others do on a busy machine
 * makes an answer later, and no pattern slower.
 */
export function ownTime(): () => number {
  const from = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(from)
    return (user + system) / 1_000
  }
}
