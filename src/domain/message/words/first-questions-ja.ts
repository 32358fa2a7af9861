import { anyOf } from '../../text/patterns.ts'
import type { FirstQuestion } from './first-ask.ts'

const ME = '(?:私|わたし|僕|自分)?(?:に|は|には|の)?(?:まだ|あと|もう)?'
const PLEASE_ENDS = [
  'て(?:ください|下さい|くれますか|もらえますか|ほしい|欲しい)?',
  'たい(?:です)?',
  'る',
  'して(?:ください|下さい)?',
]
const PLEASE = `${anyOf(PLEASE_ENDS)}?`
const THIS_BOT = '(?:これ|この(?:ボット|アプリ|コーチ)|あなた)?(?:は|って|を)?'
const THIS = '(?:これ(?:は|を)?)?'
const IT = '(?:これを)?'
const ASKS = '(?:てい)?(?:ます|る|いい)?(?:の)?(?:ですか|でしょうか|か)?'
const MAYBE = '(?:の)?(?:でしょうか|か)?'
const IS_IT = '(?:の)?(?:ですか|でしょうか|か)?'
const CAN = '(?:る|ます)(?:の)?(?:でしょうか|ですか|か)?'

const LACK = anyOf(['足りない', '足りません', '足りてい?ない', '不足してい?(?:る|ます)', '必要'])
const LACKING = anyOf(['足りない', '不足してい?る', '必要な'])
const EVIDENCE = anyOf(['証拠', '記録', '実績', 'エビデンス', 'エントリー?'])
const SHOW = anyOf(['見せ', '表示', '教え', '見'])
const ANYBODY_READS = anyOf(['読め', '見られ', '見れ', '読んでい', '見てい', '閲覧でき', '読み', '見'])
const BOSS_READS = anyOf(['読め', '見られ', '見れ', '見え', '読み', '見'])
const HELP_ME = anyOf(['ヘルプ', '助けて(?:ください|下さい)?', '手伝って(?:ください|下さい)?'])
const HOW = anyOf(['どう(?:やって|やる)?', 'どのように'])
const WORKS = anyOf(['使う', '使い', '使え', '動く', '動き', '動い', '機能し', '働き', 'し'])

/** The first questions in Japanese. */
export const FIRST_QUESTIONS_JA: readonly FirstQuestion[] = [
  {
    ask: 'missing',
    language: 'ja',
    examples: [
      '何が足りませんか',
      '私に足りないものは何ですか？',
      '何が不足していますか',
      'あと何が必要ですか',
    ],
    patterns: [
      `${ME}何が${LACK}${IS_IT}`,
      `${ME}${LACKING}(?:もの|こと|の|点)は何?(?:ですか|でしょうか|か)?`,
    ],
  },
  {
    ask: 'ready',
    language: 'ja',
    examples: ['私は準備できていますか', '昇進できますか？', 'もう十分ですか'],
    patterns: [
      `${ME}準備(?:が|は)?でき(?:てい?(?:る|ます)|た|ました)${MAYBE}`,
      `${ME}昇進(?:が|は)?(?:でき(?:る|ます)|する準備ができてい?(?:る|ます))${MAYBE}`,
      `${ME}(?:これで)?十分(?:です|でしょう)か`,
    ],
  },
  {
    ask: 'entries',
    language: 'ja',
    examples: ['証拠を見せて', '私の記録を見せてください', 'エントリーの一覧を表示して'],
    patterns: [`${ME}${EVIDENCE}(?:の?一覧)?(?:を|は)?${SHOW}${PLEASE}`],
  },
  {
    ask: 'who-reads',
    language: 'ja',
    examples: ['誰がこれを読めますか', 'これは誰が見られますか？', '上司に見られますか'],
    patterns: [
      `${THIS}(?:誰|だれ)が${IT}${ANYBODY_READS}${CAN}`,
      `${THIS}(?:上司|マネージャー)(?:は|が|に|も)${IT}${BOSS_READS}${CAN}`,
    ],
  },
  {
    ask: 'help',
    language: 'ja',
    examples: ['ヘルプ', '助けて', '使い方を教えて', 'これはどう使いますか', '何ができますか'],
    patterns: [
      HELP_ME,
      `(?:これの)?(?:使い方|仕組み)(?:を|は)?(?:教え|見せ)?${PLEASE}(?:何ですか)?`,
      `${THIS_BOT}${HOW}${WORKS}(?:の|ば)?${ASKS}`,
      `(?:あなた(?:は|に)?)?(?:何|なに)が?(?:でき|出来)(?:る|ます)${IS_IT}`,
    ],
  },
]
