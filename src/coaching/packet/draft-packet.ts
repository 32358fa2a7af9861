import type { CaseSentence, HeldSentence } from '../../domain/check/case/told.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { factOf } from '../../domain/logged-failure.ts'
import { draftRequest } from '../../domain/packet/draft/draft-request.ts'
import {
  basisOf,
  type DraftedSentence,
  type Drafting,
  draftedFrom,
  sectionsToDraft,
} from '../../domain/packet/draft/drafts.ts'
import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'
import { makeTurns } from '../limits.ts'
import type { Log, People } from '../ports.ts'
import type { ModelUseStore } from '../review/model-use-store.ts'
import type { Texts } from '../texts-port.ts'
import type { DraftJob, DraftStore } from './draft-store.ts'
import type { MadePacket, Packets } from './make-packet.ts'
import { type MaskedQuotes, type MaskedSection, maskQuotes } from './mask-quotes.ts'
import type { PacketModel } from './packet-model-port.ts'
import type { PacketOf } from './showing-store.ts'

/** How many competencies of one packet are drafted at once. */
const AT_ONCE = 3

type Deps = {
  /** Null if no model is configured. */
  readonly packetModel: PacketModel | null
  readonly draftStore: DraftStore
  readonly packets: Pick<Packets, 'packet'>
  readonly texts: Pick<Texts, 'maskWords' | 'checkCase'>
  readonly people: Pick<People, 'of'>
  readonly store: ModelUseStore
  readonly budget: Budget
  /** How long the model may take for one competency with all its attempts, in milliseconds. */
  readonly limitMs: number
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** How a draft ends. */
type Ended = Exclude<Drafting, 'none' | 'writing'>

type Made = Extract<MadePacket, { kind: 'packet' }>

/** The failures that a provider may still charge for. */
const WORKED_ON: readonly string[] = ['model-silent', 'reading-stopped']

/** Drafts the case of a packet with a model, competency by competency, using only its quotes. */
export function makeDraftPacket({
  packetModel: model,
  draftStore,
  packets,
  texts,
  people,
  store,
  budget,
  limitMs,
  now,
  log,
}: Deps) {
  const check = (
    owner: Owner,
    made: Made,
    { colleagues }: MaskedQuotes,
    one: MaskedSection,
    said: readonly CaseSentence[],
  ) =>
    texts.checkCase(owner, said, {
      ladder: made.ladder,
      goal: made.packet.goal,
      people: colleagues,
      context: one.section.context,
      receipts: one.quotes.map(({ id, text, receipt }) => ({
        ...{ id, text, lead: receipt.lead, saidBy: receipt.saidBy, days: receipt.days },
      })),
    })

  const draftedOf = (held: readonly HeldSentence[], { quotes }: MaskedSection): DraftedSentence[] =>
    held.map(({ text, receipts }) => ({
      text,
      from: quotes.filter(({ id }) => receipts.includes(id)).map(({ receipt }) => draftedFrom(receipt)),
    }))

  /**
   * Drafts one section and stores the sentences that passed the check. Returns its cost, and whether the model
   * answered.
   */
  const draftOne = async (
    ask: PacketModel,
    owner: Owner,
    made: Made,
    all: MaskedQuotes,
    one: MaskedSection,
  ) => {
    const { packet, ladder } = made
    const quotes = one.quotes.map(({ id, masked: text, saidBy, receipt }) => ({ id, text, saidBy, receipt }))
    const request = draftRequest(ladder, packet, one.section, quotes, one.context)
    try {
      const {
        sentences,
        invalid,
        model: by,
        prompt,
        use,
      } = await ask.draft(owner, request, AbortSignal.timeout(limitMs))
      const said = (sentences ?? []).map(({ text, receipts }) => ({ text: all.restore(text), receipts }))
      const held = await check(owner, made, all, one, said)
      const refused = held.filter((sentence) => sentence.refused !== null).length
      log.info(
        { ...use, sentences: said.length, refused, ...(invalid === null ? {} : { invalid }) },
        'model drafted a competency',
      )
      // A paragraph that only repeats quotes is what the page shows without a draft.
      if (held.length > refused)
        await draftStore.saveDraft(
          owner,
          { ladder: ladder.id, target: packet.goal.target },
          {
            competency: one.section.competency.id,
            sentences: draftedOf(held, one),
            basis: basisOf(packet, one.section),
            ...{ prompt, model: by },
          },
        )
      const drafted = held.length > refused
      return { answered: sentences !== null, drafted, microDollars: use?.microDollars ?? 0 }
    } catch (error) {
      if (!(error instanceof CoachError) || error.code === 'store-unavailable') throw error
      log.warn(factOf(error), 'a competency was not drafted')
      return {
        answered: false,
        drafted: false,
        microDollars: WORKED_ON.includes(error.code) ? ask.estimate : 0,
      }
    }
  }

  /** Asks within the budget. A packet counts as one review. */
  const draftAll = async (
    ask: PacketModel,
    owner: Owner,
    piece: string,
    made: Made,
    all: MaskedQuotes,
  ): Promise<Ended> => {
    const day = now().toZonedDateTimeISO('UTC').toPlainDate()
    const reserve = ask.estimate * all.sections.length
    const taken = await store.takeModelUse(owner, { piece, day, budget, reserve })
    if (taken !== 'taken') return taken
    const turns = makeTurns(AT_ONCE)
    const done = await Promise.allSettled(
      all.sections.map((one) => turns(() => draftOne(ask, owner, made, all, one))),
    )
    const ended = done.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    const answered = ended.some((one) => one.answered)
    const microDollars = ended.reduce((sum, one) => sum + one.microDollars, 0)
    await store.settleModelUse(owner, { piece, day, microDollars, counts: answered })
    const broken = done.find((one) => one.status === 'rejected')
    if (broken) throw broken.reason
    return ended.some((one) => one.drafted) ? 'done' : 'unavailable'
  }

  const draft = async (owner: Owner, piece: string, of: PacketOf): Promise<Ended> => {
    if (model === null) return 'unavailable'
    if (model.isResting()) return 'resting'
    // Without the list of members, some name would be sent, and we promise that none is.
    const names = await people.of(owner)
    if (names === null) return 'names-unknown'
    const made = await packets.packet(owner, of.target)
    if (made.kind !== 'packet' || made.ladder.id !== of.ladder) return 'unavailable'
    const { paragraphs } = await draftStore.draft(owner, of)
    const sections = sectionsToDraft(made.packet, paragraphs)
    if (sections.length === 0) return 'done'
    const all = await maskQuotes(texts, owner, { packet: made.packet, sections, names, at: now() })
    return draftAll(model, owner, piece, made, all)
  }

  return async ({ draft: id }: DraftJob): Promise<void> => {
    const asked = await draftStore.draftAsked(id)
    if (asked === null) return
    try {
      await draftStore.endDraft(id, await draft(asked.owner, `packet ${id} ${asked.at}`, asked.of))
    } catch (error) {
      if (!(error instanceof CoachError) || error.code === 'store-unavailable') throw error
      log.warn(factOf(error), 'the packet was not drafted')
      await draftStore.endDraft(id, 'unavailable')
    }
  }
}
