import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './database.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/** Any number that no other lock of ours uses. Two processes that start at once migrate one after the other. */
const LOCK = 7_362_514

/** The migrations that were made. A start with nothing to migrate sends nothing else. */
const madeIn = async (database: Database): Promise<Set<string>> => {
  const [table] = await database.query<{ exists: boolean }>(
    `select to_regclass('schema_migration') is not null as exists`,
  )
  const made = table?.exists
    ? await database.query<{ name: string }>('select name from schema_migration')
    : []
  return new Set(made.map(({ name }) => name))
}

/**
 * Brings the database to the newest schema by running every file in `migrations/` once, in the order of their names. A
 * released migration is never changed. Every change is a new file.
 */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  const made = await madeIn(database)
  for (const name of names.filter((one) => !made.has(one))) {
    // Another process may be making it at the same time.
    const sql = await readFile(join(FOLDER, name), 'utf8')
    await database.script(`
      select pg_advisory_xact_lock(${LOCK});
      create table if not exists schema_migration (name text primary key, made_at timestamptz not null default now());
      do $migration$ begin
        if not exists (select 1 from schema_migration where name = '${name}') then
          ${sql}
          insert into schema_migration (name) values ('${name}');
        end if;
      end $migration$;`)
  }
}
