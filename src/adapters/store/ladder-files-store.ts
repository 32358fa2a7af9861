import type { KeptLadderFiles } from '../../coaching/ladder/ladder-store.ts'
import type { Database } from '../database/database.ts'

/** Keeps the last good version of each ladder file. */
export function makeLadderFilesStore(database: Database): KeptLadderFiles {
  return {
    keep: async (name, markdown) => {
      await database.query(
        `insert into ladder_file (name, markdown) values ($1, $2)
         on conflict (name) do update set markdown = excluded.markdown
         where ladder_file.markdown <> excluded.markdown`,
        // A text of PostgreSQL has no NUL.
        [name, markdown.replaceAll('\0', '')],
      )
    },
    kept: async (name) => {
      const [row] = await database.query<{ markdown: string }>(
        'select markdown from ladder_file where name = $1',
        [name],
      )
      return row?.markdown ?? null
    },
  }
}
