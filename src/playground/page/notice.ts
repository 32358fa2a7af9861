import { get } from './dom.ts'

/** How long people have to read it, in milliseconds. */
const LIFE = 8_000

let timer = 0

/** Tells what did not work. */
export function notice(text: string): void {
  const place = get('notice')
  place.textContent = text
  place.hidden = false
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    place.hidden = true
  }, LIFE)
}
