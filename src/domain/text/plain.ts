/** Lower-case letters and digits with single spaces, so that two spellings of a name match. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+\+/g, ' plus plus')
    .replace(/(?<=\p{L})#/gu, ' sharp')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a message as it was said: no capitals, punctuation, emoji or emoji names, but "don't" is one word. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/:[a-z0-9_+'-]+:/g, ' ')
    .replace(/[^\p{L}\p{N}\s']|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A name as part of an id: "Tech and Tooling" is `tech-and-tooling`. Empty if it contains no letter or digit. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/\+\+/g, '-plus-plus')
    .replace(/(?<=\p{L})#/gu, '-sharp')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
