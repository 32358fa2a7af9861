import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeViewCheck } from '../../src/adapters/view-check.ts'

/** A server that answers what it is told to, whatever it is asked. */
const said = { status: 200, body: '' }
const asked: { url: string | undefined; body: string }[] = []
const server = createServer(async (req, res) => {
  let body = ''
  for await (const chunk of req) body += chunk
  asked.push({ url: req.url, body })
  res.writeHead(said.status).end(said.body)
})
const check = async (answer: unknown, status = 200) => {
  said.status = status
  said.body = typeof answer === 'string' ? answer : JSON.stringify(answer)
  const { port } = server.address() as AddressInfo
  return makeViewCheck({ apiUrl: `http://127.0.0.1:${port}/api` })({
    message: { blocks: [{ type: 'divider' }] },
  })
}
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('the check of a view by Slack', () => {
  it('asks below the address of the Web API, with one payload as JSON', async () => {
    expect(await check({ ok: true })).toEqual({ kind: 'taken' })
    const { url, body } = asked.at(-1)!
    expect(url).toBe('/api/blocks.validate')
    expect([...new URLSearchParams(body)]).toEqual([['message', '{"blocks":[{"type":"divider"}]}']])
  })

  it('gives each refusal a place and one line', async () => {
    const errors = [
      { pointer: '/blocks/0/type', code: 'failed_constraint', message: 'unsupported\ntype: \u001b[31mx' },
      { code: 'failed_constraint' },
    ]
    expect(await check({ ok: false, error: 'invalid_message', errors })).toEqual({
      kind: 'refused',
      refusals: [
        { pointer: '/blocks/0/type', message: 'unsupported type: [31mx' },
        { pointer: '/', message: 'invalid_message' },
      ],
    })
    expect(await check({ ok: false, error: 'invalid_view' })).toEqual({
      kind: 'refused',
      refusals: [{ pointer: '/', message: 'invalid_view' }],
    })
  })

  it('takes no page of a proxy for an answer of Slack', async () => {
    expect(await check('<html>Sign in</html>')).toEqual({ kind: 'no-check', why: 'HTTP 200' })
    expect(await check('null', 503)).toEqual({ kind: 'no-check', why: 'HTTP 503' })
    expect(await check({ ok: false, error: 'invalid_arguments' })).toEqual({
      kind: 'no-check',
      why: 'invalid_arguments',
    })
  })
})
