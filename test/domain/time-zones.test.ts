import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zoneNamed, zonesOf } from '../../src/domain/nudge/time-zones.ts'

/** Every word that was understood before names came from a package, as `zones: word, word`. */
const UNDERSTOOD = readFileSync('test/fixtures/nudge/zone-words.txt', 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [zones = '', words = ''] = line.split(': ')
    return words.split(', ').map((word) => ({ word, zones: zones.split(' ') }))
  })

/** The current name of a zone in the tz database, if the runtime still lists the old one. */
const isKnown = (zone: string): boolean => zoneNamed(zone) === zone

describe('the names of time zones', () => {
  it('are understood as they were before they came from a package', () => {
    expect(UNDERSTOOD.length).toBe(656)
    expect(UNDERSTOOD.filter(({ word, zones }) => zonesOf(word).join() !== zones.join())).toEqual([])
  })

  it.each([
    ['Yokohama', ['Asia/Tokyo']],
    ['estonia', ['Europe/Tallinn']],
    ['Kharkiv', ['Europe/Kyiv']],
    ['Łódź', ['Europe/Warsaw']],
    ['El Paso', ['America/Denver']],
  ])('include large cities and countries with one zone: %s', (word, zones) => {
    expect(zonesOf(word)).toEqual(zones)
  })

  it.each([
    ['newcastle', ['Europe/London', 'Australia/Sydney']],
    ['birmingham', ['Europe/London', 'America/Chicago']],
    ['georgia', ['America/New_York', 'Asia/Tbilisi']],
    ['victoria', ['America/Vancouver', 'Indian/Mahe', 'Asia/Hong_Kong']],
  ])('stay ambiguous if several places have the name: %s', (word, zones) => {
    expect(zonesOf(word)).toEqual(zones)
  })

  it('are not those of small places with the name of a larger one', () => {
    for (const word of ['plymouth', 'hamilton', 'saint paul', 'santa cruz', 'split', 'mary'])
      expect(zonesOf(word)).toEqual([])
  })

  it('lead only to zones in the tz database', () => {
    const words = ['united arab emirates', 'morocco', 'faroe islands', 'chengdu', 'odesa', 'mandalay']
    const zones = [...UNDERSTOOD.flatMap((one) => one.zones), ...words.flatMap((word) => zonesOf(word))]
    expect(new Set(zones).size).toBeGreaterThan(400)
    expect([...new Set(zones)].filter((zone) => !isKnown(zone))).toEqual([])
  })
})
