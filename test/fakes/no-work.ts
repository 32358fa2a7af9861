import type { WorkOnPacket } from '../../src/coaching/packet/work-port.ts'

/** Nobody works on a packet. */
export const noWork: Pick<WorkOnPacket, 'said' | 'worked' | 'answered'> = {
  said: async () => null,
  worked: async () => null,
  answered: async () => {},
}
