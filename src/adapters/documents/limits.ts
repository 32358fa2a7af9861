/** The largest file that is read, in bytes. Source: the issue "Files in a DM", 10 MB. */
export const MOST_BYTES = 10 * 1024 * 1024

/** How long reading one file may take, in milliseconds, and how much memory it may use, in MB. */
export const DOCUMENT_LIMITS = { timeoutMs: 20_000, memoryMb: 512 }

/** The longest text that a file may have, in UTF-16 units. Source: the issue "Files in a DM", 200,000 characters. */
export const MOST_CHARACTERS = 200_000

/**
 * How much a zip may unpack to, in bytes: ten times the largest file, far more than any document of MOST_CHARACTERS.
 */
export const MOST_UNPACKED = 100 * 1024 * 1024
