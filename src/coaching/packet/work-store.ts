import type { Thread } from '../../domain/evidence/evidence.ts'
import type { WorkSession } from '../../domain/packet/work-session/session.ts'
import type { Owner } from '../../domain/person.ts'

/**
 * The questions that people are asked to fill their packets. Every call names the owner and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface WorkStore {
  /** The person's newest session, open or not. */
  work(owner: Owner): Promise<WorkSession | null>
  /** Stores a session. False if another one of the person's is open. */
  beginWork(owner: Owner, session: WorkSession): Promise<boolean>
  /**
   * Changes a session, for one process at a time. Returns it as it is then. Null if it is gone, or `change` returns
   * null, which leaves it as it is.
   */
  changeWork(
    owner: Owner,
    id: string,
    change: (session: WorkSession) => WorkSession | null,
  ): Promise<WorkSession | null>
  /** All sessions of the person's that have a thread. */
  workThreads(owner: Owner): Promise<{ readonly id: string; readonly thread: Thread }[]>
}
