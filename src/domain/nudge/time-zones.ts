import { rawTimeZones } from '@vvo/tzdb'
import { ZONE_ALIASES } from './zone-aliases.ts'

/** Old names that the tz database replaced but Intl still lists, with the new names (tz `backward` file). */
const NEWER: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Africa/Asmera': 'Africa/Asmara',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Enderbury': 'Pacific/Kanton',
}

/** A name in plain letters: "São Paulo" and "sao_paulo" become "sao paulo". */
const spelled = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

/** The rows of our own list: zones, and what people call them in addition to their usual names. */
const aliases = (): { readonly zones: readonly string[]; readonly called: readonly string[] }[] =>
  ZONE_ALIASES.trim()
    .split('\n')
    .map((row) => {
      const [zones = '', called = ''] = row.split(/: ?/)
      return { zones: zones.split(' '), called: called.split(', ').filter(Boolean) }
    })

/**
 * Countries with one zone, and large cities in the zones of our own list. A city name has several zones if several
 * cities have that name. Small places in other zones are left out: nobody who types "plymouth" means the town in
 * Montserrat.
 */
const usualNames = (ours: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const cities = Map.groupBy(
    rawTimeZones.flatMap(({ name, mainCities }) => mainCities.map((city) => ({ city: spelled(city), name }))),
    ({ city }) => city,
  )
  const names = new Map<string, readonly string[]>()
  for (const [city, places] of cities) {
    const zones = [...new Set(places.map(({ name }) => name))]
    if (zones.some((zone) => ours.has(zone))) names.set(city, zones)
  }
  for (const [country, zones] of Map.groupBy(rawTimeZones, ({ countryName }) => countryName))
    if (zones.length === 1) names.set(spelled(country), [zones[0]!.name])
  return names
}

const makeNames = (): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, readonly string[]>()
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const zone = NEWER[listed] ?? listed
    for (const name of [listed, zone]) names.set(spelled(cityOf(name)), [zone])
  }
  const own = aliases()
  for (const { zones, called } of own) for (const name of called) names.set(name, zones)
  for (const [name, zones] of usualNames(new Set(own.flatMap(({ zones }) => zones))))
    if (!names.has(name)) names.set(name, zones)
  return names
}
let known: ReadonlyMap<string, readonly string[]> | null = null
const namesOfZones = (): ReadonlyMap<string, readonly string[]> => (known ??= makeNames())

/** The name of a zone, in any case, as the tz database writes it. Null if there is none. Offsets are not names. */
export function zoneNamed(name: string): string | null {
  if (!/^[A-Za-z]+[/_][A-Za-z0-9+_-]+(?:\/[A-Za-z0-9+_-]+)*$/.test(name) && name !== 'UTC') return null
  try {
    const { timeZoneId } = new Temporal.ZonedDateTime(0n, name)
    return NEWER[timeZoneId] ?? timeZoneId
  } catch {
    return null
  }
}

/** "UTC+2" as the tz database writes it, with the opposite sign (`etcetera` file). Only whole hours. */
const zoneAhead = (text: string): string | null => {
  const [, sign, digits] = /^(?:utc|gmt)\s?([+−-])\s?(\d{1,2})(?::?00)?$/iu.exec(text) ?? []
  const hours = Number(digits)
  if (!sign || hours > (sign === '+' ? 14 : 12)) return null
  return hours === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`
}

/**
 * The zones that a name may mean: Europe/London, london, "new york city", CET, UTC+2. Several if the name is ambiguous,
 * empty if it is not a zone.
 */
export function zonesOf(text: string): readonly string[] {
  if (text.length > 40) return []
  const one = text.includes('/') ? zoneNamed(text.replaceAll(' ', '_')) : zoneAhead(text)
  return one !== null ? [one] : (namesOfZones().get(spelled(text)) ?? [])
}

/** Names of zones that are long enough to correct their spelling, as people write them. */
export function zoneNames(): readonly string[] {
  return [...namesOfZones().keys()].filter((name) => name.length > 3)
}

/** The city that a zone is known by: "New York" for America/New_York. Other zones keep their whole name. */
export function zoneCity(zone: string): string {
  return zone.includes('/') && !zone.startsWith('Etc/') ? cityOf(zone) : zone
}
