import type { Place } from '../message/message.ts'
import type { Ask } from './ask.ts'
import type { Asked } from './asked.ts'

/** A message that a rule decides. Without a place, it was written in the DM. */
export type AskExample = string | { readonly text: string; readonly place: Place; readonly asked?: string }

/** One way to understand a question or command. The first rule that gives an answer decides. */
export type AskRule = {
  readonly name: string
  readonly examples: readonly AskExample[]
  readonly read: (asked: Asked) => Ask | null
}
