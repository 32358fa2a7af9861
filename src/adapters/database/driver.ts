import type { ConstructorOptions } from 'pg-boss'

/** Rows by column name. int8 arrives as Number and timestamptz as PostgreSQL's own text, on both stores. */
export type Query = <T = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<T[]>

/** What PGlite and PostgreSQL have in common. */
export type Driver = {
  readonly kind: 'pglite' | 'postgres'
  query: Query
  tx<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** Several statements in one transaction, without values. */
  script(sql: string): Promise<void>
  /** How pg-boss reaches the same database. */
  readonly queue: ConstructorOptions
  /**
   * Removes what is deleted from the database's own files as well, in steps between which others come through. Of
   * PostgreSQL's larger tables some stays until it is overwritten (`postgres-clean.ts`).
   */
  clean(): Promise<void>
  close(): Promise<void>
}
