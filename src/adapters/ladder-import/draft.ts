import { isExampleHead, isLabelled, underHeads } from '../../domain/ladder/examples.ts'
import type { Leaf } from './import-ledger.ts'
import type { LevelName } from './level-names.ts'

/** The bullets of one cell, and the piece of the source that they come from. */
export type DraftCompetency = { readonly leaf: Leaf; readonly bullets: readonly string[] }

export type DraftRow = {
  readonly area: Leaf | null
  readonly label: Leaf
  readonly about: Leaf[]
  /** Index of the level -> what is expected there. */
  readonly cells: Map<number, DraftCompetency[]>
}

/** A ladder as it was understood, before it is written. */
export type LadderDraft = {
  /** The heading or key that names it, if there is one. */
  readonly title: Leaf | null
  readonly levels: { readonly name: LevelName; readonly labels: readonly Leaf[]; readonly about: Leaf[] }[]
  readonly rows: DraftRow[]
}

/** Why a source could not be understood: the line (of one of several files), what is wrong, and what to do. */
export type ImportProblem = {
  readonly file?: string
  readonly line: number
  readonly wrong: string
  readonly right: string
}

/**
 * Thrown while reading. If it is certain, the import reports it and writes nothing. If not, another way of reading may
 * still find the ladder.
 */
export class Unclear extends Error {
  readonly problem: ImportProblem
  readonly certain: boolean
  constructor(problem: ImportProblem, certain = true) {
    super(problem.wrong)
    this.problem = problem
    this.certain = certain
  }
}

const MARKER = /^\s*(?:[-*•●▪‣◦–]|\d{1,2}[.)])\s+/

/**
 * The lines of a cell as bullets. If some are marked, each marked line starts a bullet and unmarked ones continue it.
 * Otherwise each line is a bullet if all begin like a sentence, or else all are one wrapped text. Lines after
 * "Examples:" are examples.
 */
export function bulletsOfLines(lines: readonly string[]): string[] {
  return underHeads(bulletLines(lines))
}

const bulletLines = (lines: readonly string[]): string[] => {
  const full = lines.map((line) => line.trim()).filter(Boolean)
  if (full.some((line) => MARKER.test(line))) {
    const bullets: string[] = []
    for (const line of full) {
      const text = line.replace(MARKER, '').replace(/\s+/g, ' ').trim()
      // An unmarked heading or example does not belong to the bullet before it.
      if (MARKER.test(line) || bullets.length === 0 || isExampleHead(text) || isLabelled(text))
        bullets.push(text)
      else bullets[bullets.length - 1] += ` ${text}`
    }
    return bullets.filter(Boolean)
  }
  const each = full.length > 1 && full.every((line) => /^[\p{Lu}\p{Lo}\p{N}"“'‘(]/u.test(line))
  return (each ? full : [full.join(' ')]).map((line) => line.replace(/\s+/g, ' ')).filter(Boolean)
}
