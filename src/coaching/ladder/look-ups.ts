import { makeLookUpLadder } from './look-up-ladder.ts'
import { makeTellLadderChange } from './tell-ladder-change.ts'

type Asked = Parameters<typeof makeLookUpLadder>[0]
type Told = Parameters<typeof makeTellLadderChange>[0]

type Deps = Asked &
  Omit<Told, 'log'> & {
    readonly store: Asked['store'] & Told['store']
    readonly logOf: (action: string) => Told['log']
  }

/** What people look up in the ladders, and what they are told when a ladder was edited. */
export function makeLookUps(deps: Deps) {
  return {
    lookUpLadder: makeLookUpLadder(deps),
    tellLadderChange: makeTellLadderChange({ ...deps, log: deps.logOf('tell-ladder-change') }),
  }
}
