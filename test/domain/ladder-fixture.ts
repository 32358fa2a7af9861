import type { Expectation, Ladder } from '../../src/domain/ladder/ladder.ts'

const row = (level: string, competency: string, ...texts: string[]): Expectation[] =>
  texts.map((text, index) => ({ id: `sre/${level}/${competency}/${index + 1}`, text, bullet: index + 1 }))

/** Three levels and three competencies: enough for every rule, small enough to read. */
export const smallLadder: Ladder = {
  id: 'sre',
  name: 'SRE',
  version: 'a'.repeat(40),
  about: null,
  synonyms: {},
  sustainedMonths: 6,
  themes: {},
  levels: [
    { id: 'L1', rank: 1, title: 'Junior SRE', about: null },
    { id: 'L2', rank: 2, title: 'SRE', about: null },
    { id: 'L3', rank: 3, title: 'Senior SRE', about: null },
  ],
  areas: [
    {
      id: 'skill',
      name: 'Skill',
      competencies: [
        { id: 'mastery', name: 'Mastery', subtitle: null, about: null },
        { id: 'scope', name: 'Scope', subtitle: null, about: null },
      ],
    },
    {
      id: 'engagement',
      name: 'Engagement',
      competencies: [{ id: 'ownership', name: 'Ownership', subtitle: 'Manager of One', about: null }],
    },
  ],
  rows: {
    L1: {
      mastery: row('L1', 'mastery', 'Shadows on call shifts.'),
      scope: row('L1', 'scope', 'Works independently on smaller projects.'),
      ownership: row('L1', 'ownership', 'Requires help setting a direction.'),
    },
    L2: {
      mastery: row('L2', 'mastery', 'Participates in on call shifts.', 'Performs low-risk maintenance.'),
      scope: row('L2', 'scope', 'Works independently on small projects.'),
      ownership: row('L2', 'ownership', 'Set their own direction once assigned work.'),
    },
    L3: {
      mastery: row(
        'L3',
        'mastery',
        'Full participant in on-call shifts.',
        'Plans and performs maintenance independently.',
      ),
      scope: row('L3', 'scope', 'Works independently on small projects.'),
      ownership: row('L3', 'ownership', 'Sets their own direction and works with little oversight.'),
    },
  },
}
