import { connect, createServer, type Socket } from 'node:net'

/** A wire to a database that can be cut and mended, and whose connections can go dead without a sign. */
export async function wireTo(url: string) {
  const to = new URL(url)
  const [host, port] = [to.hostname, Number(to.port)]
  const open = new Set<Socket>()
  const dead = new Set<Socket>()
  let up = true
  const server = createServer((from) => {
    if (!up) return from.destroy()
    const onward = connect(port, host)
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      open.add(one)
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          open.delete(one)
          other.destroy()
        })
      one.pipe(other)
    }
    from.on('data', () => {
      if (dead.has(from)) from.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  to.port = String((server.address() as { port: number }).port)
  return {
    url: to.toString(),
    cut: () => {
      up = false
      for (const one of open) one.destroy()
    },
    /** Every open connection is lost at its next use, and not before. New ones work. */
    deaden: () => {
      for (const one of open) dead.add(one)
    },
    mend: () => {
      up = true
    },
    close: () => server.close(),
  }
}
