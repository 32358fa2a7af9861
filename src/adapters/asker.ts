import { createHash } from 'node:crypto'
import type { Owner } from '../domain/person.ts'

/** One hash of several strings, whose borders count. */
export const hashed = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex')

/** Stands for a person where nobody's id may stand: at a provider, and in counts that outlive what they keep. */
export const askerOf = ({ team, user }: Owner): string => hashed('ladder-coach', team, user)
