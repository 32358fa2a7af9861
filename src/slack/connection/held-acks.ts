import type { App, Receiver, ReceiverEvent } from '@slack/bolt'

type AckResponse = Parameters<ReceiverEvent['ack']>[0]

/**
 * A receiver whose Events API deliveries are acknowledged after the listeners are done, and not at all when
 * one fails, so that Slack tries again. Bolt itself acknowledges an event before any listener runs, in
 * Socket Mode always. Commands, actions and submissions keep their own acks: their listeners call them.
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
