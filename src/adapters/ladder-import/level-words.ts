import { wordsOf } from '../../domain/text/patterns.ts'

/**
 * Words in titles, from the lowest level to the highest, as patterns without accents: "sénior" counts as "senior".
 * Titles without one count as the middle.
 */
export const SENIORITY_WORDS: readonly (readonly string[])[] = [
  wordsOf(`
    intern trainee apprentice novice beginner
    stagiaire apprenti debutant debutante praktikant praktikantin anfanger einsteiger berufseinsteiger
    becario becaria principiante estagiario estagiaria iniciante
  `),
  wordsOf('graduate entry junior jr associate assistant'),
  wordsOf(`
    mid mid-level intermediate competent regular medior
    intermediaire intermedio intermedia confirme confirmee pleno plena
  `),
  wordsOf('senior sr seniora proficient advanced experienced experimente experimentee erfahren'),
  wordsOf('lead staff manager expert experte expertin experto experta'),
  wordsOf('principal architect master director head directeur directrice'),
  ['distinguished', 'fellow', 'vp', 'vice president', 'chief', 'cto'],
]
