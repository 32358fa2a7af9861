import { wordSet } from '../text/patterns.ts'

/** Words next to which a name is more likely a tool or a place, folded. */

/** Before a tool. */
export const BEFORE_TOOLS = wordSet(`
  in using use used on to from via of the our a an new old into migrate migrated migrates migrating
  upgrade upgraded upgrading run running deploy deployed deploying with
`)

/** After a tool. */
export const BEHIND_TOOLS = wordSet(`
  code test tests script scripts app apps service services ci pipeline pipelines job jobs build builds
  gem gems version versions upgrade cluster clusters plugin plugins framework server servers model models
  api on and to
`)

/** Before a month or a day. */
export const BEFORE_TIMES = wordSet(`
  in at since during by until till before after last next this early late mid
`)

/** Before a place. */
export const BEFORE_PLACES = wordSet(`
  in at near to from our the around across of
`)

/** After a place. */
export const BEHIND_PLACES = wordSet(`
  region office offices site team datacenter data zone hub campus meetup conference based time branch
  cluster area
`)

/** Before the rest of a place name: "San Jose". */
export const PLACES_BEGIN = wordSet(`
  san santa sao saint fort port new
`)
