import { get } from './dom.ts'

const line = get('later')

/** Shows when the next scheduled post of this conversation comes, in milliseconds since 1970. Null if there is none. */
export function drawLater(waits: number | null): void {
  line.hidden = waits === null
  if (waits === null) return
  const when = new Date(waits).toLocaleString([], { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  line.querySelector('span')!.textContent = `A nudge is scheduled for ${when}, your time.`
}

/** Calls `post` when somebody asks for the post now. */
export function onPostNow(post: () => void): void {
  line.querySelector('button')!.addEventListener('click', post)
}
