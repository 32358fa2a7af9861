import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { rowOf } from '../../../domain/ladder/ladder.ts'
import type { LadderView } from '../../../domain/ladder/ladder-view.ts'
import { markedWords } from '../../../domain/ladder/search-ladder.ts'
import { bold, italic, line, richText, type Said, words } from '../rich-text.ts'
import { competencyTitle, levelName, menu, rowBlocks, titleOf, typed } from './ladder.ts'
import { paged } from './pages.ts'

/** How many cells are on one page. */
const PAGE = 8

/** The cells that contain the words, best first, with the words marked. A long cell shows only the matching bullets. */
export function searchView(place: AnswerSource, shown: LadderView & { kind: 'search' }): Said {
  const { ladder } = place
  const { hits, stems, by, all } = shown.found
  const marked = (text: string) =>
    markedWords(text, stems).map((piece) => (piece.hit ? bold(piece.text) : words(piece.text)))
  const holds = (text: string): boolean => markedWords(text, stems).some(({ hit }) => hit)
  const sections = hits.flatMap(({ level, competency }) => {
    const row = rowOf(ladder, level.id, competency.id)
    const telling = row.filter((one) => row.some((other) => other.bullet === one.bullet && holds(other.text)))
    const renumbered = telling.map((one) => ({
      ...one,
      bullet: [...new Set(telling.map(({ bullet }) => bullet))].indexOf(one.bullet) + 1,
    }))
    return rowBlocks(
      renumbered,
      line(bold(`${competencyTitle(competency)} · ${levelName(level)}`)),
      marked,
    ).map((block) => [block])
  })
  const found = `${hits.length} ${hits.length === 1 ? 'place' : 'places'}`
  const note = !all
    ? `No exact match. ${found} ${hits.length === 1 ? 'has' : 'have'} some of these words.`
    : by === 'meaning'
      ? `The ladder doesn’t use this word. ${found} ${hits.length === 1 ? 'says' : 'say'} something similar.`
      : by === 'spelling'
        ? `${found}, using the closest spelling.`
        : `${found}${hits.length === 1 ? '' : ', closest first'}.`
  return paged({
    place,
    shown,
    title: titleOf(shown, place),
    intro: [richText(line(italic(note)))],
    sections,
    most: PAGE,
    controls: [
      ...menu(
        place,
        'Show in full…',
        'hits',
        hits.slice(0, 25).map((hit) => ({
          label: `${hit.level.id} ${hit.competency.name}`,
          shown: { kind: 'cell', ...hit },
        })),
      ),
      typed(place, shown),
    ],
  })
}
