import { entries } from './evidence/found.ts'
import { line, linked, plainSaid, richText, type Said, words } from './rich-text.ts'

/** A command or button failed: what happened, that nothing is lost, and what to do. */
export function troubleView(): Said {
  return plainSaid('That didn’t work. Nothing was lost or changed. Please try again in a minute.')
}

/** A button under something that was deleted. */
export function goneView(): Said {
  return plainSaid('That is already deleted.')
}

/** A button that an earlier version of the coach showed. */
export function unknownButtonView(): Said {
  return plainSaid('That button no longer works. Type /ladder to see what I can do.')
}

/** The review is out of date because the message was edited. */
const unreadView = (): Said =>
  plainSaid(
    'That review isn’t ready: I’m still working on it, or it needs your goal first. It will be in its thread.',
  )

/** Why there is no review to show. */
export function notOpenView(why: 'gone' | 'unread'): Said {
  return why === 'gone' ? goneView() : unreadView()
}

/** After "Draft this". */
export function sayingView(): Said {
  return plainSaid('I’m adding a draft to the thread.')
}

/** Errors in the correction form. */
export const CORRECTION_LACKS = {
  all: 'Choose a part, or write what is wrong.',
  finding: 'Choose which part is wrong.',
  meant: 'Choose a competency.',
} as const

/** Entries are being reviewed again. */
export function readAgainView(count: number): Said {
  return plainSaid(
    count === 1
      ? 'I’m reviewing it again. My answer will be in its thread.'
      : `I’m reviewing ${entries(count)} again. Each answer will be in its own thread.`,
  )
}

/** After "Join with previous". */
export function joinedView(permalink: string | null): Said {
  const text = 'Joined. I’m reviewing both together in the earlier thread.'
  if (permalink === null) return plainSaid(text)
  return { text, blocks: [richText(line(words(`${text} `), linked(permalink, 'Open thread')))] }
}

/** After "Looks right", or a reply that says so. */
export function agreedView(): Said {
  return plainSaid('Thanks. I noted that this looks right. Your colleagues can’t see it.')
}

/** After a choice between competencies. */
export function chosenView(): Said {
  return plainSaid('Thanks. I updated the review.')
}

/** A second choice for one sentence. */
export function chosenBeforeView(): Said {
  return plainSaid('You already chose for that sentence. To change it, press This is wrong.')
}

/** A second click on a finding that said the same, or that is about a review from before it changed. */
export function judgedBeforeView(): Said {
  return plainSaid(
    'You already told me that, or the review has changed since. To change it, press This is wrong.',
  )
}

const SAVED = {
  accepted: 'Saved as evidence. My review will be in our direct messages, not in this conversation.',
  known: 'You already saved that message.',
  empty: 'That message has no text, so I saved nothing.',
  ours: 'I wrote that message, so I can’t use it as evidence. Save one from you or a colleague.',
} as const

/** After "Save as evidence". `dm` is a link to the DM with the coach, where the review will be. */
export function savedView(outcome: keyof typeof SAVED, dm: string | null = null): Said {
  const said = plainSaid(SAVED[outcome])
  return outcome === 'accepted' && dm
    ? { ...said, blocks: [richText(line(words(`${SAVED.accepted} `), linked(dm, 'Open my messages')))] }
    : said
}

/** After "Delete" under a review. */
export function deletedView(): Said {
  return plainSaid(
    'I deleted the entry, its review and my posts about it. Your own messages are still in Slack.',
  )
}

/** After "Delete" under several entries. */
export function deletedManyView(count: number): Said {
  return plainSaid(
    `I deleted ${entries(count)}, the reviews and my posts about them. Your own messages are still in Slack.`,
  )
}

/** After "Keep" or "Not now". */
export function keptView(): Said {
  return plainSaid('I changed nothing.')
}

/** Another person's button. */
export function notYoursView(): Said {
  return plainSaid('Only the person who asked can press this. I changed nothing.')
}

/** "Delete everything" was pressed. Removing every post takes a while. */
export function deletingAllView(): Said {
  return plainSaid('I’m deleting everything I store about you. I’ll tell you here when it is done.')
}

/** "Delete everything" failed before its end. What is deleted stays deleted. */
export function notDeletedAllView(): Said {
  return plainSaid('That didn’t work: I could not delete everything. Please type /ladder data and try again.')
}

/** After "Delete everything". */
export function deletedAllView(count: number): Said {
  const what = count === 0 ? '' : `, including ${entries(count)}`
  return plainSaid(`I deleted everything I stored about you${what}. Your own messages are still in Slack.`)
}
