/**
 * What a check of the installation found: of what, how it stands, and what to do. `look` can only be seen by the person
 * who asks.
 */
export type Checked = {
  readonly of: string
  readonly state: 'fine' | 'to do' | 'look'
  readonly said: string
  /** A sentence that names the setting or the thing. Null if nothing has to be done, or one can only wait. */
  readonly todo: string | null
}

/** Something is as it should be. */
export function isFine(of: string, said: string): Checked {
  return { of, state: 'fine', said, todo: null }
}

/** Something is not, and what to do. */
export function isWrong(of: string, said: string, todo: string | null): Checked {
  return { of, state: 'to do', said, todo }
}

/** Something that can't be checked from here, and how to see it. */
export function look(of: string, said: string): Checked {
  return { of, state: 'look', said, todo: null }
}
