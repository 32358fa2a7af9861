import { wordsOf } from '../../domain/text/patterns.ts'

/** Words that secrets follow. In code, their parts are joined by a hyphen, an underscore, a space or nothing. */

export const PASSWORD_WORDS = [
  // English
  'pass(?:word|wd|wort|phrase|code)s?',
  'pwd',
  'pw',
  'pass',
  // Spanish, Portuguese, French, German, Dutch, Swedish, Polish, Italian, Russian
  'contraseña',
  'senha',
  'mot de passe',
  'mdp',
  'kennwort',
  'wachtwoord',
  'lösenord',
  'hasło',
  'parola',
  'пароль',
  // With a name next to them
  'credentials?',
  'creds',
]

export const TOKEN_WORDS = [
  '(?:(?:access|auth|bearer|refresh|session|id|oauth|api|bot|deploy)[-_ ]?)?tokens?',
  'jwt',
  'session[-_ ]?(?:id|key)',
  '(?:session|sid)(?==)',
  '(?:x-amz-)?signature',
  'sig',
]

/** Words before "key" that say whose key it is or what it is for. */
const BEFORE_KEYS = wordsOf(`
  api app access secret auth account master signing encryption private shared storage service deploy license webhook
  client consumer
`)

export const KEY_WORDS = [
  `(?:${BEFORE_KEYS.join('|')})[-_ ]?(?:(?:access|api|signing)[-_ ]?)?(?:keys?|secrets?)`,
  'secrets?',
]

/** Words in scripts that put no spaces between words. */
export const UNSPACED_WORDS = wordsOf('密码 密碼 パスワード 비밀번호 รหัสผ่าน')

/** Words after a lower-case letter, at the end of a name in code. */
export const CAMEL_WORDS = wordsOf('password passwd pwd secret token apikey accesskey key')
