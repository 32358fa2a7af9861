import type { logModal } from '../../slack/views/evidence/log-modal.ts'
import type { homeView } from '../../slack/views/home-tab/home.ts'
import type { Said } from '../../slack/views/rich-text.ts'

export type ModalView = ReturnType<typeof logModal>
type HomeTab = ReturnType<typeof homeView>

/** A message or a modal that people see in Slack, with a name that a person understands. */
export type NamedView =
  | { readonly name: string; readonly message: Said }
  | { readonly name: string; readonly modal: ModalView | HomeTab }

/** Home tabs and modals, with their names. */
export function homes(views: Readonly<Record<string, ModalView | HomeTab>>): NamedView[] {
  return Object.entries(views).map(([name, modal]) => ({ name, modal }))
}

type NamedSample<T> = readonly [name: string, one: T]

/** At least one example of every kind in a union. A kind without one does not compile. */
export type EachKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: readonly [
    NamedSample<T & { readonly kind: K }>,
    ...NamedSample<T & { readonly kind: K }>[],
  ]
}

/** All examples as messages, in the order in which they were written. */
export function drawn<T extends { readonly kind: string }>(
  examples: EachKind<T>,
  view: (one: T) => Said,
): NamedView[] {
  return (Object.values(examples) as (readonly NamedSample<T>[])[])
    .flat()
    .map(([name, one]) => ({ name, message: view(one) }))
}

/** Examples that are not in a union, with their names. */
export function messages(said: Readonly<Record<string, Said>>): NamedView[] {
  return Object.entries(said).map(([name, message]) => ({ name, message }))
}

/** The one whose view is longest as JSON. Undefined if there are none. */
export function longest<T>(things: readonly T[], view: (thing: T) => unknown): T | undefined {
  return things
    .map((thing) => ({ thing, length: JSON.stringify(view(thing)).length }))
    .reduce<{ thing: T; length: number } | undefined>(
      (most, one) => (most && most.length >= one.length ? most : one),
      undefined,
    )?.thing
}
