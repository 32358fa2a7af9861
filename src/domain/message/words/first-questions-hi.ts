import { anyOf } from '../../text/patterns.ts'
import type { FirstQuestion } from './first-ask.ts'

/** Words for "me", "my" and "now", in Latin letters. */
const ME_LATIN = anyOf([
  'mujhe',
  'mujhme',
  'mujh mein',
  'mere mein',
  'mere',
  'meri',
  'mera',
  'main',
  'abhi',
  'aur',
])
const ME = anyOf(['मुझमें', 'मुझ में', 'मेरे में', 'मुझे', 'अभी', 'और', 'मेरी'])
const LACK_LATIN = anyOf(['kami', 'missing', 'baki', 'baaki', 'bacha', 'chahiye'])
const LACK = anyOf(['कमी', 'बाकी', 'बाक़ी', 'बचा', 'चाहिए', 'छूट रहा'])
const READY_LATIN = anyOf(['ready', 'taiyar', 'taiyaar', 'tayyar'])
const EVIDENCE_LATIN = anyOf(['evidence', 'entries', 'records?', 'saboot', 'kaam'])
const EVIDENCE = anyOf(['सबूत', 'एविडेंस', 'एंट्री', 'रिकॉर्ड', 'काम'])
const SHOW_LATIN = anyOf(['dikhao', 'dikhaiye', 'dikha do', 'batao'])
const SHOW = anyOf(['दिखाओ', 'दिखाइए', 'दिखा दो', 'बताओ'])
const READS_LATIN = '(?:padh|dekh|read kar) (?:sakta|sakte|raha)'
const READS = '(?:पढ़|देख) (?:सकता|सकते|रहा)'

/** The first questions in Hindi, which many write in Latin letters. */
export const FIRST_QUESTIONS_HI: readonly FirstQuestion[] = [
  {
    ask: 'missing',
    language: 'hi',
    examples: ['मुझमें क्या कमी है?', 'mujhe kya missing hai', 'kya kami hai meri', 'aur kya chahiye'],
    patterns: [
      `(?:${ME_LATIN} ){0,3}kya ${LACK_LATIN}(?: (?:hai|he|h))?(?: ${ME_LATIN})?`,
      `${ME}? ?(?:और )?क्या ${LACK}(?: है)?`,
    ],
  },
  {
    ask: 'ready',
    language: 'hi',
    examples: ['क्या मैं तैयार हूँ?', 'kya main ready hoon'],
    patterns: [
      `(?:kya )?(?:main|mai|mein) (?:ab )?${READY_LATIN} (?:hoon|hu|hun|hoo)`,
      '(?:क्या )?मैं (?:अब )?(?:तैयार|रेडी) (?:हूँ|हूं)',
    ],
  },
  {
    ask: 'entries',
    language: 'hi',
    examples: ['मेरे सबूत दिखाओ', 'mera evidence dikhao'],
    patterns: [
      `(?:mujhe )?mer[aei] (?:saare )?${EVIDENCE_LATIN} ${SHOW_LATIN}`,
      `(?:मुझे )?मेर[ाेी] (?:सारे )?${EVIDENCE} ${SHOW}`,
    ],
  },
  {
    ask: 'who-reads',
    language: 'hi',
    examples: ['इसे कौन पढ़ सकता है?', 'क्या मेरा मैनेजर इसे देख सकता है?', 'ye kaun dekh sakta hai'],
    patterns: [
      `(?:(?:यह|ये|इसे|इसको) )?कौन (?:कौन )?${READS} (?:है|हैं)`,
      '(?:क्या )?मेरा (?:मैनेजर|बॉस) (?:इसे |यह |ये )?(?:पढ़|देख) सकता है',
      `(?:(?:ye|yeh|ise|isko|isse) )?kaun (?:kaun )?${READS_LATIN} (?:hai|hain|he)`,
    ],
  },
  {
    ask: 'help',
    language: 'hi',
    examples: [
      'मदद',
      'मदद करो',
      'madad karo',
      'यह कैसे काम करता है?',
      'ye kaise kaam karta hai',
      'tum kya kar sakte ho',
    ],
    patterns: [
      '(?:meri |mujhe )?(?:madad|help)(?: (?:karo|kijiye|kar do|chahiye))',
      'madad',
      '(?:ye|yeh) kaise (?:kaam|kam) karta (?:hai|he)',
      '(?:tum|aap) kya kar sakt[ei] (?:ho|hain|hai)',
      '(?:मेरी |मुझे )?मदद(?: (?:करो|कीजिए|कर दो|चाहिए))?',
      '(?:यह|ये) कैसे (?:काम करता|चलता) है',
      '(?:तुम|आप) क्या कर सकते (?:हो|हैं)',
    ],
  },
]
