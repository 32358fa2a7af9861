import type { People, SecretRules } from '../ports.ts'
import { type AcceptEvidence, makeAcceptEvidence } from './accept-evidence.ts'
import { makeChangeEvidence } from './change-evidence.ts'
import { makeDeleteEvidence, makeDeletePerson } from './delete-evidence.ts'
import { makeJoinEvidence } from './join-evidence.ts'
import { makeKeepOrDrop } from './keep-or-drop.ts'
import { makeListEvidence } from './list-evidence.ts'
import { makeLogEvidence, makeSaveMessage } from './log-evidence.ts'
import { makePlans } from './plans.ts'
import { makeSaveFact } from './save-fact.ts'
import { makeSweepPlans } from './sweep-plans.ts'
import { makeSweepUnsure } from './sweep-unsure.ts'

type Deps = Omit<Parameters<typeof makeListEvidence>[0], 'store'> &
  Omit<Parameters<typeof makeDeleteEvidence>[0], 'store' | 'log'> & {
    readonly store: Parameters<typeof makeListEvidence>[0]['store'] &
      Parameters<typeof makeDeleteEvidence>[0]['store'] &
      Parameters<typeof makeAcceptEvidence>[0]['store'] &
      Parameters<typeof makeChangeEvidence>[0]['store'] &
      Parameters<typeof makeJoinEvidence>[0]['store'] &
      Parameters<typeof makeKeepOrDrop>[0]['store'] &
      Parameters<typeof makeSweepUnsure>[0]['store'] &
      Parameters<typeof makePlans>[0]['store'] &
      Parameters<typeof makeSweepPlans>[0]['store']
    readonly nudges: Parameters<typeof makeAcceptEvidence>[0]['nudges']
    readonly ownerTeam: Parameters<typeof makeSweepUnsure>[0]['ownerTeam']
    readonly secrets: SecretRules
    readonly people: Pick<People, 'nameOf'>
    /** Wraps a use case so that new evidence is counted by how it came. */
    readonly accepting: <A extends readonly unknown[], R>(
      by: 'message' | 'form' | 'shortcut',
      work: (...args: A) => Promise<R>,
    ) => (...args: A) => Promise<R>
    readonly zones: Parameters<typeof makePlans>[0]['zones']
    readonly newId: () => string
    readonly logOf: (action: string) => Parameters<typeof makeJoinEvidence>[0]['log']
  }

/** What people do with their own evidence: write it, change it, see it, delete it. */
export function makePieces(deps: Deps) {
  const { store, secrets, now, newId, people, accepting, logOf } = deps
  const intake = { store, secrets, now, newId }
  const deletion = { ...deps, log: logOf('delete-evidence') }
  const deleteEvidence = makeDeleteEvidence(deletion)
  const acceptEvidence: AcceptEvidence = accepting(
    'message',
    makeAcceptEvidence({ ...intake, nudges: deps.nudges, log: logOf('accept-evidence') }),
  )
  return {
    acceptEvidence,
    changeEvidence: makeChangeEvidence({
      store,
      secrets,
      deleteEvidence,
      acceptEvidence,
      now,
      log: logOf('change-evidence'),
    }),
    sweepUnsure: makeSweepUnsure({ ...deps, log: logOf('sweep-unsure') }),
    sweepPlans: makeSweepPlans({ ...deps, log: logOf('sweep-plans') }),
    plans: makePlans({ store, zones: deps.zones, newId, now, log: logOf('plans') }),
    saveFact: makeSaveFact({ store, secrets, now, log: logOf('save-fact') }),
    keepOrDrop: makeKeepOrDrop({ store, log: logOf('keep-or-drop') }),
    joinEvidence: makeJoinEvidence({ store, log: logOf('join-evidence') }),
    logEvidence: accepting('form', makeLogEvidence({ ...intake, log: logOf('log-evidence') })),
    saveMessage: accepting('shortcut', makeSaveMessage({ ...intake, people, log: logOf('log-evidence') })),
    listEvidence: makeListEvidence(deps),
    deleteEvidence,
    deletePerson: makeDeletePerson(deletion),
  }
}
