import { wordsOf } from '../../domain/text/patterns.ts'

/** What people write after a word such as "password" that is not a secret. */
export const NO_VALUES = {
  code: '^(?:process\\.env|os\\.(?:environ|getenv)|getenv|env\\.)',
  'a value of code': '^(?:null|nil|none|true|false|undefined|required|optional)',
  'an address, a path or a mention': '^(?:(?:https?|ftp)://|/|\\./|@)',
  'a version': '^v?\\d+(?:\\.\\d+){1,3}$',
  'so many or more, a share': '^\\d{1,6}[+%]',
  'an amount, in words': '^\\d{1,6}-?(?:char|digit|day|hour|min|sec|week|month|year|bit|byte|time|word)',
  'an amount': '^\\d{1,6}-?(?:[dhmskx]|ms|hrs?)$',
  'a day': '^\\d{4}-\\d\\d',
  'a time': '^\\d{1,2}[:.]\\d\\d',
} as const

/** Methods of hashing, login and encoding, and places for secrets: "bcrypt", "oauth2", "1password". */
export const METHODS = wordsOf(`
  sha md aes rsa bcrypt scrypt argon pbkdf oauth auth saml oidc base utf totp hotp mfa 2fa ldap rfc iso tls ssl jwt
  1password log4j k8s s3 ec2 http [rhe]s
`)

/** The most common passwords, without digits and marks at the end. */
export const WEAK_PASSWORDS = wordsOf(`
  letmein hunter qwert[yz]\\w* admin root welcome changeme dragon monkey iloveyou sunshine princess football baseball
  superman batman trustno password passwort secret guest toor
`)
