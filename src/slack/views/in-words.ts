/** Adjusts Intl's English to ours: "15 March 2027", and no comma before "and". */
const asWeWrite = (locale: string): string => (locale === 'en' ? 'en-GB' : locale)

/** `2027-03` as "March 2027", `2027-03-15` as "15 March 2027", in a language (ISO 639-1). */
export function dateInWords(date: string, locale = 'en'): string {
  const [year, month, day] = date.split('-')
  return new Intl.DateTimeFormat(asWeWrite(locale), {
    ...(day ? { day: 'numeric' } : {}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`))
}

/** "a, b and c", in a language (ISO 639-1). */
export function listed(things: readonly string[], locale = 'en'): string {
  return new Intl.ListFormat(asWeWrite(locale), { type: 'conjunction' }).format(things)
}

/** "a, b or c". */
export function either(things: readonly string[]): string {
  return new Intl.ListFormat(asWeWrite('en'), { type: 'disjunction' }).format(things)
}
