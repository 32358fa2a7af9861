import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingText } from '../../src/domain/evidence/reading-text.ts'

describe('the reading text', () => {
  it.each([
    ['Paged <!channel> at 3 am', 'Paged  at 3 am'],
    ['with <@U123> and <@W9|sam>', 'with someone and someone'],
    ['in <#C1|sre> and <#C2>', 'in #sre and a channel'],
    ['see <https://x.test/a|the design doc>', 'see the design doc (https://x.test/a)'],
    ['see <https://x.test/a?b=1&amp;c=2|https://x.test/a?b=1&amp;c=2>', 'see https://x.test/a?b=1&c=2'],
    ['wrote <http://README.md|README.md>', 'wrote README.md'],
    ['see <https://wiki.test/plan|wiki.test/plan>', 'see https://wiki.test/plan'],
    ['I wrote ~the audit and~ the plan', 'I wrote the plan'],
    ['~I wrote the audit.~', ''],
    ['~~I wrote the audit~~, then the plan', ', then the plan'],
    [
      'took ~5 minutes instead of ~40, in ~/bin and x~y~z',
      'took ~5 minutes instead of ~40, in ~/bin and x~y~z',
    ],
    ['`~kept~` is code', '`~kept~` is code'],
    ['see <https://x.test/a>', 'see https://x.test/a'],
    [
      'asked <!subteam^S1|@oncall> and mailed <mailto:a@b.test|a@b.test>',
      'asked a group and mailed a@b.test',
    ],
    ['on <!date^1392734382^{date}|Feb 18, 2014>', 'on Feb 18, 2014'],
    ['latency &lt; 5 ms &amp;&amp; errors &gt; 0', 'latency < 5 ms && errors > 0'],
    ['typed &lt;!channel&gt; by hand', 'typed <!channel> by hand'],
    ['a &amp;lt; b', 'a &lt; b'],
    ['one\r\ntwo\u2028three', 'one\ntwo\nthree'],
    ['no\u0000 con\u0007trol\u202Es and ze\u200Bro width', 'no controls and zero width'],
    ['family 👩‍👩‍👧 stays', 'family 👩‍👩‍👧 stays'],
  ])('reads %j as %j', (raw, reading) => {
    expect(readingText(raw)).toBe(reading)
  })

  it('never holds a control character, and cutting entities never throws', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '!',
      '@',
      '#',
      '|',
      'U1',
      'channel',
      '&lt;',
      '&amp;',
      'http://x',
      '\u0007',
      '\n',
      'é',
      '\uD800',
    )
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (raw) => {
          expect(readingText(raw)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/)
        },
      ),
    )
  })
})
