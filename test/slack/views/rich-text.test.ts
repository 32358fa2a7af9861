import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bold,
  bullets,
  clipped,
  escaped,
  inert,
  line,
  quote,
  richText,
  words,
} from '../../../src/slack/views/rich-text.ts'

describe('rich text', () => {
  it('breaks the line between paragraphs, which Slack would set side by side', () => {
    expect(
      richText(line(bold('One')), line(words('two')), bullets([[words('three')]]), line(words('four')))
        .elements,
    ).toEqual([
      line(bold('One'), words('\n'), words('two')),
      bullets([[words('three')]]),
      line(words('four')),
    ])
  })

  it('never lets what somebody wrote open a mention, and keeps every visible character of it', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('<', '!', '@', '#', 'channel', '>', '&', ' ', 'é', '<!here>'))
          .map((parts) => parts.join('')),
        (text) => {
          expect(inert(text)).not.toMatch(/<[!@#]/)
          expect(inert(text).replaceAll('\u2060', '')).toBe(text)
          expect(escaped(text)).not.toMatch(/[<>]/)
          expect(JSON.stringify(quote(text))).not.toMatch(/<[!@#]/)
        },
      ),
    )
  })

  it('clips between characters, with an ellipsis', () => {
    expect(clipped('abcdef', 4)).toBe('abc…')
    expect(clipped('ab😀cd', 4)).toBe('ab…')
  })
})
