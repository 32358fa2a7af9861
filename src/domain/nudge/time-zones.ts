/** Names that the tz database gave up, which Intl still lists, and what it calls them now (tz `backward` file). */
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

/**
 * What people call a zone beside the names of the tz database: large cities without one of their own, countries
 * with one zone, and abbreviations. Several zones: it could be any of them, and whoever writes it is asked.
 */
const CALLED = `
UTC: utc, gmt, z, zulu, greenwich
Europe/London: uk, united kingdom, britain, england, scotland, wales, manchester, edinburgh, glasgow, leeds, liverpool, british
Europe/Dublin: ireland
Europe/Lisbon: portugal, porto, wet, west
Europe/Berlin: germany, cet, cest, mez, mesz, central european, munich, hamburg, frankfurt, cologne, stuttgart, dusseldorf, leipzig, dresden
Europe/Paris: france, lyon, marseille, toulouse, nantes
Europe/Madrid: spain, barcelona, valencia, seville
Europe/Rome: italy, milan, turin, naples
Europe/Zurich: switzerland, geneva, basel, bern, lausanne
Europe/Vienna: austria
Europe/Amsterdam: netherlands, holland, rotterdam, utrecht, the hague, eindhoven
Europe/Brussels: belgium, antwerp, ghent
Europe/Copenhagen: denmark
Europe/Stockholm: sweden, gothenburg, malmo
Europe/Oslo: norway, bergen
Europe/Helsinki: finland, eet, eest, tampere
Europe/Warsaw: poland, krakow, cracow, gdansk, wroclaw, poznan
Europe/Prague: czechia, czech republic, brno
Europe/Budapest: hungary
Europe/Bucharest: romania, cluj
Europe/Athens: greece
Europe/Istanbul: turkey, ankara
Europe/Kyiv: kiev, ukraine, lviv
Europe/Moscow: msk, saint petersburg, st petersburg
Asia/Jerusalem: israel, tel aviv, haifa
Asia/Dubai: gst, uae, abu dhabi
Asia/Riyadh: saudi arabia, jeddah
Asia/Karachi: pakistan, pkt, lahore, islamabad
Asia/Kolkata: india, bangalore, bengaluru, mumbai, bombay, delhi, new delhi, chennai, hyderabad, pune, calcutta
Asia/Kathmandu: nepal, npt, katmandu
Asia/Dhaka: bangladesh
Asia/Yangon: rangoon
Asia/Bangkok: thailand
Asia/Ho_Chi_Minh: vietnam, saigon, hanoi, ho chi minh city
Asia/Jakarta: wib
Asia/Singapore: sgt
Asia/Hong_Kong: hkt
Asia/Shanghai: china, beijing, shenzhen, guangzhou, hangzhou
Asia/Taipei: taiwan
Asia/Manila: philippines, pht
Asia/Tokyo: japan, jst, osaka, kyoto
Asia/Seoul: south korea, korea, kst, busan
Australia/Sydney: aedt, canberra
Australia/Perth: awst
Pacific/Auckland: new zealand, nzst, nzdt, wellington, christchurch
Africa/Johannesburg: south africa, sast, cape town, durban, pretoria
Africa/Nairobi: kenya, eat
Africa/Lagos: nigeria, wat, abuja
Africa/Cairo: egypt, alexandria
America/New_York: et, est, edt, eastern, us eastern, nyc, new york city, boston, philadelphia, washington dc, dc, atlanta, miami, pittsburgh
America/Toronto: ottawa, montreal, quebec
America/Chicago: ct, cdt, central, us central, austin, dallas, houston, minneapolis, nashville
America/Denver: mt, mdt, mountain, us mountain, salt lake city
America/Los_Angeles: pt, pst, pdt, pacific, us pacific, la, sf, san francisco, bay area, seattle, san diego, san jose, palo alto, las vegas
Pacific/Honolulu: hawaii, hst
America/Halifax: adt
America/Mexico_City: mexico city
America/Sao_Paulo: brt, rio, rio de janeiro, brasilia
America/Argentina/Buenos_Aires: argentina, art
America/Bogota: colombia, medellin
America/Lima: peru
Asia/Kolkata Europe/Dublin Asia/Jerusalem: ist
America/Chicago Asia/Shanghai America/Havana: cst
Europe/London Asia/Dhaka: bst
America/Denver America/Phoenix Asia/Kuala_Lumpur: mst
America/Halifax Asia/Riyadh: ast
Asia/Singapore Pacific/Pago_Pago: sst
Australia/Sydney Australia/Brisbane: aest
Australia/Adelaide Australia/Darwin: acst
`

/** A name in its plain letters: "São Paulo" and "sao_paulo" are "sao paulo". */
const spelled = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

const makeNames = (): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, readonly string[]>()
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const zone = NEWER[listed] ?? listed
    for (const name of [listed, zone]) names.set(spelled(cityOf(name)), [zone])
  }
  for (const row of CALLED.trim().split('\n')) {
    const [zones = '', called = ''] = row.split(': ')
    for (const name of called.split(', ')) names.set(name, zones.split(' '))
  }
  return names
}
let known: ReadonlyMap<string, readonly string[]> | null = null
const namesOfZones = (): ReadonlyMap<string, readonly string[]> => (known ??= makeNames())

/** The name of a zone as the tz database writes it, in any case; null: there is none. Offsets are no names. */
export const zoneNamed = (name: string): string | null => {
  if (!/^[A-Za-z]+[/_][A-Za-z0-9+_-]+(?:\/[A-Za-z0-9+_-]+)*$/.test(name) && name !== 'UTC') return null
  try {
    const { timeZoneId } = new Temporal.ZonedDateTime(0n, name)
    return NEWER[timeZoneId] ?? timeZoneId
  } catch {
    return null
  }
}

/** "UTC+2" as the tz database writes it, with its sign turned round (`etcetera` file); whole hours alone. */
const zoneAhead = (text: string): string | null => {
  const [, sign, digits] = /^(?:utc|gmt)\s?([+−-])\s?(\d{1,2})(?::?00)?$/iu.exec(text) ?? []
  const hours = Number(digits)
  if (!sign || hours > (sign === '+' ? 14 : 12)) return null
  return hours === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`
}

/**
 * The zones that somebody may mean by a name: Europe/London, london, "new york city", CET, UTC+2. Several where
 * the name is used for several; empty where it is no zone's.
 */
export const zonesOf = (text: string): readonly string[] => {
  if (text.length > 40) return []
  const one = text.includes('/') ? zoneNamed(text.replaceAll(' ', '_')) : zoneAhead(text)
  return one !== null ? [one] : (namesOfZones().get(spelled(text)) ?? [])
}

/** Names of zones that can be misspelled, as people write them. */
export const zoneNames = (): readonly string[] => [...namesOfZones().keys()].filter((name) => name.length > 3)

/** The city by which a zone is known: "New York" for America/New_York; other zones by their whole name. */
export const zoneCity = (zone: string): string =>
  zone.includes('/') && !zone.startsWith('Etc/') ? cityOf(zone) : zone
