import { describe, expect, it } from 'vitest'
import { claimObjections, questionObjections, stepObjections } from '../../src/domain/check/check-text.ts'
import { smallLadder } from './ladder-fixture.ts'

const sources = {
  evidence:
    'I moved the queue with Colleague A and Colleague B. I fixed deploy.sh and read evil.example.com, and promoted the build.',
  rows: 'Participates in on call shifts.',
  ladder: smallLadder,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
}

describe('a text of a model', () => {
  it.each([
    'Go to bit.ly/abc',
    'Run evil.sh now',
    'See evil.co.uk/login for more.',
    'See evil.ru for more',
    'Look at deploy.sh/now for it.',
    'ask your_admin at evil.zip',
    'see https:／／evil',
    'see ｅｖｉｌ．ｒｕ for it',
    'see evil\u200B.ru for it',
  ])('leads nowhere: "%s" is refused', (text) => {
    expect(claimObjections(text, sources)).not.toEqual([])
  })

  it('may name a file that the evidence names', () => {
    expect(claimObjections('You fixed deploy.sh yourself.', sources)).toEqual([])
  })

  it.each([
    'You are ready for the next level.',
    'You seem ready.',
    'This makes you ready for promotion.',
    'Colleague A says you are not yet ready to reach a higher level.',
    'You are a staff engineer already.',
    'You are at senior level now.',
    'You operate at the level above.',
    'You already work at L3.',
    'You are senior.',
    'This is the work of a weak engineer.',
    'This was done by a weak engineer.',
    'You will be promoted.',
    'This guarantees your promotion.',
    'It is a strong case for promotion',
    'Your chances of promotion are good.',
    'They should promote you.',
    'You deserve it.',
    'Rate it highly, and score it.',
    'They rate you high.',
  ])('gives no verdict on somebody: "%s" is refused', (text) => {
    expect(claimObjections(text, sources)).not.toEqual([])
  })

  it.each([
    'You made it production-grade.',
    'The rate at which errors come fell.',
    'You promoted the build to production.',
    'You led the promotion of the replica.',
    'The build was promoted to production by the pipeline.',
    'You made the queue ready for production.',
    'Ask a senior engineer who saw it.',
    'Nobody else was on call.',
    'Someone could open it.',
    'Cross-team work shows here.',
    'Follow-up is open.',
    'You wrote the README of it.',
    'A link would show it. A colleague could say so.',
    'You moved it with Colleague A.',
    'You moved it with Colleagues A and B.',
    'You moved it with Colleague A/B.',
  ])('may say what is no verdict and no name: "%s"', (text) => {
    expect(claimObjections(text, sources)).toEqual([])
  })

  it.each(['You moved it with A.', 'B led it.', 'Write to email A.', 'Kollege A hat es bewegt.'])(
    'names nobody by a letter alone: "%s" is refused',
    (text) => {
      expect(claimObjections(text, sources)).not.toEqual([])
    },
  )

  it('counts two or three only of what is still to be done or chosen', () => {
    expect(stepObjections('Ask two teammates to follow the runbook.', sources)).toEqual([])
    expect(stepObjections('Write up the two outages.', sources)).not.toEqual([])
    expect(questionObjections('Which of the two changes was yours?', sources)).toEqual([])
    expect(questionObjections('Why did it fail two times?', sources)).not.toEqual([])
    expect(claimObjections('You led two teams.', sources)).not.toEqual([])
  })

  it.each(['Two people could vouch.', 'Six hosts were moved.'])(
    'takes the number that opens "%s" for a number and for no name',
    (text) => {
      expect(claimObjections(text, sources).join()).not.toContain('name')
    },
  )
})

describe('a next step', () => {
  it.each([
    'Write up last year’s migration.',
    'Draw the errors over time.',
    'Summarize the year on call.',
    'Link the follow-up.',
  ])('may look back: "%s"', (text) => {
    expect(stepObjections(text, sources)).toEqual([])
  })

  it.each([
    'Lead it next year.',
    'Build trust over the next few years.',
    'Move it in the coming years.',
    'Write a long-term plan.',
    'Eventually lead a team.',
    'Own it someday.',
  ])('is done within weeks: "%s" is refused', (text) => {
    expect(stepObjections(text, sources)).not.toEqual([])
  })
})
