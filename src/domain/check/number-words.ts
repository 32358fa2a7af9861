/** Number words after their digits, one number per line. */
export const NUMBER_WORDS = `
  2 two twice double doubled twofold
  3 three triple tripled threefold
  4 four fourfold quadrupled
  5 five fivefold
  6 six sixfold
  7 seven
  8 eight
  9 nine
  10 ten tenfold
  11 eleven
  12 twelve dozen dozens
  13 thirteen
  14 fourteen
  15 fifteen
  16 sixteen
  17 seventeen
  18 eighteen
  19 nineteen
  20 twenty
  30 thirty
  40 forty
  50 fifty half halved halving
  60 sixty
  70 seventy
  80 eighty
  90 ninety
  100 hundred hundreds
  1000 thousand thousands
  1000000 million millions
`

/** The same in other languages, for evidence written in them. */
export const NUMBER_WORDS_ABROAD = `
  2 zwei dos deux due twee duas dwa
  3 drei tres trois tre drie três trzy
  4 vier cuatro quatre quattro quatro cztery
  5 fünf cinco cinq cinque vijf pięć
  6 sechs seis sei zes sześć
  7 sieben siete sette zeven sete siedem
  8 acht ocho huit otto oito osiem
  9 neun nueve neuf nove negen dziewięć
  10 zehn diez dieci tien dez dziesięć
  11 elf undici onze
  12 zwölf doce douze dodici twaalf
`
