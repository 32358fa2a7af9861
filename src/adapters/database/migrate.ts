import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './database.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/** Any number that nothing else of ours locks: two processes that start at once migrate one after the other. */
const LOCK = 7_362_514

/**
 * Brings the database to the newest schema: every file of `migrations/` in the order of its name, each once.
 * A migration that has landed is never changed; the next one is a new file.
 */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  for (const name of names) {
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
