import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { type MaskedTexts, maskTexts } from '../../src/domain/mask/mask.ts'
import type { Member } from '../../src/domain/mask/member-names.ts'

export const known = readKnownNames()

export const SELF: Member = { id: 'U0', names: ['Dana Roth', 'dana', 'Dana', 'Roth'] }

export const MEMBERS: readonly Member[] = [
  { id: 'U1', names: ['Priya Patel', 'priya', 'Priya', 'Patel'] },
  { id: 'U2', names: ['Will Chen', 'Will', 'Chen'] },
  { id: 'U3', names: ['Mark Jenkins', 'mj', 'Mark', 'Jenkins'] },
  { id: 'U4', names: ['José García'] },
  { id: 'U5', names: ['Grace Hopper'] },
  { id: 'U6', names: ['김민준'] },
  { id: 'U7', names: ['สมชาย ใจดี'] },
  { id: 'U8', names: ['Сергей Иванов'] },
  { id: 'U9', names: ["Siobhán O'Brien"] },
  { id: 'U10', names: ['Jean-Luc Picard'] },
  { id: 'U11', names: ['田中 太郎', 'tanaka'] },
  { id: 'U12', names: ['Austin Reed'] },
  { id: 'U13', names: ['Wei Zhang', 'wz_42'] },
]

export function mask(...texts: string[]): MaskedTexts {
  return maskTexts(texts, { self: SELF, members: MEMBERS, known })
}

/** One text as a model gets it. */
export function masked(text: string): string {
  return mask(text).texts[0]!
}

/** The same where the workspace has no members that we know of. */
export function maskedAlone(text: string): string {
  return maskTexts([text], { self: null, members: [], known }).texts[0]!
}
