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

/** Whether a period begins and ends with a month. */
const isMonths = (from: string, to: string): boolean =>
  from.endsWith('-01') && Temporal.PlainDate.from(to).add({ days: 1 }).day === 1

/** Two ISO days or months: "15 March 2027", "3 to 5 March 2026", "March to April 2026". Whole months have no days. */
export function periodInWords(from: string, to: string): string {
  if (from.length > 7 && to.length > 7 && isMonths(from, to))
    return periodInWords(from.slice(0, 7), to.slice(0, 7))
  const [end, begin] = [dateInWords(to), dateInWords(from)]
  if (from === to) return end
  const first = begin.split(' ')
  // What both end with is said once.
  while (
    first.length > 1 &&
    end.endsWith(
      ` ${begin
        .split(' ')
        .slice(first.length - 1)
        .join(' ')}`,
    )
  )
    first.pop()
  return `${first.join(' ')} to ${end}`
}

/** A number with a comma after its thousands: "10,000". */
export function numberInWords(count: number): string {
  return count.toLocaleString('en-US')
}

/** "a, b and c", in a language (ISO 639-1). */
export function listed(things: readonly string[], locale = 'en'): string {
  return new Intl.ListFormat(asWeWrite(locale), { type: 'conjunction' }).format(things)
}

/** "a, b or c". */
export function either(things: readonly string[]): string {
  return new Intl.ListFormat(asWeWrite('en'), { type: 'disjunction' }).format(things)
}
