import { anyOf } from '../../domain/text/patterns.ts'
import { CAMEL_WORDS, KEY_WORDS, PASSWORD_WORDS, TOKEN_WORDS, UNSPACED_WORDS } from './secret-labels.ts'
import { type FoundSecret, isSlot } from './secret-shapes.ts'
import { type Adjacency, isKey, isPassword, type ValueInContext } from './secret-values.ts'

/**
 * A word that a secret follows. It can be a separate word, a part of a name in code (`DB_PASSWORD`, `secret-key-base`),
 * or the end of one (`dbPassword`).
 */
const WORDS = new RegExp(
  anyOf({
    'a word of its own': [
      '(?<![\\p{L}\\d])',
      anyOf([
        `(?<password>${anyOf(PASSWORD_WORDS)})`,
        `(?<token>${anyOf(TOKEN_WORDS)})`,
        `(?<key>${anyOf(KEY_WORDS)})`,
        '(?<bare>keys?)',
      ]),
      '(?:[_-][A-Za-z0-9]{1,15}){0,2}(?![\\p{L}\\d])',
    ].join(''),
    'without spaces around': `(?<unspaced>${anyOf(UNSPACED_WORDS)})`,
    'the end of a name': `(?<=[a-z])(?<camel>${anyOf(CAMEL_WORDS)})(?![\\p{L}\\d])`,
  }),
  'giu',
)

const QUOTE = '["\'`“”‘’*_~]{0,3}'
const VALUE = '(["“‘`\'][^"“”‘’`\'\\n]{3,200}["”’`\']|[^\\s<>"“”`|]{3,1000})'

/** What may be between a word and its value. Every repetition has a limit, and no part can match in two ways. */
const LINKS = (
  [
    // password=x, password := x
    ['tight', [QUOTE, '\\s{0,2}(?::=|=>|==?)\\s{0,2}']],
    // password: x, password -> x
    ['plain', [QUOTE, '\\s{0,3}(?:[:：]|->|→|是|为|は)[*_~]{0,3}\\s{0,4}']],
    // password is x, password is now: x
    [
      'plain',
      [
        QUOTE,
        '\\s{1,3}(?:is|was|are|were|ist|es|est)[:]?',
        '\\s{1,3}(?:(?:now|still|just|simply|set to)\\s)?',
      ],
    ],
    // password for x
    ['far', [QUOTE, '\\s{1,3}(?:for|of|on|to|in|from|at|as)\\s{1,3}']],
    // password for the staging database is x, password on db1: x
    [
      'far',
      [
        QUOTE,
        '\\s{1,3}(?:for|of|on|to|in|from|at)\\s{1,3}',
        "(?:[\\w.@/'’-]{1,40}\\s{1,3}){0,6}?",
        "(?:(?:is|was|to|into|as)\\s{1,3}|[\\w.@/'’-]{1,40}[:=]\\s{0,3})",
      ],
    ],
    // password has been changed to x
    [
      'far',
      [
        QUOTE,
        '\\s{1,3}(?:(?:was|is|has been|got)\\s{1,3})?',
        '(?:changed|updated|rotated|reset|set|switched)\\s{1,3}(?:from|to)\\s{1,3}',
      ],
    ],
    // password (staging): x
    ['plain', [QUOTE, '\\s{0,2}\\([^()\\n]{1,40}\\)\\s{0,2}[:=]\\s{0,3}']],
    // password x, password - x
    ['none', [QUOTE, '\\s{1,3}(?:[-–—]\\s{1,2})?']],
  ] as const
).map(([link, parts]): { link: Adjacency; pattern: RegExp } => ({
  link,
  pattern: new RegExp([...parts, VALUE].join(''), 'iy'),
}))

/** In "... from this to that", the second value belongs to the same word. */
const AND_TO = new RegExp(`["'’”]?\\s{1,3}(?:to|into|->|→)\\s{1,3}${VALUE}`, 'iy')

