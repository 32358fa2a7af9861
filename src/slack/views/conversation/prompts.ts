import type { Aim } from '../../../coaching/presence-port.ts'
import { type Competency, competenciesOf, rowOf } from '../../../domain/ladder/ladder.ts'

/** What Slack offers to say: the label, and the message that is then sent. */
export type Prompt = { readonly title: string; readonly message: string }

/** The competency that most people ask about first, if the ladder has it. */
const FIRST = 'communication'

const asked = (text: string): Prompt => ({ title: text, message: text })

/** A competency that the target level says something about. */
const exampleOf = ({ ladder, target }: Aim): Competency | undefined => {
  const said = competenciesOf(ladder).filter(({ id }) => rowOf(ladder, target.id, id).length > 0)
  return said.find(({ id }) => id === FIRST) ?? said[0]
}

const PRIVACY = asked('Who can read this?')

/** Questions that a person could ask. manifest.agent.json has those for people without a goal. Slack takes four. */
export function promptsFor(aim: Aim | null): Prompt[] {
  if (aim === null)
    return [asked('What can you do?'), asked('Set a goal'), asked('What should I send you?'), PRIVACY]
  const level = aim.target.id
  const competency = exampleOf(aim)
  return [
    asked(`What am I missing for ${level}?`),
    ...(competency ? [asked(`What does ${level} say about ${competency.name.toLowerCase()}?`)] : []),
    asked('Show my evidence'),
    PRIVACY,
  ]
}
