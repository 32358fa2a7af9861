/** A stretch of a text that is somebody's e-mail address or phone number. */
export type Contact = { readonly start: number; readonly end: number; readonly kind: 'email' | 'phone' }

/** Each part has an end, and a name begins where no letter of one stands before it: no text takes long. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])(?!git@)[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}(?:@|\s?[[(]at[\])]\s?)(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?[[(]dot[\])]\s?)){1,6}\p{L}{2,24}(?![\p{L}\p{N}-])/giu

/** Before a number that is none to call: part of a word, an id, an amount, a version, another number. */
const NO_NUMBER_BEFORE = String.raw`(?<![\p{L}\p{N}_#$€£¥@/=.,:%-])`
const NO_NUMBER_AFTER = String.raw`(?![\p{N}_%/:-]|[.,]\p{N}|\s?(?:ms|kb|mb|gb|tb|rps|qps|usd|eur)\b)`

const PHONES = [
  // +44 (0)20 7946 0958, +1-202-555-0143
  String.raw`\+\d{1,3}(?:[ .\-]?\(\d{1,4}\))?(?:[ .\-]?\d{1,4}){2,6}`,
  // (202) 555-0143
  String.raw`\(\d{2,5}\)[ .\-]?\d{3,4}[ .\-]?\d{3,4}`,
  // 202-555-0143, 1-800-555-0143
  String.raw`(?:1[ .\-])?\d{3}([ .\-])\d{3}\1\d{4}`,
  // 555-0143
  String.raw`555[ .\-]\d{4}`,
  // 020 7946 0958, 089/1234567, 06 12 34 56 78
  String.raw`0\d{1,4}[ ./\-]\d{2,8}(?:[ .\-]\d{2,4}){0,4}`,
  // 0044 20 7946 0958
  String.raw`00\d{1,3}(?:[ .\-]?\d{2,4}){2,5}`,
]
const PHONE = new RegExp(
  `${NO_NUMBER_BEFORE}(?:${PHONES.map((one) => `(?:${one})`).join('|')})${NO_NUMBER_AFTER}`,
  'gu',
)

/** A bare row of digits is a phone number where the word before says so. */
const CALLED =
  /\b(?:phone|tel|telephone|mobile|cell|whatsapp|call (?:me|her|him|them)|text (?:me|her|him|them)|reach (?:me|her|him|them))(?: number| no\.?)?(?: (?:is|at|on|under))?[:.]? {0,2}(?<number>\+?\d(?:[ .()/-]{0,2}\d){6,14})(?![\d%])/dgiu

const digits = (text: string): number => text.match(/\d/g)?.length ?? 0

/** Dates, years and addresses of machines have the separators of phone numbers. */
const isOther = (text: string): boolean =>
  /^(?:19|20)\d\d[ ./-](?:0?\d|1[0-2])\b|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|^(?:19|20)\d\d[ –-](?:19|20)\d\d$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(
    text,
  )

const phones = (text: string): Contact[] => {
  const shaped = [...text.matchAll(PHONE)]
    .filter(([number]) => {
      const least = /^555/.test(number) ? 7 : 8
      return digits(number) >= least && digits(number) <= 16 && !isOther(number)
    })
    .map((match): Contact => ({ start: match.index, end: match.index + match[0].length, kind: 'phone' }))
  const called = [...text.matchAll(CALLED)].map((match): Contact => {
    const [start, end] = match.indices!.groups!.number!
    return { start, end, kind: 'phone' }
  })
  return [...shaped, ...called]
}

/** E-mail addresses and phone numbers of a text in their order, none within another. */
export const findContacts = (text: string): Contact[] => {
  const emails = [...text.matchAll(EMAIL)].map(
    (match): Contact => ({ start: match.index, end: match.index + match[0].length, kind: 'email' }),
  )
  const sorted = [...emails, ...phones(text)].toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return sorted.filter((contact) => {
    if (contact.start < end) return false
    end = contact.end
    return true
  })
}
