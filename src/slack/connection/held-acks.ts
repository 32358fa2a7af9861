import type { App, Receiver, ReceiverEvent } from '@slack/bolt'

type AckResponse = Parameters<ReceiverEvent['ack']>[0]

/**
 * Makes a receiver acknowledge Events API deliveries only after their listeners are done, and not at all if one fails,
 * so that Slack tries again. Bolt itself acknowledges an event before any listener runs, in Socket Mode always.
 * Listeners of commands, actions and submissions still call their own acks.
 */
export function holdEventAcks(receiver: Receiver): Receiver {
  return {
    init: (app: App) => {
      const held = {
        processEvent: async (event: ReceiverEvent): Promise<void> => {
          if (!('event' in event.body)) return app.processEvent(event)
          let response: AckResponse
          let acked = false
          const ack = async (given?: AckResponse): Promise<void> => {
            acked = true
            response = given
          }
          await app.processEvent({ ...event, ack })
          if (acked) await event.ack(response)
        },
      }
      // Receivers call only processEvent of an app.
      receiver.init(held as unknown as App)
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  }
}
