import { openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { makeLabelStore } from '../../src/adapters/store/label-store.ts'
import { readConfig } from '../../src/config.ts'
import type { Run } from './compare.ts'
import { shareOf } from './metrics.ts'

/**
 * What people said of their reviews, out of the bot's own database: how often a finding was right, and where
 * those that were not belonged. Texts are in it only where a person offered them.
 */
export async function runLabels(): Promise<Run> {
  const { config, secrets } = readConfig({
    DATABASE_URL: process.env.DATABASE_URL,
    DATA_DIR: process.env.DATA_DIR,
  })
  const database = await openDatabase({
    databaseUrl: secrets.databaseUrl,
    dataDir: config.dataDir,
    onError: () => {},
  })
  try {
    await migrate(database)
    const labels = await makeLabelStore(database, async () => {}).labels()
    const judged = labels.filter(({ kind, competencySaid }) => kind !== 'choice' && competencySaid !== null)
    const right = shareOf(judged.filter(({ kind }) => kind === 'right').length, judged.length)
    const choices = labels.filter(({ kind }) => kind === 'choice')
    const first = shareOf(
      choices.filter(({ competencySaid, competencyMeant }) => competencySaid === competencyMeant).length,
      choices.length,
    )
    return {
      suite: 'labels',
      model: 'as reviewed',
      prompt: '',
      metrics: {
        'findings that people say are right': right.value,
        'choices that were the first one': first.value,
      },
      intervals: {
        'findings that people say are right': [right.low, right.high],
        'choices that were the first one': [first.low, first.high],
      },
      n: labels.length,
      rows: labels.map(({ ladder, level, competencyMeant, sentence, ...rest }) => ({
        ladder,
        level,
        competency: competencyMeant,
        text: sentence,
        kind: 'evidence',
        label: rest,
      })),
    }
  } finally {
    await database.close()
  }
}
