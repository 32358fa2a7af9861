import { get } from './dom.ts'

/** How long a notice is shown, in milliseconds. */
const LIFE = 8_000

let timer = 0

/** Shows a notice about what did not work, or what happened out of sight. */
export function notice(text: string): void {
  const place = get('notice')
  place.textContent = text
  place.hidden = false
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    place.hidden = true
  }, LIFE)
}
