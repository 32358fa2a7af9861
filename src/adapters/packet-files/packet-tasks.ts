import type { PacketToWrite } from '../../coaching/packet/packet-file-port.ts'
import type { PacketFileKind } from '../../domain/packet/packet-file.ts'

/** A file in base64, by which a worker hands it over. */
export type WrittenFile = { readonly base64: string; readonly missing: number }

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')
const whole = (bytes: Uint8Array | string): WrittenFile => ({ base64: base64(bytes), missing: 0 })

/** Each loads only its own library. */
const WRITERS: Readonly<
  Record<PacketFileKind, (to: PacketToWrite, form: string | null) => Promise<WrittenFile>>
> = {
  form: async ({ packet }, form) =>
    whole((await import('./form.ts')).filledForm(Buffer.from(form ?? '', 'base64'), packet)),
  docx: async ({ document }) => whole(await (await import('./word.ts')).packetWord(document)),
  pdf: async ({ document }) => {
    const { bytes, missing } = await (await import('./pdf.ts')).packetPdf(document)
    return { base64: base64(bytes), missing }
  },
  md: async ({ document }) =>
    whole((await import('../../domain/packet/markdown.ts')).packetMarkdown(document)),
  json: async ({ packet }) => {
    const { packetJson } = await import('../../domain/packet/packet-json.ts')
    return whole(`${JSON.stringify(packetJson(packet), null, 2)}\n`)
  },
}

/** The tasks of the worker, by name. */
export const packetTasks = {
  write: (kind: PacketFileKind, to: PacketToWrite, form: string | null): Promise<WrittenFile> =>
    WRITERS[kind](to, form),
}
