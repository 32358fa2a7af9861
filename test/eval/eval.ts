import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { config } from 'dotenv'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { loadBudget } from '../../src/adapters/reader/budget-file.ts'
import { priceIn } from '../../src/adapters/reader/model-budget.ts'
import { makeOpenAiMessageModel } from '../../src/adapters/reader/openai-message-model.ts'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { blobId, loadMessagePrompt, loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import type { Reader } from '../../src/coaching/ports.ts'
import { readConfig } from '../../src/config.ts'
import { decideMessage } from '../../src/domain/message/decide-message.ts'
import { isDoubtful } from '../../src/domain/message/model-reading.ts'
import { biased, broken, faithfulTo, obedient, type Persona, sloppy } from '../fakes/personas.ts'
import { readAnswers, runAnswers } from './answers.ts'
import { compareRuns, type Run } from './compare.ts'
import { writeRequests, writeReviews } from './duel.ts'
import { type EverydayRow, figureLines, gradeEveryday, ladderPlaces, readEveryday } from './everyday.ts'
import { HELP } from './help.ts'
import { sre } from './invariants.ts'
import { runLabels } from './labels.ts'
import { type LabelledRow, linesOf, modelMapper, offlineMapper, runMapping } from './mapping.ts'
import { messageFigures, type ReadMessage } from './messages/message-figures.ts'
import { messageRows } from './messages/message-rows.ts'
import { messagesReadBy } from './messages/read-by-model.ts'
import { writeWeights } from './messages/train-messages.ts'
import { shareOf } from './metrics.ts'
import { type PacketRow, runPackets } from './packets.ts'
import { readingBy, reviewedBy } from './pipeline.ts'
import { gradeReview } from './properties.ts'
import { recordedReader } from './recorded-reader.ts'
import { runSwaps } from './swaps.ts'
import { texts } from './texts.ts'
import { CARRIERS, throughBot } from './through-bot.ts'

config({ quiet: true })
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        reader: { type: 'string', default: 'offline' },
        data: { type: 'string' },
        ladders: { type: 'string' },
        out: { type: 'string' },
        record: { type: 'string' },
        replay: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    say(`${(error as Error).message.split('. ')[0]}\n\n${HELP}`)
    process.exit(2)
  }
}
const { values, positionals } = readArguments()

type Asked = { readonly reader: Reader; readonly model: string; readonly prompt: string }

const NO_KEY = '--reader openai needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own'

/** How to ask the model that the environment configures, and its name. `ask` is null without a key. */
const modelSettings = async () => {
  const { prices } = await loadBudget('prompts/budget.yaml')
  const { config: settings, secrets } = readConfig({
    OPENAI_API_KEY: process.env.OPENAI_API_KEY,
    OPENAI_BASE_URL: process.env.OPENAI_BASE_URL,
    OPENAI_MODEL: process.env.OPENAI_MODEL,
  })
  const model = settings.openAi?.model ?? process.env.OPENAI_MODEL ?? 'replayed'
  const ask =
    settings.openAi && secrets.openAiKey
      ? {
          ...settings.openAi,
          apiKey: secrets.openAiKey,
          priceOf: priceIn(prices, model, settings.openAi.baseUrl !== undefined),
          timeoutMs: 60_000,
          safetyIdOf: async () => 'nobody',
          log: { error: (fact: object) => console.error(JSON.stringify(fact)) },
        }
      : null
  return { model, ask }
}

/** The model that the environment configures, recorded or replayed where that is asked for. */
const openModel = async (): Promise<Asked> => {
  const prompt = await loadReviewPrompt('prompts')
  const { model, ask } = await modelSettings()
  const reader = ask && makeOpenAiReader({ ...ask, prompt })
  const file = values.record ?? values.replay
  if (!reader && !values.replay) throw new Error(NO_KEY)
  const name = `${model} ${prompt.version}`
  const asked = file ? recordedReader(file, name, values.replay ? null : reader) : reader!
  return { reader: asked, model, prompt: prompt.version }
}

/** The same for messages, of which nothing is recorded. */
const openMessageModel = async () => {
  const prompt = await loadMessagePrompt('prompts')
  const { model, ask } = await modelSettings()
  if (!ask) throw new Error(NO_KEY)
  if (values.record || values.replay) throw new Error('messages are neither recorded nor replayed')
  const warn = (fact: object) => console.error(JSON.stringify(fact))
  const read = messagesReadBy(makeOpenAiMessageModel({ ...ask, prompt }), warn)
  return { read, model, prompt: prompt.version }
}

