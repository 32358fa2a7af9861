/** Two-word places in which one word is also a given name: the first word, and the words that may follow it. Folded. */
export const PLACE_NAMES: Readonly<Record<string, string>> = {
  ann: 'arbor',
  belo: 'horizonte',
  buenos: 'aires',
  ciudad: 'juarez',
  costa: 'mesa rica',
  el: 'paso salvador',
  fort: 'collins lauderdale myers worth',
  la: 'jolla paz plata',
  las: 'palmas vegas',
  los: 'angeles',
  monte: 'carlo',
  palo: 'alto',
  port: 'arthur elizabeth harcourt louis moresby said',
  porto: 'alegre',
  puerto: 'montt rico vallarta',
  rio: 'branco grande',
  saint: `
    andrews augustine denis etienne germain helena helens johns joseph kitts louis lucia malo martin paul
    petersburg
  `,
  san: `
    andreas antonio bernardino bruno carlos clemente cristobal diego felipe fernando francisco gabriel jose juan
    leandro lorenzo luis marcos marino martin mateo miguel pablo pedro rafael ramon salvador sebastian
  `,
  santa: 'ana barbara catarina clara clarita cruz fe lucia maria marta monica rosa teresa',
  santo: 'andre domingo',
  sao: 'bernardo jose luis paulo tome vicente',
  sri: 'lanka',
  st: 'andrews gallen helens johns joseph kitts louis lucia malo paul petersburg polten',
}
