import { wordsOf } from '../text/patterns.ts'

/**
 * Words of other languages that open a sentence with a capital and are not names, without accents. Leaves out those
 * that are also common names ("Mia", "Rosa", "Dan", "Tom", "Ewa").
 */
export const FOREIGN_OPENERS: ReadonlySet<string> = new Set([
  // German
  ...wordsOf(`
    ich du er sie es wir ihr mir dir ihm ihn ihnen uns euch mich dich sich mein meine meiner dein deine
    sein seine ihre unser unsere euer der die das den dem des ein eine einer einem einen kein keine mit
    von vom zu zum zur im am auf aus bei beim bis durch fur gegen ohne um nach seit vor uber unter
    zwischen neben hinter und oder aber denn weil dass ob wenn als wie wo was wer wen wem wann warum
    wieso welche dann danach davor dabei dafur damit daher darum darauf da dort hier heute gestern morgen
    jetzt nun noch schon auch nur sehr so etwa fast immer nie oft mal man alle alles einige viele jeder
    jede jedes dieser diese dieses selbst zuerst zuletzt vorher nachher inzwischen seitdem trotzdem
    deshalb zudem leider ja nein nicht nichts etwas kaum ganz war waren ist sind hat habe haben hatte
    wurde wird bin zwei drei vier laut statt samt anfang mitte ende danke dank hallo gut gute guter gutes
    starke starker starkes
  `),
  // French
  ...wordsOf(`
    je tu il elle on nous vous ils elles me te se mon ma mes ton ta tes son sa ses notre nos votre vos
    leur leurs le la les un une des de du au aux ce cet cette ces et ou mais donc car que qui quoi dont
    quand comment pourquoi si dans sur sous avec sans pour par chez vers entre depuis avant apres pendant
    puis ensuite alors enfin aussi bien tres trop peu plus moins tout tous toute toutes meme autre rien
    aucun chaque ici hier demain voici voila est sont etait fait suite fin debut merci bon bonne beau
    belle grand grande solide fort forte
  `),
  // Spanish, Portuguese, Italian
  ...wordsOf(`
    yo tu el nosotros ellos ellas usted mi mis su sus nuestro nuestra los las una unos unas lo al del y
    pero sino porque que quien cual cuando donde como con sin para por sobre desde hasta hacia segun tras
    ante bajo este esta esto estos ese esa eso muy mas menos mucho poco todo todos algo cada otro otra
    mismo ya aun hoy ayer luego despues antes entonces tambien siempre nunca solo fue era hay gracias
    buen buena bueno bom boa eu ele nos eles elas meu minha seu sua nosso nossa os as um uma no na nas do
    da dos das ao pelo pela mas pois quem qual quando onde se com sem ate isto isso aquilo esse essa
    muito tudo outro ainda hoje ontem depois entao obrigado io lei noi voi loro mio tuo suo nostro gli di
    in con per tra fra che chi cui quale dove come perche anche ancora gia poi dopo sempre oggi ieri
    molto tutto niente ogni altro stesso questo questa quello sono allora dai grazie
  `),
  // Dutch, Polish
  ...wordsOf(`
    ik jij je hij zij ze wij we jullie mijn jouw zijn haar ons onze hun het een van voor met zonder door
    op aan bij naar uit onder tussen maar want omdat dat dit deze wie wat waar wanneer hoe waarom toen
    daarna daarvoor nog ook niet geen wel veel elk zelf vandaag gisteren heb had werd eerst later bedankt
    ja ty on ona my wy oni mnie nas go mu jej ich moj nasz lub bo ze jak gdy gdzie kto co czy od dla
    przez przy nad pod bez jest byl byla juz tylko bardzo potem teraz
  `),
])
