import { openTextPools, type TextPools } from '../../src/adapters/texts/texts.ts'

type Pool = TextPools['readers']

let shared: TextPools | undefined

/** A pool as one bot sees it: once the bot has closed it, its work is `lost`, and the workers go on. */
const ofOneBot = (pool: Pool): Pool => {
  let closed = false
  const lost = { kind: 'lost' } as const
  return {
    run: async (person, work) => {
      const outcome = closed ? lost : await pool.run(person, work)
      return closed ? lost : outcome
    },
    close: async () => {
      closed = true
    },
  }
}

/**
 * The workers of texts for a bot in this process. All bots share them, because loading them and making their code fast
 * takes more than all else of a bot's start. Programs that tests start (main.test.ts, kill.test.ts) have their own.
 */
export function sharedTextPools(): TextPools {
  shared ??= openTextPools()
  return { readers: ofOneBot(shared.readers), intakes: ofOneBot(shared.intakes) }
}
