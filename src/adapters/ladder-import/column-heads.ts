import { wordsOf } from '../../domain/text/patterns.ts'

/** Words in the heads of columns, as patterns. */

export const AREA_HEADS = wordsOf(`
  area pillar category categories theme group dimension section domain
`)

export const COMPETENCY_HEADS = wordsOf(`
  competenc(?:y|ies) skills? attributes? topics? criteri(?:on|a) capabilit(?:y|ies) traits? dimension area category
  axis behaviou?rs?
`)

export const ABOUT_HEADS = [...wordsOf('description definition about meaning summary overview'), 'what it is']

export const TEXT_HEADS = wordsOf(`
  expectations? text statements? descriptions? behaviou?rs? details? definitions? examples? bullets? signals? criteria
  requirements? summary content
`)
