import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDraftStore } from '../../src/adapters/store/packet/draft-store.ts'
import type { DraftedParagraph, DraftedSentence } from '../../src/domain/packet/draft/drafts.ts'
import type { Owner } from '../../src/domain/person.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const L3 = { ladder: 'sre', target: 'L3' }
const at = Temporal.Instant.from('2026-11-27T10:00:00.123456Z')

const sentence = (text: string, ...ids: string[]): DraftedSentence => ({
  text,
  from: ids.map((evidenceId) => ({ evidenceId, revision: 1, span: 's1', words: 'w' })),
})

describe.each(storeKinds())('drafts of packets on %s', (kind) => {
  let place: Awaited<ReturnType<typeof openStore>>
  let jobs: string[]
  let users = 0
  let count = 0
  beforeAll(async () => {
    place = await openStore(kind)
  })
  afterAll(() => place?.close())

  const drafts = () => makeDraftStore(place.database, async (_, { draft }) => void jobs.push(draft))

  /** Somebody with so many pieces. */
  const somebody = async (pieces: number): Promise<{ owner: Owner; ids: string[] }> => {
    users += 1
    jobs = []
    const owner = { team: 'T1', user: `UDRAFTS${users}` }
    const ids: string[] = []
    for (let nth = 0; nth < pieces; nth += 1) {
      count += 1
      const ts = `1790000000.${String(count).padStart(6, '0')}`
      const id = `e-${count}`
      const part = { kind: 'message', saidBy: null, messageTs: ts, raw: 'words', reading: 'words' } as const
      await place.store.acceptEvidence({
        ...{ id, owner, message: { channel: 'D1', ts }, origin: null, thread: { channel: 'D1', ts } },
        ...{ parts: [{ ...part, leftOut: [], file: null, writtenAt: at }], happened: null, receivedAt: at },
      })
      ids.push(id)
    }
    return { owner, ids }
  }
  const save = (owner: Owner, competency: string, ...sentences: DraftedSentence[]): Promise<void> =>
    drafts().saveDraft(owner, L3, { competency, sentences, basis: 'b1', prompt: 'p1', model: 'm1' })
  const kept = async (owner: Owner): Promise<readonly DraftedParagraph[]> =>
    (await drafts().draft(owner, L3)).paragraphs
  const texts = async (owner: Owner): Promise<string[]> =>
    (await kept(owner)).flatMap(({ sentences }) => sentences.map(({ text }) => text))

  it('remember who asked for which, once at a time, and how it ended', async () => {
    const { owner } = await somebody(0)
    expect(await drafts().draft(owner, L3)).toEqual({ drafting: 'none', askedAt: null, paragraphs: [] })
    await drafts().askDraft(owner, L3, at)
    await drafts().askDraft(owner, L3, at)
    const [id, again] = jobs
    expect(again).toBe(id)
    expect(await drafts().draftAsked(id!)).toEqual({ owner, of: L3, at })
    expect((await drafts().draft(owner, L3)).askedAt?.equals(at)).toBe(true)
    await drafts().endDraft(id!, 'day-used-up')
    expect(await drafts().draftAsked(id!)).toBeNull()
    expect((await drafts().draft(owner, L3)).drafting).toBe('day-used-up')
    expect((await drafts().draft(owner, { ...L3, target: 'L4' })).drafting).toBe('none')
    expect((await drafts().draft({ ...owner, team: 'T2' }, L3)).drafting).toBe('none')
  })

  it('keep a paragraph for a competency, and replace it until it is accepted', async () => {
    const { owner, ids } = await somebody(1)
    await save(owner, 'mastery', sentence('one', ids[0]!))
    await save(owner, 'mastery', sentence('two', ids[0]!), sentence('three', ids[0]!))
    expect(await texts(owner)).toEqual(['two', 'three'])
    await drafts().acceptDraft(owner, L3, { mastery: ['three'] })
    await save(owner, 'mastery', sentence('four', ids[0]!))
    expect(await kept(owner)).toEqual([
      {
        competency: 'mastery',
        sentences: [sentence('three', ids[0]!)],
        accepted: true,
        ...{ basis: 'b1', prompt: 'p1', model: 'm1' },
      },
    ])
    await drafts().removeDraft(owner, L3, 'mastery')
    expect(await kept(owner)).toEqual([])
  })

  it('keep no sentence of a piece that was deleted, belongs to someone else or has changed since', async () => {
    const { owner, ids } = await somebody(2)
    const other = await somebody(1)
    const changed = {
      ...sentence('changed', ids[1]!),
      from: [{ ...sentence('', ids[1]!).from[0]!, revision: 2 }],
    }
    await save(
      owner,
      'mastery',
      sentence('stays', ids[0]!),
      sentence('gone', ids[0]!, 'no-such-piece'),
      sentence('theirs', other.ids[0]!),
      changed,
    )
    expect(await texts(owner)).toEqual(['stays'])
    await save({ team: 'T1', user: 'UNOBODY' }, 'mastery', sentence('nobody’s', ids[0]!))
    expect(await kept({ team: 'T1', user: 'UNOBODY' })).toEqual([])
  })

  it.each(['deleted', 'edited', 'removed', 'joined to another'])(
    'lose every sentence of a piece that is %s, also what was accepted',
    async (how) => {
      const { owner, ids } = await somebody(3)
      const [first, second, third] = ids as [string, string, string]
      await save(owner, 'mastery', sentence('of first', first), sentence('of both', second, first))
      await save(owner, 'trust', sentence('first alone', first))
      await save(owner, 'scope', sentence('of second', second), sentence('of third', third))
      await drafts().acceptDraft(owner, L3, { mastery: ['of first', 'of both'] })
      if (how === 'deleted') await place.store.deleteEvidence(owner, first)
      else if (how === 'removed') await place.store.removePart(owner, first, 0)
      else if (how === 'edited')
        expect(
          await place.store.editPart(
            owner,
            first,
            0,
            { raw: 'other', reading: 'other', leftOut: [] },
            '1900000000.000001',
          ),
        ).toBe(true)
      else expect(await place.store.joinEvidence(owner, first, third)).toBe('joined')
      expect(await texts(owner)).toEqual(['of second', 'of third'])
      const rows = await place.database.query<{ words: string }>(
        `select sentences::text as words from packet_paragraph where team_id = $1 and user_id = $2`,
        [owner.team, owner.user],
      )
      expect(rows).toHaveLength(1)
    },
  )

  it('go with their owner', async () => {
    const { owner, ids } = await somebody(1)
    await drafts().askDraft(owner, L3, at)
    await save(owner, 'mastery', sentence('one', ids[0]!))
    await place.store.deletePerson(owner)
    expect(await drafts().draft(owner, L3)).toEqual({ drafting: 'none', askedAt: null, paragraphs: [] })
    expect(await drafts().draftAsked(jobs[0]!)).toBeNull()
  })
})
