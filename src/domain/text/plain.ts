/** Lower case, letters and digits alone, single spaces: what two spellings of one name share. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+\+/g, ' plus plus')
    .replace(/(?<=\p{L})#/gu, ' sharp')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A name as part of an id: "Tech and Tooling" is `tech-and-tooling`. Empty when it holds no letter or digit. */
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
