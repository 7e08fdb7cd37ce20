import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { situationSchema } from '../../src/country/situation.ts'

const schema = situationSchema({
  worker: z.strictObject({ children: z.number().int().min(0).max(20).default(0) }),
  engagement: z.strictObject({ status: z.enum(['employee', 'artist']) }),
  toDate: z.strictObject({ month: z.string() }).optional(),
  pay: ['ordinary', 'one-off'],
})

const minimal = {
  gross: '2500.00',
  period: { from: '2026-09-01', to: '2026-09-30' },
  worker: {},
  engagement: { status: 'employee' },
}

const fieldsAtFault = (situation: unknown) =>
  schema.safeParse(situation).error?.issues.map((issue) => issue.path.join('.')) ?? []

describe('a situation', () => {
  test('may be short: kind of pay, day of payment and question have defaults', () => {
    const parsed = schema.parse(minimal)
    expect(parsed).toMatchObject({
      ask: 'payslip',
      pay: 'ordinary',
      gross: 250000n,
      paidOn: '2026-09-30',
      expenses: 0n,
    })
    expect(parsed.worker).toEqual({ children: 0 })
  })

  test('takes an amount as text or as a JSON number, exactly', () => {
    expect(schema.parse({ ...minimal, gross: 2500.1 }).gross).toBe(250010n)
    expect(schema.parse({ ...minimal, gross: '2500.1' }).gross).toBe(250010n)
  })

  test.each([
    ['gross', { ...minimal, gross: '-1' }],
    ['gross', { ...minimal, gross: '12.345' }],
    ['gross', { ...minimal, gross: '1e9' }],
    ['gross', { ...minimal, gross: undefined }],
    ['fee', { ...minimal, fee: '3000' }],
    ['taxable', { ...minimal, gross: undefined, taxable: '2000' }],
    ['gross', { ...minimal, ask: 'wage-tax' }],
    ['taxable', { ...minimal, gross: undefined, ask: 'wage-tax' }],
    ['period.to', { ...minimal, period: { from: '2026-09-01', to: '2026-08-31' } }],
    ['period.to', { ...minimal, period: { from: '2026-09-01', to: '2026-10-01' } }],
    ['period.from', { ...minimal, period: { from: '2026-02-30', to: '2026-03-01' } }],
    ['worker.children', { ...minimal, worker: { children: -1 } }],
    ['engagement.status', { ...minimal, engagement: { status: 'king' } }],
    ['pay', { ...minimal, pay: 'holiday' }],
    ['levy', { ...minimal, levy: '101' }],
    ['paidOn', { ...minimal, paidOn: 'tomorrow' }],
  ])('with a wrong %s is refused, and the refusal names that field', (field, situation) => {
    expect(fieldsAtFault(situation)).toEqual([field])
  })

  test('refuses a field it does not know, at every depth', () => {
    expect(schema.safeParse({ ...minimal, grss: '1' }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['grss'],
    })
    expect(schema.safeParse({ ...minimal, worker: { kids: 2 } }).error?.issues[0]).toMatchObject({
      keys: ['kids'],
      path: ['worker'],
    })
  })

  test('prints as a JSON Schema that says one measure is wanted and describes its fields', () => {
    const json = z.toJSONSchema(schema, { io: 'input' })
    expect(json).toMatchObject({ type: 'object', additionalProperties: false, title: 'Situation' })
    expect(json.required).toEqual(['period', 'worker', 'engagement'])
    expect(JSON.stringify(json)).toContain('"oneOf":[{"required":["gross"]}')
  })
})
