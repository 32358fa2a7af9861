import { chmodSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { CoachError } from '../../domain/coach-error.ts'
import type { Driver, Query } from './driver.ts'

/** The name of the socket in DATA_DIR. */
const SOCKET = 'reads.sock'

/** The most bytes of a socket's path (`sun_path` of Linux and macOS, less the final NUL). */
const LONGEST_PATH = 103

const socketIn = (folder: string): string | null => {
  const path = join(resolve(folder), SOCKET)
  return Buffer.byteLength(path) > LONGEST_PATH || process.platform === 'win32' ? null : path
}

/**
 * Lets commands of this machine's user read the database in a folder while this process uses it. A copy of the files
 * would be torn. Each query is a read-only transaction of its own. Where the system allows no socket there, none is
 * opened, and commands are refused as before.
 */
export async function serveReads(folder: string, tx: Driver['tx']): Promise<{ close(): Promise<void> }> {
  const path = socketIn(folder)
  if (path === null) return { close: async () => {} }
  // This process holds the lock on the folder, so what is there belongs to one that has ended.
  rmSync(path, { force: true })
  const server = createServer(async (req, res) => {
    try {
      const { sql, values } = JSON.parse(await text(req))
      const rows = await tx(async (query) => {
        await query('set transaction read only')
        return query(sql, values)
      })
      res.end(JSON.stringify(rows))
    } catch (error) {
      res.statusCode = 500
      res.end(JSON.stringify({ code: (error as { code?: unknown }).code ?? null }))
    }
  })
  const listening = await new Promise<boolean>((done) => {
    server.once('error', () => done(false))
    server.listen({ path }, () => done(true))
  })
  if (listening) chmodSync(path, 0o600)
  server.unref()
  return {
    close: async () => {
      if (!listening) return
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const ask = (socketPath: string, body: string): Promise<{ readonly ok: boolean; readonly body: string }> =>
  new Promise((answered, failed) => {
    const sent = request({ socketPath, method: 'POST', path: '/' }, (res) => {
      text(res).then((said) => answered({ ok: res.statusCode === 200, body: said }), failed)
    })
    sent.once('error', failed)
    sent.end(body)
  })

/**
 * How to read the database of a process that uses this folder. Null if none does, or if it allows no reads. A query
 * throws CoachError `store-unavailable`.
 */
export async function readsOf(folder: string): Promise<Query | null> {
  const path = socketIn(folder)
  if (path === null) return null
  const query: Query = async (sql, values) => {
    const { ok, body } = await ask(path, JSON.stringify({ sql, values }))
    if (ok) return JSON.parse(body)
    throw new CoachError('store-unavailable', 'The running bot could not read its database', {
      vendor: JSON.parse(body).code,
    })
  }
  return query('select 1').then(
    () => query,
    () => null,
  )
}
