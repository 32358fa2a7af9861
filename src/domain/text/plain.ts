/** Lower case, letters and digits alone, single spaces: what two spellings of one name share. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+\+/g, ' plus plus')
    .replace(/(?<=\p{L})#/gu, ' sharp')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A name as part of an id: "Tech and Tooling" is `tech-and-tooling`. Empty when it holds no letter or digit. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/\+\+/g, '-plus-plus')
    .replace(/(?<=\p{L})#/gu, '-sharp')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
