import { line, richText, type Said, words } from './rich-text.ts'

const said = (text: string): Said => ({ text, blocks: [richText(line(words(text)))] })

/** A command or button failed: what happened, that nothing is lost, what to do. */
export const troubleView = (): Said =>
  said(
    'That did not work: something on my side is not reachable right now. Nothing of yours was lost or changed. Please try again in a minute.',
  )

/** Evidence whose tries are used up. */
export const givenUpView = (): Said =>
  said(
    'I could not read this, though I tried for a while. Your message is kept. Send it once more later, or type `/ladder data` to see or delete what is kept.'.replaceAll(
      '`',
      '',
    ),
  )

/** A button under something that was deleted. */
export const goneView = (): Said => said('That was deleted already; nothing of it is kept.')

/** After "Delete" under a review. */
export const deletedView = (): Said =>
  said(
    'Deleted: the evidence, its review and my posts about it. Your own message is yours; delete it in Slack if you like.',
  )

/** After "Delete everything". */
export const deletedAllView = (count: number): Said =>
  said(
    `Deleted: everything about you, ${count === 1 ? 'one piece' : `${count} pieces`} of evidence included. Your own messages are yours; delete them in Slack if you like.`,
  )
