/** What people ask first, in languages other than English. */
export const FIRST_ASKS = ['missing', 'ready', 'entries', 'who-reads', 'help'] as const
export type FirstAsk = (typeof FIRST_ASKS)[number]

const DE = '(?: (?:denn|noch|eigentlich|bitte|jetzt|schon|mal|hier|dafür))*'
const PT = '(?: (?:ainda|agora|por favor|aqui))*'
const ES = '(?: (?:todavía|ahora|por favor|aquí|aún))*'
const JA = '(?:私|わたし|僕|自分)?(?:に|は|には|の)?(?:まだ|あと|もう)?'
const JA_PLEASE =
  '(?:て(?:ください|下さい|くれますか|もらえますか|ほしい|欲しい)?|たい(?:です)?|る|して(?:ください|下さい)?)?'
const JA_THIS = '(?:これ|この(?:ボット|アプリ|コーチ)|あなた)?(?:は|って|を)?'
const JA_ASKS = '(?:てい)?(?:ます|る|いい)?(?:の)?(?:ですか|でしょうか|か)?'
const HI_ME = '(?:mujhe|mujhme|mujh mein|mere mein|mere|meri|mera|main|abhi|aur)'

/**
 * Each way to ask is the whole of a message, in lower case and without punctuation. The languages are German, Spanish,
 * French, Portuguese, Japanese and Hindi, which many write in Latin letters.
 */
