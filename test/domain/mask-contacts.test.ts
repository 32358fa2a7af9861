import { describe, expect, it } from 'vitest'
import { findContacts } from '../../src/domain/mask/mask-contacts.ts'

const found = (text: string): string[] => findContacts(text).map(({ start, end }) => text.slice(start, end))

describe('contact data', () => {
  it.each([
    ['Mail priya@example.com.', ['priya@example.com']],
    ['<mailto:a@b.co|a@b.co>', ['a@b.co', 'a@b.co']],
    [
      'wei+slack@mail.example.co.uk, o’neil@example.org',
      ['wei+slack@mail.example.co.uk', 'o’neil@example.org'],
    ],
    ['jürgen@müller.example', ['jürgen@müller.example']],
    [
      'priya [at] example [dot] com and wei(at)example.com',
      ['priya [at] example [dot] com', 'wei(at)example.com'],
    ],
    [
      '+1 202-555-0143, +44 (0)20 7946 0958, +49301234567',
      ['+1 202-555-0143', '+44 (0)20 7946 0958', '+49301234567'],
    ],
    ['Call (202) 555-0143 or 202.555.0143.', ['(202) 555-0143', '202.555.0143']],
    [
      '020 7946 0958, 06 12 34 56 78, 089/1234567, 1-800-555-0199',
      ['020 7946 0958', '06 12 34 56 78', '089/1234567', '1-800-555-0199'],
    ],
    ['0044 20 7946 0958 and 555-0143', ['0044 20 7946 0958', '555-0143']],
    ['phone: 5550143, mobile 07946095812, reach me at 2025550143', ['5550143', '07946095812', '2025550143']],
    [
      '+91 98765 43210, +81-3-1234-5678, +55 11 91234-5678',
      ['+91 98765 43210', '+81-3-1234-5678', '+55 11 91234-5678'],
    ],
    ['https://www.linkedin.com/in/priya-patel-1a2b/ and uk.linkedin.com/in/wei', ['priya-patel-1a2b', 'wei']],
    [
      'github.com/zyxtrova, https://gitlab.com/zyx_t?tab=x and gist.github.com/zyx/1',
      ['zyxtrova', 'zyx_t', 'zyx'],
    ],
    ['https://twitter.com/zyx/status/1, x.com/zyx. medium.com/@zyx/how', ['zyx', 'zyx', 'zyx']],
  ])('are found in "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    'From 2019-2021, on 2024-05-12, 12.05.2024 and 5/12/2024 at 10:30-11:45.',
    'Saved $1,000,000, 1.000.000 requests, 250 000 000 rows, 123 456 789 events.',
    'Upgraded 1.29.3 to 10.0.19041.1 at 10.0.0.1 and 192.168.100.200.',
    'Tickets PLAT-1234567, INC-2024-0117, #12345678, T84293, pull/1234567890.',
    'p95 120 340 1200 ms, 99.95%, +25%, -30 to +40, 1e10, 0.75.2, 3-5 people.',
    'Order 550e8400-e29b-41d4-a716-446655440000 and hash 1234567890123456.',
    'Called 12345678 times, grew 10-15-20% in 2021 2022 2023, ISBN 978-3-16-148410-0.',
    'git@github.com:acme/app.git, @types/node@26.6.6, user@host, a @ b.',
    'Coordinates 52.520008, 13.404954; ratio 16:9; 2x 1920x1080; 24/7/365.',
    'On-call for 1265h 20m, 228 issues, 32 incidents, 294k views from 222k users.',
    'Reduced it from 100-200 to 50-100, i.e. 0-100 in 30 days, 2021-2022-2023.',
  ])('are not seen in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})
