import type { logModal } from '../../slack/views/evidence/log-modal.ts'
import type { Said } from '../../slack/views/rich-text.ts'

export type ModalView = ReturnType<typeof logModal>

/** Something that people see in Slack, a message or a modal, by a name that a person understands. */
export type NamedView =
  | { readonly name: string; readonly message: Said }
  | { readonly name: string; readonly modal: ModalView }

type NamedSample<T> = readonly [name: string, one: T]

/** At least one example of every kind of a union: a kind without one does not compile. */
export type EachKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: readonly [
    NamedSample<T & { readonly kind: K }>,
    ...NamedSample<T & { readonly kind: K }>[],
  ]
}

/** All examples as messages, in the order in which they are written. */
export function drawn<T extends { readonly kind: string }>(
  examples: EachKind<T>,
  view: (one: T) => Said,
): NamedView[] {
  return (Object.values(examples) as (readonly NamedSample<T>[])[])
    .flat()
    .map(([name, one]) => ({ name, message: view(one) }))
}

/** Examples that no union lists: a name for each. */
export function messages(said: Readonly<Record<string, Said>>): NamedView[] {
  return Object.entries(said).map(([name, message]) => ({ name, message }))
}

/** The one that is drawn longest, as Slack gets it; undefined: there is none. */
export function longest<T>(things: readonly T[], view: (thing: T) => unknown): T | undefined {
  return things
    .map((thing) => ({ thing, length: JSON.stringify(view(thing)).length }))
    .reduce<{ thing: T; length: number } | undefined>(
      (most, one) => (most && most.length >= one.length ? most : one),
      undefined,
    )?.thing
}