export const FIRST_QUESTIONS: readonly {
  readonly ask: FirstAsk
  readonly language: string
  readonly examples: readonly string[]
  readonly patterns: readonly string[]
}[] = [
  {
    ask: 'missing',
    language: 'de',
    examples: ['Was fehlt mir noch?', 'Woran muss ich arbeiten?'],
    patterns: [`was fehlt(?: mir)?${DE}`, `woran (?:muss|soll|sollte) ich${DE} arbeiten`],
  },
  {
    ask: 'missing',
    language: 'es',
    examples: ['¿Qué me falta?', '¿Qué me falta todavía?'],
    patterns: [`(?:y )?qué (?:más )?me (?:falta|hace falta)${ES}`, `en qué (?:debo|tengo que) trabajar${ES}`],
  },
  {
    ask: 'missing',
    language: 'fr',
    examples: ['Que me manque-t-il ?', 'Il me manque quoi ?'],
    patterns: ["(?:qu'est ce qu'il|que) me manque(?: t il)?(?: encore)?", 'il me manque quoi(?: encore)?'],
  },
  {
    ask: 'missing',
    language: 'pt',
    examples: ['O que me falta?', 'O que falta para mim?'],
    patterns: [`o que(?: é que)?(?: ainda)? me falta${PT}`, `o que(?: ainda)? falta(?: para| pra) mim${PT}`],
  },
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
      `${JA}何が(?:足りない|足りません|足りてい?ない|不足してい?(?:る|ます)|必要)(?:の)?(?:ですか|でしょうか|か)?`,
      `${JA}(?:足りない|不足してい?る|必要な)(?:もの|こと|の|点)は何?(?:ですか|でしょうか|か)?`,
    ],
  },
  {
    ask: 'missing',
    language: 'hi',
    examples: ['मुझमें क्या कमी है?', 'mujhe kya missing hai', 'kya kami hai meri', 'aur kya chahiye'],
    patterns: [
      `(?:${HI_ME} ){0,3}kya (?:kami|missing|baki|baaki|bacha|chahiye)(?: (?:hai|he|h))?(?: ${HI_ME})?`,
      '(?:मुझमें|मुझ में|मेरे में|मुझे|अभी|और|मेरी)? ?(?:और )?क्या (?:कमी|बाकी|बाक़ी|बचा|चाहिए|छूट रहा)(?: है)?',
    ],
  },
  {
    ask: 'ready',
    language: 'de',
    examples: ['Bin ich bereit für die Beförderung?', 'Bin ich schon so weit?'],
    patterns: [`bin ich${DE} (?:bereit|so weit|soweit)${DE}(?: für (?:die beförderung|l\\d))?`],
  },
  {
    ask: 'ready',
    language: 'es',
    examples: ['¿Estoy lista para el ascenso?', '¿Ya estoy listo?'],
    patterns: [`(?:ya )?estoy (?:ya )?list[oa]${ES}(?: para (?:el ascenso|la promoción|l\\d))?`],
  },
  {
    ask: 'ready',
    language: 'fr',
    examples: ['Suis-je prête ?', 'Est-ce que je suis prêt pour L3 ?'],
    patterns: ['(?:est ce que )?(?:je suis|suis je) (?:déjà )?prête?(?: pour (?:la promotion|l\\d))?'],
  },
  {
    ask: 'ready',
    language: 'pt',
    examples: ['Já estou pronta?', 'Estou pronto para a promoção?'],
    patterns: [`(?:eu )?(?:já )?estou (?:já )?pront[oa]${PT}(?: para (?:a promoção|l\\d))?`],
  },
  {
    ask: 'ready',
    language: 'ja',
    examples: ['私は準備できていますか', '昇進できますか？', 'もう十分ですか'],
    patterns: [
      `${JA}準備(?:が|は)?でき(?:てい?(?:る|ます)|た|ました)(?:の)?(?:でしょうか|か)?`,
      `${JA}昇進(?:が|は)?(?:でき(?:る|ます)|する準備ができてい?(?:る|ます))(?:の)?(?:でしょうか|か)?`,
      `${JA}(?:これで)?十分(?:です|でしょう)か`,
    ],
  },
  {
    ask: 'ready',
    language: 'hi',
    examples: ['क्या मैं तैयार हूँ?', 'kya main ready hoon'],
    patterns: [
      '(?:kya )?(?:main|mai|mein) (?:ab )?(?:ready|taiyar|taiyaar|tayyar) (?:hoon|hu|hun|hoo)',
      '(?:क्या )?मैं (?:अब )?(?:तैयार|रेडी) (?:हूँ|हूं)',
    ],
  },
  {
    ask: 'entries',
    language: 'de',
    examples: ['Zeig mir meine Belege', 'Zeige bitte meine Einträge'],
    patterns: [`zeige?(?: mir)?${DE} meine (?:belege|einträge|nachweise|beiträge)${DE}`],
  },
  {
    ask: 'entries',
    language: 'es',
    examples: ['Muéstrame mis evidencias', 'Muestra mis entradas'],
    patterns: [`(?:muéstrame|muestra|enséñame|ver) mis (?:evidencias?|entradas|logros)${ES}`],
  },
  {
    ask: 'entries',
    language: 'fr',
    examples: ['Affiche mes entrées', 'Montre-moi mes preuves'],
    patterns: ['(?:montre|affiche)(?: moi)? mes (?:preuves|entrées|réalisations)'],
  },
  {
    ask: 'entries',
    language: 'pt',
    examples: ['Mostre minhas entradas', 'Mostra as minhas evidências'],
    patterns: [`(?:me )?(?:mostra|mostre)(?: me)?(?: as)? minhas (?:evidências|entradas|conquistas)${PT}`],
  },
  {
    ask: 'entries',
    language: 'ja',
    examples: ['証拠を見せて', '私の記録を見せてください', 'エントリーの一覧を表示して'],
    patterns: [
      `${JA}(?:証拠|記録|実績|エビデンス|エントリー?)(?:の?一覧)?(?:を|は)?(?:見せ|表示|教え|見)${JA_PLEASE}`,
    ],
  },
  {
    ask: 'entries',
    language: 'hi',
    examples: ['मेरे सबूत दिखाओ', 'mera evidence dikhao'],
    patterns: [
      '(?:mujhe )?mer[aei] (?:saare )?(?:evidence|entries|records?|saboot|kaam) (?:dikhao|dikhaiye|dikha do|batao)',
      '(?:मुझे )?मेर[ाेी] (?:सारे )?(?:सबूत|एविडेंस|एंट्री|रिकॉर्ड|काम) (?:दिखाओ|दिखाइए|दिखा दो|बताओ)',
    ],
  },
  {
    ask: 'who-reads',
    language: 'de',
    examples: ['Wer kann das lesen?', 'Wer liest hier mit?'],
    patterns: [
      `wer kann (?:das|dies|es)${DE} (?:lesen|sehen)`,
      `wer (?:sieht|liest)(?: das| dies)?${DE}(?: mit)?`,
    ],
  },
  {
    ask: 'who-reads',
    language: 'es',
    examples: ['¿Quién puede leer esto?', '¿Quién ve esto?'],
    patterns: [`quién (?:puede )?(?:leer|ver|lee|ve) (?:esto|eso)${ES}`],
  },
  {
    ask: 'who-reads',
    language: 'fr',
    examples: ['Qui peut lire ça ?', 'Qui voit ceci ?'],
    patterns: ['qui (?:peut )?(?:lire|voir|lit|voit) (?:ça|ceci|cela)'],
  },
  {
    ask: 'who-reads',
    language: 'pt',
    examples: ['Quem pode ler isso?', 'Quem vê isto?'],
    patterns: [`quem (?:pode )?(?:ler|ver|lê|vê) (?:isso|isto)${PT}`],
  },
  {
    ask: 'who-reads',
    language: 'ja',
    examples: ['誰がこれを読めますか', 'これは誰が見られますか？', '上司に見られますか'],
    patterns: [
      '(?:これ(?:は|を)?)?(?:誰|だれ)が(?:これを)?(?:読め|見られ|見れ|読んでい|見てい|閲覧でき|読み|見)(?:る|ます)(?:の)?(?:でしょうか|ですか|か)?',
      '(?:これ(?:は|を)?)?(?:上司|マネージャー)(?:は|が|に|も)(?:これを)?(?:読め|見られ|見れ|見え|読み|見)(?:る|ます)(?:の)?(?:でしょうか|ですか|か)?',
    ],
  },
  {
    ask: 'who-reads',
    language: 'hi',
    examples: ['इसे कौन पढ़ सकता है?', 'ye kaun dekh sakta hai', 'क्या मेरा मैनेजर इसे देख सकता है?'],
    patterns: [
      '(?:(?:ye|yeh|ise|isko|isse) )?kaun (?:kaun )?(?:padh|dekh|read kar) (?:sakta|sakte|raha) (?:hai|hain|he)',
      '(?:(?:यह|ये|इसे|इसको) )?कौन (?:कौन )?(?:पढ़|देख) (?:सकता|सकते|रहा) (?:है|हैं)',
      '(?:क्या )?मेरा (?:मैनेजर|बॉस) (?:इसे |यह |ये )?(?:पढ़|देख) सकता है',
    ],
  },
  {
    ask: 'help',
    language: 'de',
    examples: ['Hilfe', 'Hilf mir bitte', 'Wie funktioniert das?', 'Was kannst du?'],
    patterns: [
      '(?:bitte )?(?:hilfe|hilf mir)(?: bitte)?',
      `wie (?:funktioniert|geht)${DE} (?:das|dies|es)${DE}`,
      `was kannst du${DE}(?: tun)?`,
    ],
  },
  {
    ask: 'help',
    language: 'es',
    examples: ['Ayuda', 'Ayúdame', '¿Cómo funciona esto?', '¿Qué puedes hacer?'],
    patterns: [
      '(?:ayuda|ayúdame|socorro)(?: por favor)?',
      `cómo (?:funciona|va)(?: esto| eso)?${ES}`,
      `qué (?:puedes|sabes) hacer${ES}`,
    ],
  },
  {
    ask: 'help',
    language: 'fr',
    examples: ['Aide-moi', 'À l’aide', 'Comment ça marche ?', 'Que peux-tu faire ?'],
    patterns: [
      "(?:(?:à l')?aide|aide moi)(?: s'il te plaît| stp)?",
      'comment ça (?:marche|fonctionne)',
      '(?:que peux tu|tu peux) faire(?: quoi)?',
    ],
  },
  {
    ask: 'help',
    language: 'pt',
    examples: ['Ajuda', 'Me ajuda', 'Como isso funciona?', 'O que você pode fazer?'],
    patterns: [
      '(?:(?:me )?ajud[ae]|ajuda me|socorro)(?: por favor)?',
      `como (?:isso |isto )?funciona(?: isso| isto)?${PT}`,
      `o que (?:você|tu) pode(?:s)? fazer${PT}`,
    ],
  },
  {
    ask: 'help',
    language: 'ja',
    examples: ['ヘルプ', '助けて', '使い方を教えて', 'これはどう使いますか', '何ができますか'],
    patterns: [
      '(?:ヘルプ|助けて(?:ください|下さい)?|手伝って(?:ください|下さい)?)',
      `(?:これの)?(?:使い方|仕組み)(?:を|は)?(?:教え|見せ)?${JA_PLEASE}(?:何ですか)?`,
      `${JA_THIS}(?:どう(?:やって|やる)?|どのように)(?:使う|使い|使え|動く|動き|動い|機能し|働き|し)(?:の|ば)?${JA_ASKS}`,
      '(?:あなた(?:は|に)?)?(?:何|なに)が?(?:でき|出来)(?:る|ます)(?:の)?(?:ですか|でしょうか|か)?',
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
