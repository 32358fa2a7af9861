import type { Depth } from './packet.ts'
import type { Story } from './stories.ts'

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) -
  (Number(to.slice(8)) < Number(from.slice(8)) ? 1 : 0)

/**
 * How well a competency is shown, and how many pieces show something of it. `months` is what counts as sustained.
 */
export function depthOf(
  stories: readonly Story[],
  competency: string,
  target: string,
  months: number,
): { readonly depth: Depth; readonly pieces: number } {
  const own = stories.flatMap(({ ref, from, to, showings }) =>
    showings
      .filter((one) => one.competency === competency)
      .map(({ status, target: level }) => ({
        piece: ref.evidenceId,
        from,
        to,
        status: level === target ? status : null,
      })),
  )
  const pieces = new Set(own.map(({ piece }) => piece)).size
  const shown = own.filter(({ status }) => status === 'evidenced')
  if (shown.length === 0) {
    const partly = own.some(({ status }) => status === 'partly')
    return { depth: partly ? 'partly' : pieces > 0 ? 'possible' : 'nothing', pieces }
  }
  const first = shown.reduce((day, { from }) => (from < day ? from : day), shown[0]!.from)
  const last = shown.reduce((day, { to }) => (to > day ? to : day), shown[0]!.to)
  if (monthsBetween(first, last) >= months) return { depth: 'sustained', pieces }
  return { depth: new Set(shown.map(({ piece }) => piece)).size > 1 ? 'months' : 'once', pieces }
}
