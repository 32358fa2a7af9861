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

/** What the tz database calls a zone today, where the runtime still lists the name that it had before. */
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
  ])('are also those of large cities and of countries with one zone: %s', (word, zones) => {
    expect(zonesOf(word)).toEqual(zones)
  })

  it.each([
    ['newcastle', ['Europe/London', 'Australia/Sydney']],
    ['birmingham', ['Europe/London', 'America/Chicago']],
    ['georgia', ['America/New_York', 'Asia/Tbilisi']],
    ['victoria', ['America/Vancouver', 'Indian/Mahe', 'Asia/Hong_Kong']],
  ])('are left open where a name is that of several places: %s', (word, zones) => {
    expect(zonesOf(word)).toEqual(zones)
  })

  it('are not those of small places that share them with larger ones', () => {
    for (const word of ['plymouth', 'hamilton', 'saint paul', 'santa cruz', 'split', 'mary'])
      expect(zonesOf(word)).toEqual([])
  })

  it('lead to zones that the tz database has', () => {
    const words = ['united arab emirates', 'morocco', 'faroe islands', 'chengdu', 'odesa', 'mandalay']
    const zones = [...UNDERSTOOD.flatMap((one) => one.zones), ...words.flatMap((word) => zonesOf(word))]
    expect(new Set(zones).size).toBeGreaterThan(400)
    expect([...new Set(zones)].filter((zone) => !isKnown(zone))).toEqual([])
  })
})
