/** What `npm run eval -- --help` says. */
export const HELP = `npm run eval -- [mapping] --reader offline|openai --data FILE.jsonl [--out FILE.json]
    sentences to competencies; rows {ladder, level, competency, text, kind}: "expectation" rows form the ladders,
    "evidence" rows are the queries of the ladder that they name
npm run eval -- packets --data PACKETS.jsonl --ladders FILE.jsonl   whole texts to the competencies in them
npm run eval -- everyday --data FILE.jsonl [--ladders FILE.jsonl|FOLDER]   messages as people send them: what the
    offline reader shows for each; rows {id, ladder, text, deed, competencies, also_fair, strength}; a ladder is looked
    for where --ladders says, in RUBRIC_DIR or rubric, and among the published ones
npm run eval -- messages [--reader openai] --data FILE.jsonl [--out FILE.json]   what a message is: rows {id, place,
    lang, asked, text} get {id, intent, keep, fact}; rows that say their own intent and keep get the figures too; the
    model is asked, as the bot asks it, only about messages that the rules are not sure of
npm run eval -- messages train                 teaches that again, on test/fixtures/messages
npm run eval -- properties [--reader openai]   the properties of excellent feedback, on every text of evidence
npm run eval -- swaps [--reader openai]        names, pronouns, order, padding, flattery
npm run eval -- personas                       five models of bad character through the whole bot
npm run eval -- attacks                        hostile texts by five ways through the whole bot
npm run eval -- answers --data FILE.jsonl      recorded answers of a model through mask, check and caps, text by text
npm run eval -- duel ask|show --data FOLDER    pieces NN.evidence.txt: "ask" writes what the product asks a model, as
    ask/NN.request.md; "show" takes answers/NN.answer.json and writes each review as one reads it, NN.coach.txt
npm run eval -- labels                         what people said of their reviews, from the bot's own database
npm run eval -- compare A.json B.json          what differs between two runs, and whether it means anything

    --out FILE.json      the figures, and every row, as JSON
    --record FILE.jsonl  keep a model's reviews there, so that --replay FILE.jsonl has them without a key
Published texts are used where TEST_DATA_DIR names their folder. --reader openai needs OPENAI_API_KEY, as the bot does.`
