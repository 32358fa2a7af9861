import { get, makeButton } from './dom.ts'
import { notice } from './notice.ts'

const FILLED =
  'I sent a year of notes. All of it is invented: people, systems and numbers. Home fills while the coach reviews them.'

/** What the buttons do. `fill` resolves to true if the notes were sent. */
type Doings = { send(text: string): void; fill(): Promise<boolean> }

/** The buttons above the message field, for somebody who has not written anything yet. */
export function drawStarter(example: string, { send, fill }: Doings): void {
  const begin = (className: string, text: string, run: () => void): void => {
    const button = makeButton(className, text)
    button.addEventListener('click', run)
    get('starter').append(button)
  }
  begin('control primary', 'Send an example', () => send(example))
  begin('control', 'Show L3', () => send('/ladder L3'))
  begin('control', 'Fill with a year of examples (invented)', () => {
    void fill().then((done) => done && notice(FILLED))
  })
}

/** The button that adds a recorded review by a model. It goes away when it is pressed. */
export function offerRecorded(run: () => void): void {
  const recorded = get('recorded')
  const button = makeButton('control', 'See it read by AI (recorded)')
  button.addEventListener('click', () => {
    recorded.hidden = true
    run()
  })
  recorded.append(button)
}
