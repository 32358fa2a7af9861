import type { ConstructorOptions } from 'pg-boss'

/** Runs a statement and returns its rows. On both databases, int8 is a number and timestamptz is PostgreSQL's text. */
export type Query = <T = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<T[]>

/** What PGlite and PostgreSQL have in common. */
export type Driver = {
  readonly kind: 'pglite' | 'postgres'
  query: Query
  tx<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** Runs several statements in one transaction, without values. */
  script(sql: string): Promise<void>
  /** How pg-boss reaches the same database. */
  readonly queue: ConstructorOptions
  /**
   * Removes deleted rows from the database's files as well, in steps that let other statements run in between. In
   * larger tables of PostgreSQL, some bytes stay until they are overwritten (`postgres-clean.ts`).
   */
  clean(): Promise<void>
  close(): Promise<void>
}
