import { makeLookUpLadder } from './look-up-ladder.ts'
import { makeTellLadderChange } from './tell-ladder-change.ts'

type LookUpDeps = Parameters<typeof makeLookUpLadder>[0]
type TellChangeDeps = Parameters<typeof makeTellLadderChange>[0]

type Deps = LookUpDeps &
  Omit<TellChangeDeps, 'log'> & {
    readonly store: LookUpDeps['store'] & TellChangeDeps['store']
    readonly logOf: (action: string) => TellChangeDeps['log']
  }

/** What people look up in the ladders, and what the coach tells them after an edit of a ladder. */
export function makeLookUps(deps: Deps) {
  return {
    lookUpLadder: makeLookUpLadder(deps),
    tellLadderChange: makeTellLadderChange({ ...deps, log: deps.logOf('tell-ladder-change') }),
  }
}
