import { isExampleHead, isLabelled, underHeads } from '../../domain/ladder/examples.ts'
import type { Leaf } from './import-ledger.ts'
import type { LevelName } from './level-names.ts'

/** Bullets of one cell, and the piece of the source that they come from. */
export type DraftCompetency = { readonly leaf: Leaf; readonly bullets: readonly string[] }

export type DraftRow = {
  readonly area: Leaf | null
  readonly label: Leaf
  readonly about: Leaf[]
  /** Index of the level -> what is expected there. */
  readonly cells: Map<number, DraftCompetency[]>
}

/** A ladder as it was recognised, before it is written. */
export type LadderDraft = {
  /** The heading or key that names it, where there is one. */
  readonly title: Leaf | null
  readonly levels: { readonly name: LevelName; readonly labels: readonly Leaf[]; readonly about: Leaf[] }[]
  readonly rows: DraftRow[]
}

/** Why a source could not be understood: the line, what is wrong, what to do. */
export type ImportProblem = { readonly line: number; readonly wrong: string; readonly right: string }

/** Thrown while reading; the import reports it and writes nothing. */
export class Unclear extends Error {
  readonly problem: ImportProblem
  constructor(problem: ImportProblem) {
    super(problem.wrong)
    this.problem = problem
  }
}

const MARKER = /^\s*(?:[-*•●▪‣◦–]|\d{1,2}[.)])\s+/

/**
 * The lines of a cell as bullets: marked ones each by themselves with what follows unmarked, unmarked ones each
 * by themselves when all begin like a sentence; otherwise they are one wrapped text. Lines below "Examples:" are
 * examples.
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
      // A head or an example without a mark belongs to no bullet above it.
      if (MARKER.test(line) || bullets.length === 0 || isExampleHead(text) || isLabelled(text))
        bullets.push(text)
      else bullets[bullets.length - 1] += ` ${text}`
    }
    return bullets.filter(Boolean)
  }
  const each = full.length > 1 && full.every((line) => /^[\p{Lu}\p{Lo}\p{N}"“'‘(]/u.test(line))
  return (each ? full : [full.join(' ')]).map((line) => line.replace(/\s+/g, ' ')).filter(Boolean)
}
