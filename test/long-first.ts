import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, in this order. A clean checkout knows no times of an earlier run, and Vitest would go by
 * the size of a file: the longest are small, and at the end the other workers would wait minutes for them.
 */
const LONGEST = [
  'nudge-year',
  'eval/generated',
  'kill',
  'eval/attacks',
  'eval/personas',
  'tries',
  'main',
  'edit-moves',
  'commands/ladder',
  'slack-words',
  'documents',
  'intake',
  'slack-faults',
]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return at === -1 ? LONGEST.length : at
}

/** Runs the longest files first, and the rest as Vitest does. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
