import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LLMock } from '@copilotkit/aimock'
import { strictProblems } from './strict-schema.ts'

// biome-ignore lint/suspicious/noExplicitAny: a protocol's payload
type Json = any

/** What the model does with one request: text to answer with, or a fault of the wire. */
export type Script =
  | string
  | { status: number; headers?: Record<string, string>; body?: string }
  | { fault: 'hang' | 'cut' | 'refusal' | 'incomplete' | 'empty' }

export type ModelRequest = {
  /** `responses` or `chat/completions`. */
  way: string
  body: Json
  schema: Json
  ladder: Json
  spans: { id: string; text: string }[]
  /** The message, if that is what is asked about. Then there is no ladder. */
  message: { place: string; asked: string | null; text: string } | null
  input: string
}

/** Answers a request, perhaps once something else has happened. */
type Scripted = (request: ModelRequest) => Script | Promise<Script>

/** The JSON that a line of the filled prompt holds. */
const jsonLines = (input: string): Json[] =>
  input.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') || line.startsWith('[') ? [JSON.parse(line)] : []
    } catch {
      return []
    }
  })

/**
 * An OpenAI-compatible server. Ordinary answers come from aimock; faults it has none for are made in front
 * of it. A strict schema that OpenAI would refuse is refused, whatever is scripted. That, an unexpected request, or an
 * answer left over, fails `verify`; a refused schema fails `close` too, since a reader may go on without one.
 */
export async function startModelServer() {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  const scripts: Scripted[] = []
  const requests: ModelRequest[] = []
  const refused: string[] = []
  let always: Scripted | null = null
  let unexpected = 0
  let text = ''
  let usage: Json = null
  // One answer at a time goes through aimock, which is told what to say just before.
  let turn: Promise<{ status: number; body: Json }> = Promise.resolve({ status: 0, body: null })
  mock.onMessage(/[\s\S]*/, () => ({ content: text }))
  const mockUrl = await mock.start()

  const read = async (req: IncomingMessage): Promise<string> => {
    let raw = ''
    for await (const chunk of req) raw += chunk
    return raw
  }
  const envelope = (content: Json[], more: Json = {}): string =>
    JSON.stringify({
      id: 'resp_1',
      object: 'response',
      created_at: 1,
      status: 'completed',
      model: 'scripted-1',
      output:
        content.length > 0
          ? [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content }]
          : [],
      ...more,
    })
  const send = (
    res: ServerResponse,
    status: number,
    body: string,
    headers: Record<string, string> = {},
  ): void => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(body)
  }
  const server = createServer(async (req, res) => {
    const raw = await read(req)
    const body = JSON.parse(raw)
    const way = (req.url ?? '').replace('/v1/', '')
    const input: string = body.input ?? body.messages?.at(-1)?.content ?? ''
    const lines = jsonLines(input)
    const spans = lines.find((one) => Array.isArray(one) && one.some(({ text }) => typeof text === 'string'))
    const request: ModelRequest = {
      way,
      body,
      schema: body.text?.format?.schema ?? body.response_format?.json_schema?.schema,
      ladder: lines[0],
      spans: spans ?? [],
      message: lines[0]?.place === undefined ? null : lines[0],
      input,
    }
    requests.push(request)
    const format = body.text?.format ?? body.response_format?.json_schema
    const [problem] = format?.strict === true ? strictProblems(format.schema) : []
    if (problem !== undefined) {
      refused.push(problem)
      const error = {
        message: `Invalid schema for response_format '${format.name}': ${problem}`,
        type: 'invalid_request_error',
        param: way === 'responses' ? 'text.format.schema' : 'response_format',
        code: 'invalid_json_schema',
      }
      return send(res, 400, JSON.stringify({ error }))
    }
    const script = scripts.shift() ?? always
    if (!script) {
      unexpected += 1
      return send(res, 500, '{"error":{"message":"unexpected call"}}')
    }
    const does = await script(request)
    if (typeof does === 'object' && 'status' in does)
      return send(res, does.status, does.body ?? '{"error":{"message":"scripted"}}', does.headers)
    if (typeof does === 'object') {
      if (does.fault === 'hang') return
      if (does.fault === 'refusal')
        return send(res, 200, envelope([{ type: 'refusal', refusal: 'I would rather not.' }]))
      if (does.fault === 'empty') return send(res, 200, envelope([]))
      if (does.fault === 'incomplete') {
        return send(
          res,
          200,
          envelope([{ type: 'output_text', text: '{"headline":"You', annotations: [] }], {
            status: 'incomplete',
            incomplete_details: { reason: 'max_output_tokens' },
          }),
        )
      }
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' })
      res.write('{"id":"resp_1","outp')
      setImmediate(() => res.destroy())
      return
    }
    turn = turn.then(async () => {
      text = does
      const forwarded = await fetch(`${mockUrl}/v1/${way}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
        body: raw,
      })
      return { status: forwarded.status, body: await forwarded.json() }
    })
    const answered = await turn
    send(res, answered.status, JSON.stringify({ ...answered.body, ...(usage ? { usage } : {}) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const verifySchemas = (): void => {
    if (refused.length > 0) throw new Error(`A schema was refused: ${refused[0]}`)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    /** Why schemas were refused, one a request; who expects it empties the list. */
    refused,
    /** The next answers, one a request. */
    script: (...more: Scripted[]) => void scripts.push(...more),
    /** The answer to every request that has no script of its own. */
    always: (does: Scripted | null) => {
      always = does
    },
    /** What every answer from now on says that it used; null: nothing. */
    uses: (given: Json) => {
      usage = given
    },
    verify: () => {
      verifySchemas()
      const more = unexpected
      unexpected = 0
      if (more > 0) throw new Error(`${more} requests were not expected`)
      if (scripts.length > 0) throw new Error(`${scripts.length} answers were never asked for`)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await mock.stop()
      verifySchemas()
    },
  }
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>

/** Says this of every message, and reviews honestly. */
export function saying(intent: string, fact: string | null = null): (request: ModelRequest) => string {
  return (request) => (request.message ? JSON.stringify({ intent, fact }) : faithful(request))
}

/** An honest answer to whatever was sent: points at the first span, at a sentence of the target row. */
export function faithful({ ladder, spans }: ModelRequest): string {
  const row = ladder.target.rows.find(({ competency }: { competency: string }) => competency === 'mastery')
  return JSON.stringify({
    headline: 'This shows work that you planned and carried out yourself.',
    findings: [
      {
        competency: 'mastery',
        spans: [spans[0]?.id],
        expectation: row.sentences[0].id,
        current: null,
        question: null,
        status: 'partly',
        why: 'You describe the work and your own part in it.',
        missing: [{ expectation: row.sentences[1].id, text: 'Nothing here shows how you planned it.' }],
      },
    ],
    questions: ['What changed because of it, and how could one tell?'],
    next_steps: [{ expectation: row.sentences[1].id, text: 'Write down the plan of your next maintenance.' }],
  })
}
