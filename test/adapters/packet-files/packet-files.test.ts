import { afterEach, describe, expect, it } from 'vitest'
import { openPacketFiles } from '../../../src/adapters/packet-files/packet-files.ts'
import type { PacketFiles } from '../../../src/coaching/packet/packet-file-port.ts'
import type { Packet } from '../../../src/domain/packet/packet.ts'
import { owner } from '../../domain/evidence-fixture.ts'
import { letters, pdfText, wordText } from './read-back.ts'
import { QUOTES, yearDocument } from './year-document.ts'

/** Files are named after the level and the day alone. */
const packet = {
  goal: { ladder: 'sre', current: 'L2', target: 'L3 / Senior "SRE"', by: null },
  made: Temporal.PlainDate.from('2026-11-27'),
} as unknown as Packet
const to = { packet, document: yearDocument() }

describe('files of a packet', () => {
  let files: PacketFiles | undefined
  afterEach(() => files?.close())

  it('are made in a worker, and named by level and day', async () => {
    files = openPacketFiles({ rubricDir: 'rubric' })
    const [word, pdf] = await Promise.all([files.make(owner, 'docx', to), files.make(owner, 'pdf', to)])
    expect(word!.name).toBe('promotion-packet-L3-Senior-SRE-2026-11-27.docx')
    expect(pdf!.name).toBe('promotion-packet-L3-Senior-SRE-2026-11-27.pdf')
    expect(await wordText(word!.bytes)).toContain(QUOTES[4])
    expect(letters(await pdfText(pdf!.bytes))).toContain(letters(QUOTES[4]!))
    expect([word!.missing, pdf!.missing]).toEqual([0, 0])
  })

  it('say how many signs a PDF can’t show', async () => {
    files = openPacketFiles({ rubricDir: 'rubric' })
    const document = yearDocument({ 1: 'done 🎉 → 修复' })
    expect((await files.make(owner, 'pdf', { packet, document }))!.missing).toBe(4)
  })

  it('end when they take too long, and the next one is made', async () => {
    files = openPacketFiles({ rubricDir: 'rubric', limits: { cpuMs: 1, wallMs: 60_000, memoryMb: 512 } })
    await expect(files.make(owner, 'pdf', to)).rejects.toMatchObject({ code: 'text-too-slow' })
    await expect(files.make(owner, 'pdf', to)).rejects.toMatchObject({ code: 'text-too-slow' })
  })

  it('fail without any of the packet’s words in the error', async () => {
    files = openPacketFiles({ rubricDir: 'rubric' })
    const broken = {
      packet,
      document: {
        ...yearDocument(),
        parts: [{ kind: 'heading', level: 1, text: { secret: 'secret words' } }],
      },
    }
    const failed = await files.make(owner, 'docx', broken as never).catch((error: Error) => error)
    expect(failed).toMatchObject({ code: 'text-failed' })
    expect(String(failed)).not.toContain('secret words')
  })

  it('are given up when the coach stops', async () => {
    files = openPacketFiles({ rubricDir: 'rubric' })
    const all = Promise.allSettled([files.make(owner, 'pdf', to), files.make(owner, 'docx', to)])
    await files.close()
    for (const one of await all)
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'text-failed' } })
  })
})
