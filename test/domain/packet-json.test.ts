import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PACKET_JSON } from '../../src/domain/packet/packet-json.ts'

describe('the schema of a packet in JSON', () => {
  it('is published as JSON Schema, and changes only with it', async () => {
    const schema = { title: 'A promotion packet of Ladder Coach, version 1', ...z.toJSONSchema(PACKET_JSON) }
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../.github/docs/packet.schema.json',
    )
  })

  it('has days as ISO dates', () => {
    const { shape } = PACKET_JSON
    expect(shape.made.safeParse('2026-11-27').success).toBe(true)
    expect(shape.made.safeParse('27 November 2026').success).toBe(false)
  })
})
