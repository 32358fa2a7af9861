/** A dotted word that a client could turn into a link: "bit.ly", "evil.sh". No host has more parts. */
const DOTTED = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}](?:[\p{L}\p{N}_-]*\.){1,20}\p{L}{2,}(?![\p{L}\p{N}_-])\/?/gu

/** File extensions that are not top-level domains. */
const FILE =
  /\.(?:js|mjs|jsx|ts|tsx|json|yml|yaml|toml|sql|tf|xml|csv|html|css|txt|log|conf|cfg|ini|lock|proto)$/i

/** Words that send the reader somewhere: "see evil.ru", "at evil.zip". */
const LEADS = /\b(?:see|visit|open|read|run|check|at|to|from|on|via)\s+$/i

/** The same for a file. Fewer words, because work on a file may be described. */
const SENDS = /\b(?:see|visit|look at|go to|open)\s+$/i

/** Few texts have a dot between letters, so the others skip the closer look. */
const dottedIn = (text: string) => (/\.\p{L}{2}/u.test(text) ? [...text.matchAll(DOTTED)] : [])

/** The files and hosts that a text names, in lower case and without a path. */
export function hostsIn(text: string): ReadonlySet<string> {
  return new Set(dottedIn(text).map(([word]) => word.toLowerCase().replace(/\/$/, '')))
}

/**
 * Objects to files and hosts that the sources do not name, and to any address with a path, which would send people
 * somewhere. `knows` tells whether the sources name a host in lower case.
 */
export function hostObjections(text: string, knows: (host: string) => boolean): string[] {
  return dottedIn(text)
    .filter(({ 0: word, index }) => {
      if (word.endsWith('/')) return true
      if (knows(word.toLowerCase())) return false
      if (FILE.test(word)) return SENDS.test(text.slice(Math.max(0, index - 12), index))
      // "Load-test socket.io" is about a library and sends nobody anywhere.
      return (
        !/\.(?:io|net|ai)$/i.test(word) ||
        LEADS.test(text.slice(Math.max(0, index - 12), index)) ||
        index === 0
      )
    })
    .map(({ 0: word }) => `"${word}" reads like an address that is not in the evidence`)
}
