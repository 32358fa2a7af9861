import { get } from './dom.ts'

const line = get('later')

/** Says when the next post that waits for this conversation comes; null: none waits. */
export function drawLater(waits: number | null): void {
  line.hidden = waits === null
  if (waits === null) return
  const when = new Date(waits).toLocaleString([], { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  line.querySelector('span')!.textContent = `Slack holds a post for this channel until ${when}, your time.`
}

/** Hears when somebody does not want to wait for it. */
export function onPostNow(post: () => void): void {
  line.querySelector('button')!.addEventListener('click', post)
}
