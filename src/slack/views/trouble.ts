import { line, linked, richText, type Said, words } from './rich-text.ts'

const said = (text: string): Said => ({ text, blocks: [richText(line(words(text)))] })

/** A command or button failed: what happened, that nothing is lost, and what to do. */
export function troubleView(): Said {
  return said(
    'That did not work: something on my side is not reachable right now. ' +
      'Nothing of yours was lost or changed. Please try again in a minute.',
  )
}

/** A button under something that was deleted. */
export function goneView(): Said {
  return said('That was deleted already; nothing of it is kept.')
}

/** The review is out of date because the message was edited. */
const unreadView = (): Said =>
  said(
    'I am still reading the newest words of that, or it waits for your goal. Its review comes in its thread.',
  )

/** Why there is no review to show. */
export function notOpenView(why: 'gone' | 'unread'): Said {
  return why === 'gone' ? goneView() : unreadView()
}

/** After "Show me how to say it". */
export function sayingView(): Said {
  return said('Coming, in the thread below the review.')
}

/** Errors in the correction form. */
export const CORRECTION_LACKS = {
  all: 'Choose a finding, or write what is wrong.',
  finding: 'Which finding do you mean?',
  meant: 'Which competency is it about?',
} as const

/** Pieces are being read again. */
export function readAgainView(count: number): Said {
  return said(
    count === 1
      ? 'I am reading it again; the answer comes in its thread.'
      : `I am reading ${count} pieces again; each answer comes in its own thread.`,
  )
}

/** After "Join with the one before". */
export function joinedView(permalink: string | null): Said {
  const text = 'Joined: both are one piece now, and I am reading it again in the thread of the one before.'
  if (permalink === null) return said(text)
  return { text, blocks: [richText(line(words(`${text} `), linked(permalink, 'Go there')))] }
}

/** After "Looks right". */
export function agreedView(): Said {
  return said('Good to know, thank you. It is kept with the review; none of your colleagues sees it.')
}

/** After a choice between competencies. */
export function chosenView(): Said {
  return said('Thanks. I updated the review.')
}

/** A second choice for one sentence. */
export function chosenBeforeView(): Said {
  return said(
    'You have said what that sentence is about already. If it is about something else, press “This is wrong”.',
  )
}

const SAVED = {
  accepted:
    'Kept as evidence. What I make of it comes in your direct messages with me; nobody here sees that.',
  known: 'You have saved that one before; it is in your evidence already.',
  empty: 'There are no words in that message that I could keep. Nothing was saved.',
  ours: 'That is a post of mine, so it is no evidence. Save what you or a colleague wrote.',
} as const

/** After "Save as evidence". */
export function savedView(outcome: keyof typeof SAVED): Said {
  return said(SAVED[outcome])
}

/** After "Delete" under a review. */
export function deletedView(): Said {
  return said(
    'Deleted: the evidence, its review and my posts about it. Your own message is yours; ' +
      'delete it in Slack if you like.',
  )
}

/** After "Delete everything". */
export function deletedAllView(count: number): Said {
  return said(
    'Deleted: everything about you, ' +
      `${count === 1 ? 'one piece' : `${count} pieces`} of evidence included. ` +
      'Your own messages are yours; delete them in Slack if you like.',
  )
}
