import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSecretRules } from '../../src/adapters/secrets/secrets.ts'
import type { SecretKind } from '../../src/domain/evidence/evidence.ts'
import { readingText } from '../../src/domain/evidence/reading-text.ts'
import { ownTime } from '../fakes/own-time.ts'
import { BENIGN, HEX, PEM, PLANTED, whole } from './planted-secrets.ts'

const rules = makeSecretRules()

const sentence = ([, text, secret]: readonly [SecretKind, string, string]): {
  text: string
  secret: string
} => ({
  text: whole(text).replace('{}', () => whole(secret)),
  secret: whole(secret),
})

describe('the rules that keep secrets out of the store', () => {
  it.each(PLANTED.map((one) => [...one] as const))('take a %s out of "%s"', async (kind, text, secret) => {
    const planted = sentence([kind, text, secret])
    const { text: kept, kinds } = await rules.take(planted.text)
    for (const line of planted.secret.split('\n').filter((part) => part.length > 3))
      expect(kept).not.toContain(line)
    expect(kinds).toContain(kind)
    expect(kept).toContain(`[${kind} left out]`)
  })

  it('leave the rest of the sentence as it was', async () => {
    const { text } = await rules.take(
      whole('Built the bot with ghp_⟨⟩0123456789abcdefghijABCDEFGHIJ012345, and it helped.'),
    )
    expect(text).toBe('Built the bot with [token left out], and it helped.')
    expect((await rules.take('Clone https://me:s3cr3tpw@git.acme.dev/app now')).text).toBe(
      'Clone https://[password left out]@git.acme.dev/app now',
    )
    expect((await rules.take('The password is "hunter2".')).text).toBe(
      'The password is "[password left out]".',
    )
  })

  it.each(BENIGN)('leave "%s" alone', async (text) => {
    expect(await rules.take(text)).toEqual({ text, kinds: [] })
  })

  it('find nothing more in what they have taken from', async () => {
    for (const one of PLANTED) {
      const { text } = await rules.take(sentence(one).text)
      expect(await rules.take(text)).toEqual({ text, kinds: [] })
    }
  })

  it('find the same in what Slack makes of a text', async () => {
    const escaped = (text: string): string =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    for (const one of PLANTED) {
      const { text, secret } = sentence(one)
      const linked = escaped(text)
        .replace(/(?<![\w"])https?:\/\/[^\s"]+[\w/]/g, (url) => `<${url}|${url}>`)
        .replace(/(?<=[:/ ])[\w.!#$%+&;-]+@[\w-]+(?:\.[\w-]+)+/g, (mail) => `<mailto:${mail}|${mail}>`)
      const { text: kept, kinds } = await rules.take(linked)
      for (const line of secret.split('\n')) expect(readingText(kept)).not.toContain(line)
      for (const line of escaped(secret).split('\n')) expect(kept).not.toContain(line)
      expect(kinds.length, linked).toBeGreaterThan(0)
    }
  })

  it('take a link that is a secret with its label', async () => {
    const hook = whole('https://hooks.slack.com/services/T⟨⟩00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX')
    expect((await rules.take(`Posts go to <${hook}|our hook> now`)).text).toBe(
      'Posts go to [token left out] now',
    )
    expect((await rules.take(`password: hunter2 then <https://acme.dev|the page>`)).text).toBe(
      'password: [password left out] then <https://acme.dev|the page>',
    )
    expect((await rules.take(`Posts go to <${hook}> now`)).text).toBe('Posts go to [token left out] now')
  })

  it('find secrets through letters that nobody sees', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLANTED.filter(([kind]) => kind !== 'private key')),
        fc.constantFrom('\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u{E0041}', '\u0007'),
        fc.integer({ min: 1, max: 6 }),
        async (one, unseen, every) => {
          const { text, secret } = sentence(one)
          const strewn = text.replace(secret, () =>
            [...secret].map((letter, at) => (at % every === 0 ? letter + unseen : letter)).join(''),
          )
          const { text: kept } = await rules.take(strewn)
          expect(readingText(kept.replaceAll(unseen, ''))).not.toContain(secret)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are not turned off by a text that asks for it', async () => {
    const dapi = whole(`dapi⟨⟩${HEX}${HEX}`)
    const { text } = await rules.take(`// secretlint-disable\n${dapi} /* secretlint-disable */`)
    expect(text).not.toContain(dapi)
    const linted = whole('shpat_⟨⟩' + 'aB3dE5fG7hJ9kL1mN3pQrS5tU7vW9xY1')
    expect((await rules.take(`<!-- secretlint-disable --> ${linted}`)).text).not.toContain(linted)
  })

  it('name each kind once, for the notice', async () => {
    const { kinds } = await rules.take(
      'password: hunter2, then password: Winter2024! and api_key=a1b2c3d4e5f6a7b8c9d0',
    )
    expect(kinds).toEqual(['key', 'password'])
  })

  it('say which failure it is when a rule breaks, and nothing of the text', async () => {
    await expect(rules.take(undefined as never)).rejects.toMatchObject({
      name: 'CoachError',
      code: 'rules-failed',
    })
  })

  it('find a secret wherever it stands in a long text', async () => {
    const token = whole('ghp_⟨⟩0123456789abcdefghijABCDEFGHIJ012345')
    for (const before of [0, 1_480, 1_500, 1_960, 2_000, 2_990, 11_980, 39_000]) {
      const { text } = await rules.take(`${'word '.repeat(before / 5)} ${token} ${'more '.repeat(900)}`)
      expect(text).not.toContain('ghp_')
      expect(text).toContain(' [token left out] ')
    }
  })
})

/** What a regexp of these rules might take long over. */
const HOSTILE: Readonly<Record<string, string>> = {
  letters: 'a',
  digits: '1',
  hex: 'a1',
  spaces: ' ',
  lines: '\n',
  dashes: '-',
  brackets: '<',
  entities: '<a:b|',
  escapes: '&amp;',
  unseen: '\u200B',
  'cut words': 'a-',
  'words for a password': 'password ',
  'words with a link': 'password for the ',
  'names in code': 'secret_key_',
  assignments: 'token = ',
  'passwords in number': 'password: hunter2 ',
  'tokens in number': 'xoxb-1-abcdefgh ',
  'starts of tokens': 'eyJ',
  'starts of keys': 'sk-',
  'openings of a private key': '-----BEG⟨⟩IN RSA PRIVATE KEY-----\n',
  'ends of a private key': `${PEM[0]} -----E⟨⟩ND PRIVATE KEY-----\n`,
  'lines of base64': `${PEM[0]}\n`,
  'PuTTY keys': 'Private-Lines: 8\nAAAA\n',
  addresses: 'https://a:b',
  'addresses with a password': 'postgres://a:b@',
  logins: 'login a:',
  commands: 'curl -u ',
  'commands of mysql': 'mysql x -',
  dots: 'a.',
  'half of a web token': 'eyJhbGciOiJI.',
}

describe('a hostile text of 200,000 letters', () => {
  it.each(Object.entries(HOSTILE))('of %s takes no two seconds', async (_, part) => {
    const text = whole(part)
      .repeat(Math.ceil(200_000 / whole(part).length))
      .slice(0, 200_000)
    const taken = ownTime()
    await rules.take(text)
    expect(taken()).toBeLessThan(2_000)
  })
})

describe('the published texts', () => {
  const folder = process.env.TEST_DATA_DIR ?? ''
  const there = folder !== '' && existsSync(join(folder, 'injections.jsonl'))
  if (!there) process.stderr.write('Published secrets and evidence are left out: TEST_DATA_DIR is not set.\n')
  const rows = (name: string): { id: string; text: string; attack: string; canary: string | null }[] =>
    there
      ? readFileSync(join(folder, name), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : []

  it('lose every secret', async () => {
    for (const { text, canary } of rows('injections.jsonl').filter(({ attack }) =>
      attack.startsWith('secret/'),
    )) {
      const { text: kept, kinds } = await rules.take(whole(text))
      expect(kept).not.toContain(whole(canary ?? ''))
      expect(kept).not.toMatch(/T3BlbkFJ|hooks\.slack|FAKEFAKE|bPxRfi|NOTAREALKEY|sk-A/)
      expect(kinds.length).toBeGreaterThan(0)
    }
  })

  it('keep all else', async () => {
    const texts = [
      ...rows('injections-benign.jsonl'),
      ...rows('injections.jsonl').filter(({ attack }) => !attack.startsWith('secret/')),
    ].map(({ text }) => text)
    const evidence = there
      ? readdirSync(join(folder, 'evidence')).map((file) =>
          readFileSync(join(folder, 'evidence', file), 'utf8'),
        )
      : []
    const found: string[] = []
    for (const text of [...texts, ...evidence]) {
      const { text: kept } = await rules.take(text)
      if (kept !== text) found.push(...(kept.match(/.{0,40}left out.{0,20}/g) ?? []))
    }
    expect(found).toEqual([])
  })
})