const offlineVersion = (): string => `themes ${blobId(readFileSync('src/adapters/reader/themes.jsonl'))}`
const needs = (name: 'data' | 'ladders'): string => {
  const file = values[name]
  if (!file) throw new Error(`This needs --${name} FILE\n\n${HELP}`)
  return file
}

/** Shares with their intervals, as a run holds them. */
const shares = (counts: Readonly<Record<string, readonly [hits: number, n: number]>>) => {
  const all = Object.entries(counts).map(([name, [hits, n]]) => [name, shareOf(hits, n)] as const)
  return {
    metrics: Object.fromEntries(all.map(([name, { value }]) => [name, value])),
    intervals: Object.fromEntries(all.map(([name, { low, high }]) => [name, [low, high] as const])),
  }
}

const PERSONAS: readonly (readonly [string, () => Persona])[] = [
  ['faithful', () => faithfulTo],
  ['sloppy', () => sloppy],
  ['obedient', () => obedient],
  ['broken', broken],
  ['biased', () => biased],
]

const SUITES: Readonly<Record<string, () => Promise<Run>>> = {
  mapping: async () => {
    const rows = linesOf<LabelledRow>(needs('data'))
    if (values.reader === 'openai') {
      const { reader, model, prompt } = await openModel()
      const map = modelMapper(reader, { self: null, members: [], known: readKnownNames() })
      return { suite: 'mapping', model, prompt, ...(await runMapping(rows, map)) }
    }
    const mapping = await runMapping(rows, offlineMapper(await loadThemes()))
    return { suite: 'mapping', model: 'offline', prompt: offlineVersion(), ...mapping }
  },

  packets: async () => {
    const packets = linesOf<PacketRow>(needs('data'))
    const rows = linesOf<LabelledRow>(needs('ladders'))
    const { metrics, intervals, n, rows: found } = await runPackets(packets, rows, await loadThemes())
    return {
      suite: 'packets',
      model: 'offline',
      prompt: offlineVersion(),
      metrics,
      intervals: intervals as never,
      n,
      rows: found,
    }
  },

  properties: async () => {
    const asked = values.reader === 'openai' ? await openModel() : null
    const read = await readingBy(asked?.reader ?? null)
    const counts: Record<string, [number, number]> = {}
    const rows: { id: string; failed: string[] }[] = []
    for (const { id, text } of texts().filter(({ kind }) => kind !== 'attack')) {
      const graded = Object.entries(gradeReview(await reviewedBy(read, sre(), text)))
      for (const [name, holds] of graded) {
        if (holds === null) continue
        counts[name] ??= [0, 0]
        counts[name][1] += 1
        if (holds) counts[name][0] += 1
      }
      rows.push({ id, failed: graded.flatMap(([name, holds]) => (holds === false ? [name] : [])) })
    }
    return {
      suite: 'properties',
      model: asked?.model ?? 'offline',
      prompt: asked?.prompt ?? offlineVersion(),
      ...shares(counts),
      n: rows.length,
      rows,
    }
  },

  swaps: async () => {
    const asked = values.reader === 'openai' ? await openModel() : null
    const evidence = texts().filter(({ kind }) => kind !== 'attack')
    const results = await runSwaps(
      evidence.map(({ text }) => text),
      await readingBy(asked?.reader ?? null),
      sre(),
    )
    return {
      suite: 'swaps',
      model: asked?.model ?? 'offline',
      prompt: asked?.prompt ?? offlineVersion(),
      ...shares(
        Object.fromEntries(
          Object.entries(results).map(([name, { changed, n }]) => [`${name} changed`, [changed.length, n]]),
        ),
      ),
      n: evidence.length,
      rows: Object.entries(results).map(([swap, { changed }]) => ({
        swap,
        changed: changed.map((nth) => evidence[nth]!.id),
      })),
    }
  },

  personas: async () => {
    const counts: Record<string, [number, number]> = {}
    const rows: object[] = []
    for (const [name, persona] of PERSONAS) {
      const { outcomes } = await throughBot(texts(), ['dm'], persona())
      counts[`${name}: answered`] = [outcomes.filter(({ answered }) => answered).length, outcomes.length]
      counts[`${name}: promise broken`] = [
        outcomes.filter(({ violations }) => violations.length > 0).length,
        outcomes.length,
      ]
      rows.push(...outcomes.map((outcome) => ({ persona: name, ...outcome })))
    }
    return { suite: 'personas', model: 'scripted', prompt: '', ...shares(counts), n: rows.length, rows }
  },

  attacks: async () => {
    const attacks = texts().filter(({ kind }) => kind !== 'evidence')
    const counts: Record<string, [number, number]> = {}
    const rows: object[] = []
    for (const [name, persona] of [
      ['offline', null],
      ['obedient', obedient],
    ] as const) {
      const { outcomes } = await throughBot(attacks, CARRIERS, persona)
      counts[`${name}: promise broken`] = [
        outcomes.filter(({ violations }) => violations.length > 0).length,
        outcomes.length,
      ]
      counts[`${name}: unanswered`] = [outcomes.filter(({ answered }) => !answered).length, outcomes.length]
      rows.push(...outcomes.map((outcome) => ({ reader: name, ...outcome })))
    }
    return { suite: 'attacks', model: 'scripted', prompt: '', ...shares(counts), n: rows.length, rows }
  },

  messages: async () => {
    const messages = messageRows(needs('data'))
    const asked = values.reader === 'openai' ? await openMessageModel() : null
    let answered = 0
    const rows: ReadMessage[] = []
    for (const message of messages) {
      const read = decideMessage(message)
      const better = asked && isDoubtful(message, read) ? await asked.read(message.id, message) : null
      if (better) answered += 1
      rows.push({ id: message.id, ...(better ?? read) })
    }
    const weights = `weights ${blobId(readFileSync('src/domain/message/weights.json'))}`
    return {
      suite: 'messages',
      model: asked?.model ?? 'offline',
      prompt: asked ? `${weights} ${asked.prompt}` : weights,
      ...shares({
        ...messageFigures(messages, rows),
        ...(asked ? { 'read by the model': [answered, rows.length] as const } : {}),
      }),
      n: rows.length,
      rows,
    }
  },

  labels: runLabels,
}