/** A value without its quotes and without punctuation at its end. `shift` is how many characters were cut before it. */
const trimmed = (raw: string): { value: string; shift: number; quoted: boolean } => {
  if (/^["“‘`']/.test(raw)) return { value: raw.slice(1, -1), shift: 1, quoted: true }
  const shift = /^[*_~(]{1,2}(?=\w)/.exec(raw)?.[0].length ?? 0
  const value = raw.slice(shift).replace(/(?:(?<![.,;:)\]}'’*~])[.,;:)\]}'’*~]+|(?<![.!?])[.!?]{2,}|\?)$/, '')
  return { value: value.split(/[;&](?=\w+=)/)[0]!, shift, quoted: false }
}

const holds = (kind: FoundSecret['kind'], asked: ValueInContext): boolean =>
  !isSlot(asked.value) && (kind === 'password' ? isPassword(asked) : isKey(asked))

const afterWords = (text: string): FoundSecret[] => {
  const found: FoundSecret[] = []
  for (const word of text.matchAll(WORDS)) {
    const { password, token, unspaced, bare, camel = '' } = word.groups ?? {}
    const isWordOfPassword = password !== undefined || unspaced !== undefined || /^p/i.test(camel)
    const kind = isWordOfPassword ? 'password' : token || /^t/i.test(camel) ? 'token' : 'key'
    const loose = /^(?:pass|pw|cred.*)$/i.test(password ?? '') || bare !== undefined || /^key$/i.test(camel)
    const setting = /^[A-Z][A-Z0-9_]{3,}$/.test(word[0])
    const takes = (link: Adjacency, pattern: RegExp, at: number): number => {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) return 0
      const { value, shift, quoted } = trimmed(match[1]!)
      if (!holds(kind, { value, link, quoted, loose, setting })) return 0
      const start = at + match[0].length - match[1]!.length + shift
      found.push({ start, end: start + value.length, kind })
      return start + value.length
    }
    const end = word.index + word[0].length
    const taken = LINKS.reduce((done, { link, pattern }) => done || takes(link, pattern, end), 0)
    if (taken) takes('far', AND_TO, taken)
  }
  return found
}

/** Headers, options of a command, and a name with its password. The group `value` is the secret. */
const PHRASES: readonly { kind: FoundSecret['kind']; pattern: RegExp; link: Adjacency }[] = [
  {
    kind: 'token',
    link: 'none',
    pattern: /\b(?:Bearer|Authorization: ?Token)\s{1,3}(?<value>[\w.~+/=-]{12,4000})/dgi,
  },
  {
    kind: 'password',
    link: 'tight',
    pattern: /\bAuthorization: ?Basic\s{1,3}(?<value>[A-Za-z0-9+/=]{8,1000})/dgi,
  },
  {
    kind: 'password',
    link: 'tight',
    pattern: /\s--?(?:password|passwd|pass|pwd)[ =](?<value>[^\s"'`<>|]{3,200})/dg,
  },
  {
    kind: 'key',
    link: 'tight',
    pattern: /\s--?(?:api-key|token|secret|secret-key)[ =](?<value>[^\s"'`<>|]{8,2000})/dg,
  },
  {
    kind: 'password',
    link: 'tight',
    pattern: /\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]?["']?(?<value>[^\s:"']{1,100}:[^\s"']{3,200})/dg,
  },
  {
    kind: 'password',
    link: 'tight',
    pattern: new RegExp(
      [
        String.raw`\b(?:mysql|mysqldump|mariadb|sshpass|(?:docker|podman) login|twine)\b[^\n]{0,100}?`,
        String.raw`\s-p ?["']?(?<value>[^\s"'-][^\s"']{3,100})`,
      ].join(''),
      'dg',
    ),
  },
  {
    kind: 'password',
    link: 'none',
    pattern: new RegExp(
      [
        String.raw`\b(?:credentials?|creds|log(?:ged|ging)? ?in|sign(?:ed)? ?in|user(?:name)?)\b[^\n]{0,30}?`,
        '[\\s:=]["\'`]?[\\w.@+-]{2,64}["\'`]?',
        '\\s?(?:[/:]|and|with)\\s?["\'`]?(?<value>[^\\s<>"\'`|/]{6,100})',
      ].join(''),
      'dgi',
    ),
  },
]

const inPhrases = (text: string): FoundSecret[] =>
  PHRASES.flatMap(({ kind, pattern, link }) =>
    [...text.matchAll(pattern)].flatMap((match): FoundSecret[] => {
      const { value, shift } = trimmed(match.groups!.value!)
      if (!holds(kind, { value, link, quoted: false, loose: false, setting: false })) return []
      const start = match.indices!.groups!.value![0] + shift
      return [{ start, end: start + value.length, kind }]
    }),
  )

/** AWS's secret keys have no prefix. If a text has the id of a key, 40 characters of base64 in it are a secret key. */
const withAwsIds = (text: string): FoundSecret[] =>
  /(?:AKIA|ASIA)[A-Z0-9]{16}/.test(text)
    ? [...text.matchAll(/(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g)]
        .filter(([value]) => /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value))
        .map((match) => ({ start: match.index, end: match.index + 40, kind: 'key' as const }))
    : []

/**
 * Finds secrets by the words before them: `password: ...`, "the API key for staging is ...", headers and options. What
 * follows must also look random, or like a password that somebody chose, so that "rotated all API keys within 40
 * minutes" is left as it is.
 */
export function secretsByWords(text: string): FoundSecret[] {
  return [...afterWords(text), ...inPhrases(text), ...withAwsIds(text)]
}
