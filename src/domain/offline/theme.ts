import { z } from 'zod'

/**
 * A theme of work: its names on ladders, its words, and sentences as people write them in evidence. Its areas are the
 * wider kinds of work that it belongs to.
 */
export const themeSchema = z.strictObject({
  theme: z.string().min(1),
  areas: z.array(z.string().min(1)).default([]),
  names: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)),
  sentences: z.array(z.string().min(1)),
})
export type Theme = z.infer<typeof themeSchema>