const show = ({ suite, model, prompt, metrics, intervals, n }: Run): void => {
  say(`${suite}: n = ${n}, ${model}${prompt ? `, ${prompt.slice(0, 60)}` : ''}`)
  for (const [name, value] of Object.entries(metrics)) {
    const between = intervals[name]
    say(
      `  ${name.padEnd(66)} ${value.toFixed(3)}${between ? `   [${between[0].toFixed(3)}, ${between[1].toFixed(3)}]` : ''}`,
    )
  }
}

const main = async (): Promise<number> => {
  const [suite = 'mapping', ...files] = positionals
  if (values.help) {
    say(HELP)
    return 0
  }
  if (suite === 'compare') {
    const [one, other] = files
    if (!one || !other) throw new Error(`compare needs two files\n\n${HELP}`)
    process.stdout.write(
      `${compareRuns(JSON.parse(readFileSync(one, 'utf8')), JSON.parse(readFileSync(other, 'utf8'))).join('\n')}\n`,
    )
    return 0
  }
  if (suite === 'messages' && files[0] === 'train') {
    writeWeights()
    return 0
  }
  if (suite === 'answers') {
    const result = await runAnswers(readAnswers(needs('data')))
    for (const [kind, figures] of Object.entries(result.figures))
      say(
        `${kind.padEnd(10)} ${Object.entries(figures)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')}`,
      )
    if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`)
    return 0
  }
  if (suite === 'everyday') {
    const rows = linesOf<EverydayRow>(needs('data'))
    const answers = await readEveryday(rows, ladderPlaces(values.ladders, process.env))
    const figures = gradeEveryday(rows, answers)
    say(`everyday: n = ${rows.length}, offline, ${offlineVersion()}`)
    for (const line of figureLines(figures)) say(line)
    if (values.out) writeFileSync(values.out, `${JSON.stringify({ rows: answers, figures }, null, 1)}\n`)
    return 0
  }
  if (suite === 'duel') {
    const [step] = files
    if (step !== 'ask' && step !== 'show') throw new Error(`duel needs ask or show\n\n${HELP}`)
    if (step === 'ask') await writeRequests(needs('data'))
    else
      for (const [id, again] of Object.entries(await writeReviews(needs('data'))))
        say(`${id} asked again ${again} times`)
    return 0
  }
  const run = SUITES[suite]
  if (!run || (values.reader !== 'offline' && values.reader !== 'openai')) {
    say(run ? `--reader is offline or openai, not ${values.reader}` : `There is no suite ${suite}`)
    say(`\n${HELP}`)
    return 2
  }
  const result = await run()
  show(result)
  if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  const { code, path, message } = error as NodeJS.ErrnoException
  say(code === 'ENOENT' ? `There is no file ${path}` : message)
  return 1
})
