import type { PacketDocument } from '../../domain/packet/document.ts'
import type { Packet } from '../../domain/packet/packet.ts'
import type { PacketFileKind } from '../../domain/packet/packet-file.ts'
import type { Owner } from '../../domain/person.ts'

/** A packet as a file. */
export type PacketFile = {
  readonly kind: PacketFileKind
  readonly name: string
  readonly bytes: Uint8Array
  /** How many signs it can't show. Only a PDF has some, and it says so itself too. */
  readonly missing: number
}

/** A packet, and what its file says about it. */
export type PacketToWrite = { readonly packet: Packet; readonly document: PacketDocument }

/** Makes files. */
export interface PacketFiles {
  /**
   * Makes a file, away from the main thread. Null if it is the company's form and there is none. Throws CoachError
   * `text-too-slow` or `text-failed`, which contain no words of the packet.
   */
  make(owner: Owner, kind: PacketFileKind, to: PacketToWrite): Promise<PacketFile | null>
  /** Whether the company has its own form. */
  hasForm(): Promise<boolean>
  /** Ends all work that is under way. */
  close(): Promise<void>
}

/** What became of a file: it is in the person's DM, or its text is, because Slack does not let the coach upload. */
export type PacketGiven = {
  readonly as: 'file' | 'messages'
  /** The person's DM. */
  readonly channel: string
}

/** Gives a file only to the person. */
export interface PacketUpload {
  /**
   * Posts a message to the person and uploads the file after it. If the workspace does not let the coach upload, it
   * says how an admin can allow it, and posts `markdown` in the message's thread. Throws CoachError as the Messenger
   * does, and leaves no message without its file.
   */
  give(owner: Owner, file: PacketFile, about: PacketAbout): Promise<PacketGiven>
}

/** What is said with a file. */
export type PacketAbout = {
  readonly target: string
  /** It has words of colleagues. */
  readonly hasColleagues: boolean
  /** It has claims that AI drafted and the person has not accepted. */
  readonly hasDrafts: boolean
  /** The whole packet as Markdown. It is only made if there can be no file. */
  readonly markdown: () => string
}
