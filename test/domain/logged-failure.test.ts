import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../../src/config.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import { factOf, remedyOf } from '../../src/domain/logged-failure.ts'

describe('what an admin can do', () => {
  it.each([
    ['store-unavailable', '53100', /disk of the database is full/],
    ['store-unavailable', '25006', /read-only.*DATABASE_URL/],
    ['store-unavailable', '28P01', /password in DATABASE_URL/],
    ['store-unavailable', null, /DATABASE_URL.*DATA_DIR/],
    ['store-misused', '42501', /rights/],
    ['slack-refused', 'missing_scope', /manifest\.json/],
    ['slack-unavailable', 'invalid_auth', /SLACK_BOT_TOKEN/],
    ['model-unavailable', '401', /OPENAI_API_KEY/],
    ['model-refused', 'model_not_found', /OPENAI_MODEL/],
    ['model-unavailable', 'insufficient_quota', /credit/],
    ['schema-refused', '400', /OPENAI_MODEL.*strict JSON schemas/],
    ['month-used-up', null, /budget\.yaml/],
    ['ladder-broken', null, /npm run ladder -- check/],
  ])('is said of %s with %s, in one or two sentences', (code, vendor, said) => {
    const remedy = remedyOf(code, vendor)
    expect(remedy).toMatch(said)
    expect(remedy).toMatch(/^[A-Z].*\.$/)
    for (const [setting] of remedy!.matchAll(/\b[A-Z]+_[A-Z_]+\b/g)) expect(SETTINGS).toHaveProperty(setting)
  })

  it.each([
    ['slack-unavailable', 'fatal_error'],
    ['slack-refused', 'channel_not_found'],
    ['model-silent', null],
    ['model-unavailable', '503'],
    ['not-yet', null],
    ['constructor', 'constructor'],
    ['store-toString', 'toString'],
  ])('is nothing but to wait for %s with %s', (code, vendor) => {
    expect(remedyOf(code, vendor)).toBeNull()
  })

  it('is next to the codes in the log, without any vendor’s text', () => {
    const error = new CoachError('store-unavailable', 'The database could not be reached (53100)', {
      cause: new Error('no space left: I led the migration'),
      vendor: '53100',
    })
    expect(factOf(error)).toEqual({
      code: 'store-unavailable',
      vendor: '53100',
      reason: 'The database could not be reached (53100)',
      todo: expect.stringContaining('disk'),
    })
    expect(factOf(new TypeError('I led the migration'))).toEqual({
      code: 'unexpected',
      reason: 'TypeError',
      todo: expect.stringContaining('report it'),
    })
    expect(new CoachError('slack-refused', 'x', { vendor: 'I led the migration' }).vendor).toBeNull()
  })
})
