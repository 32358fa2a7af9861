import type { SecretKind } from '../../domain/evidence/evidence.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { KEY_SHAPES, TOKEN_SHAPES } from './token-shapes.ts'

/** A part of a text that is a secret. Offsets are in UTF-16 units, and the end is exclusive. */
export type FoundSecret = { readonly start: number; readonly end: number; readonly kind: SecretKind }

type Shape = {
  readonly kind: SecretKind
  readonly pattern: RegExp
  /** A test that the pattern cannot express, such as "has a digit". */
  readonly holds?: (secret: string) => boolean
}

const hasDigit = (text: string): boolean => /\d/.test(text)
const hasBothCases = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text)

/** False for a name in code. Its words are never this long, and few tokens have neither a digit nor such a part. */
const isNoName = (text: string): boolean =>
  hasDigit(text) || (hasBothCases(text) && /[A-Za-z]{16}/.test(text))

/** False for words such as "sk-learn-based-models", which have neither digits nor capitals. */
const isRandom = (text: string): boolean =>
  hasDigit(text) && (hasBothCases(text) || !/-.*-/.test(text.slice(3)))

/** The longest private key that is looked for, in characters. An RSA key of 8,192 bits has 6,400. */
const MOST_KEY = 12_000

/** The shapes of secrets. If several match, the first one names the kind. */
const SHAPES: readonly Shape[] = [
  { kind: 'token', pattern: new RegExp(`(?<![A-Za-z0-9])${anyOf(TOKEN_SHAPES)}`, 'g'), holds: isNoName },
  { kind: 'token', pattern: /(?<![A-Za-z0-9])xox[abcdeoprs](?:\.xox[bp])?-[A-Za-z0-9-]{8,300}/g },
  { kind: 'key', pattern: new RegExp(`(?<![A-Za-z0-9])${anyOf(KEY_SHAPES)}`, 'g') },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,300}/g, holds: isRandom },
  // JSON Web Tokens: two parts in base64 that begin with {" and usually a signature.
  { kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{8,8000}(?:\.[\w-]{0,1000})?/g },
  // Webhooks, which need no other key: anybody who knows the address may post.
  {
    kind: 'token',
    pattern: new RegExp(
      [
        String.raw`(?<![\w.-])(?:https?://)?hooks\.slack(?:-gov)?\.com/`,
        '(?:services|workflows|triggers)/[A-Za-z0-9+/_-]{8,300}',
      ].join(''),
      'gi',
    ),
  },
  {
    kind: 'token',
    pattern: new RegExp(
      String.raw`(?<![\w.-])https?://${anyOf({
        Discord: String.raw`(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/\d{5,25}`,
        Teams: String.raw`[a-z0-9-]{1,60}\.webhook\.office\.com/webhookb2`,
      })}/[\w@/-]{20,400}`,
      'gi',
    ),
  },
  { kind: 'token', pattern: /(?<![\w:])\d{8,10}:AA[\w-]{30,40}/g }, // Telegram
  {
    kind: 'token',
    pattern: /(?<![\w.-])[MNO][\w-]{22,26}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
    holds: hasBothCases,
  }, // Discord
  { kind: 'token', pattern: /(?<![\w.-])s\.[A-Za-z0-9]{24}(?!\w)/g, holds: hasBothCases }, // Vault before 1.10
  { kind: 'key', pattern: /(?<![\w-])[\w-]{8,30}:APA91b[\w-]{100,200}/g }, // Firebase
  { kind: 'key', pattern: /(?<![A-Za-z0-9+/-])[A-Za-z0-9+/]{86}==/g }, // an Azure storage key
  { kind: 'key', pattern: /(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{31,34}/g }, // an Azure client secret
  { kind: 'private key', pattern: /AGE-SECRET-KEY-1[A-Z0-9]{20,60}/g },
  {
    kind: 'private key',
    pattern:
      /Private-Lines: \d{1,3}\s{1,2}(?:[A-Za-z0-9+/=]{1,80}\s{0,2}){1,90}(?:Private-MAC: [a-f0-9]{40,64})?/g,
  },
]

/**
 * A login with a password before a host. In a web address, only the login is secret. Anything else is a connection
 * string, which is secret as a whole.
 */
const WITH_PASSWORD = new RegExp(
  [
    '(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{1,20})://',
    // The password itself may contain an @.
    '([^\\s/@:<>"\'`|]{0,200}:[^\\s@<>"\'`|]{1,200}(?:@[^\\s@/<>"\'`|]{1,100})?)',
    '@([^\\s<>"\'`|]{1,400})',
  ].join(''),
  'g',
)

/** A placeholder for a password: `$PASSWORD`, `<password>`, `{{password}}`, `****`. */
const SLOT = new RegExp(
  `^${anyOf({
    'a variable': String.raw`\$\{?\w|%\w+%`,
    brackets: String.raw`\{\{?|<|\[`,
    'marks alone': String.raw`\*+$|•+$|x{3,}$|X{3,}$|\.{3}|…|_{3,}$`,
    'said to be yours':
      '(?:your|my)[-_ ]?(?:[a-z]+[-_ ]?)?(?:password|token|key|secret|value)(?:[-_ ]?here)?$',
    'said to be none': 'redacted|removed|placeholder',
  })}`,
  'i',
)

/** Whether a value is only a placeholder for one. */
export function isSlot(value: string): boolean {
  return SLOT.test(value)
}

const connectionStrings = (text: string): FoundSecret[] =>
  [...text.matchAll(WITH_PASSWORD)].flatMap((match): FoundSecret[] => {
    const [whole, scheme = '', login = ''] = match
    const password = login.slice(login.indexOf(':') + 1)
    if (isSlot(password)) return []
    const start = match.index
    if (/^(?:https?|s?ftps?|ssh|git)$/i.test(scheme)) {
      // "http://localhost:3000/@scope" has a port and a path, and no password.
      if (password.includes('/')) return []
      const from = start + scheme.length + 3
      return [{ start: from, end: from + login.length, kind: 'password' }]
    }
    return [
      {
        start,
        end: start + whole.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, '').length,
        kind: 'connection string',
      },
    ]
  })

/** The first or last line of a private key. Its hyphens may have become dashes, or may be missing. */
const KEY_EDGE = /[-–—]{0,5}\s?\b(BEGIN|END)\s?[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?(?:\s?[-–—]{1,5})?/g

/** Lines of base64, with line breaks or with "\n" written out. Old keys have header lines in between. */
const BREAKS = String.raw`(?:\s|\\[nr]){0,80}`
const BASE64_LINE = anyOf({
  header: String.raw`(?:Proc-Type|DEK-Info|Comment|Version): ?[^\n\\]{1,80}`,
  base64: '[A-Za-z0-9+/=]{16,}',
})
const BASE64_ON = new RegExp(`${BREAKS}(?:${BASE64_LINE}${BREAKS})+`, 'y')

/** Where the base64 that ends at `end` starts. Its last line may be short. The others have at least 16 characters. */
const base64Before = (text: string, least: number, end: number): number => {
  let start = end
  let at = end
  for (let line = 0; at > least; line += 1) {
    while (at > least && /\s/.test(text[at - 1]!)) at -= 1
    if (text.startsWith('\\n', at - 2)) at -= 2
    const last = at
    while (at > least && /[A-Za-z0-9+/=]/.test(text[at - 1]!)) at -= 1
    if (last - at < (line === 0 ? 1 : 16)) break
    start = at
  }
  return start
}

/** Private keys, whole or cut off: from BEGIN to END, from BEGIN to the end of the base64, or base64 before an END. */
const privateKeys = (text: string): FoundSecret[] => {
  const edges = [...text.matchAll(KEY_EDGE)].map((match) => ({
    begins: match[1] === 'BEGIN',
    dashes: /^[-–—]/.test(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  return edges.flatMap((edge, index): FoundSecret[] => {
    const next = edges[index + 1]
    const before = edges[index - 1]
    if (edge.begins) {
      BASE64_ON.lastIndex = edge.end
      const body = BASE64_ON.exec(text)?.[0].trimEnd() ?? ''
      const closes = next && !next.begins && next.start - edge.end < MOST_KEY
      if (closes && (body || edge.dashes)) return [{ start: edge.start, end: next.end, kind: 'private key' }]
      return body ? [{ start: edge.start, end: edge.end + body.length, kind: 'private key' }] : []
    }
    if (before?.begins && edge.start - before.end < MOST_KEY) return []
    const start = base64Before(text, before?.end ?? 0, edge.start)
    return edge.start - start > 16 ? [{ start, end: edge.end, kind: 'private key' }] : []
  })
}

/**
 * Finds secrets by their own shape, wherever they are. It finds what secretlint's rules don't know or ignore, such as
 * documented example keys and keys that were cut off. token-shapes.ts says where the shapes are from. Every repetition
 * has a limit, so that no text takes long.
 */
export function secretsByShape(text: string): FoundSecret[] {
  return [
    ...SHAPES.flatMap(({ kind, pattern, holds = () => true }) =>
      [...text.matchAll(pattern)]
        .filter(([secret]) => holds(secret))
        .map((match): FoundSecret => ({ start: match.index, end: match.index + match[0].length, kind })),
    ),
    ...connectionStrings(text),
    ...privateKeys(text),
  ]
}
