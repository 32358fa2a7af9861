import type { Deliveries } from './deliveries.ts'
import { makeHomes } from './homes.ts'
import { makeInteractions } from './interactions.ts'
import { makeMessages } from './messages.ts'
import { makeModals } from './modals.ts'
import { makeResponses } from './responses.ts'
import { makeSchedule } from './schedule.ts'
import { makeStatuses } from './statuses.ts'
import { makeStreams } from './streams.ts'
import { makeTriggers } from './triggers.ts'
import { makeUploads } from './uploads.ts'
import { makeWebApi } from './web-api.ts'
import type { Person, Workspace } from './workspace.ts'

export type Front = ReturnType<typeof makeFront>

/**
 * The parts of Slack that the store does not have: message events, files, slash commands, clicks, modals, ephemeral
 * messages and response URLs. `base` is where response URLs point. `changed` is called when screens need to be drawn
 * again.
 */
export function makeFront(workspace: Workspace, deliveries: Deliveries, base: string, changed: () => void) {
  const personOf = (id: string): Person =>
    workspace.people.find((person) => person.id === id) ?? workspace.people[0]!
  const uploads = makeUploads(workspace)
  const messages = makeMessages(workspace, deliveries, uploads, changed)
  const responses = makeResponses(workspace, messages, base, changed)
  const triggers = makeTriggers()
  const modals = makeModals(workspace, deliveries, triggers, personOf, changed)
  const homes = makeHomes(workspace, deliveries, changed)
  const statuses = makeStatuses(changed)
  const streams = makeStreams(workspace, changed)
  const schedule = makeSchedule(workspace, deliveries.early, changed)
  return {
    personOf,
    uploads,
    messages,
    responses,
    modals,
    homes,
    statuses,
    streams,
    schedule,
    interactions: makeInteractions(workspace, deliveries, triggers, messages, responses, modals, homes),
    api: makeWebApi({
      ...{ workspace, messages, responses, modals, homes, statuses, streams, schedule, changed },
      early: deliveries.early,
    }),
    close: (): void => {
      statuses.close()
      schedule.close()
    },
  }
}
