import { fileURLToPath } from 'node:url'
import { payslipAnswer } from '@samen/core/country'
import { expect, test } from 'vitest'
import { Program } from '../support/program.ts'

/** Testland comes in from outside, as the package of somebody else would. */
const env = { SAMEN_PLUGINS: fileURLToPath(new URL('../support/testland.ts', import.meta.url)) }

async function samen(args: string[], input: string | Buffer = '') {
  const program = new Program('samen', args, { env })
  program.process.stdin?.on('error', () => undefined)
  program.process.stdin?.end(input)
  const { code, stdout, stderr } = await program.ended
  const answers = stdout.split('\n').filter((line) => line !== '')
  return { code, stderr, stdout, answers: answers.map((line) => parse(line)) }
}

const parse = (line: string) => {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}

const situation = {
  period: { from: '2026-10-01', to: '2026-10-31' },
  gross: '2000',
  worker: {},
  engagement: { days: 20 },
}
const lines = (...inputs: unknown[]) =>
  inputs.map((input) => (typeof input === 'string' ? input : JSON.stringify(input))).join('\n')

test('payslips come out in the order of the situations, errors in their place, and the stream goes on', async () => {
  const { code, answers } = await samen(
    ['payslip', '--country', 'xt'],
    lines(
      { id: 'a', ...situation },
      '',
      { id: 2, ...situation, worker: { shoe: 44 }, engagement: { days: 40 }, colour: 'red' },
      '{"id":"c", oops',
      '[1]',
      { id: 'e', ...situation, worker: { breaksTheRules: true } },
      { id: 'f', ...situation, gross: undefined, fee: '2000' },
      { id: 'g', ...situation, gross: undefined, ask: 'wage-tax', taxable: 1000 },
      { id: 0, ...situation },
      { id: '', ...situation, gross: -1 },
      { id: null, ...situation },
    ),
  )
  expect(code).toBe(0)
  expect(answers.map(({ id, error }) => [id, error?.field, error?.line])).toEqual([
    ['a', undefined, undefined],
    [2, 'worker.shoe', 3],
    ['c', '', 4],
    [undefined, '', 5],
    ['e', '', 6],
    ['f', undefined, undefined],
    ['g', undefined, undefined],
    [0, undefined, undefined],
    ['', 'gross', 10],
    [null, undefined, undefined],
  ])
  expect(answers[0]).toMatchObject({
    gross: '2000.00',
    wageTax: '200.00',
    net: '1800.00',
    employerCost: '2400.00',
  })
  expect(answers[1].error.errors).toEqual([
    { field: 'worker.shoe', detail: 'there is no such field' },
    { field: 'engagement.days', detail: 'at most 31' },
    { field: 'colour', detail: 'there is no such field' },
  ])
  expect(answers[5]).toMatchObject({ fee: '2000.00', levy: '200.00', gross: '1500.00', remainder: '0.00' })
  for (const answer of answers) expect(payslipAnswer.safeParse(answer).error).toBeUndefined()
})

test.each([
  ['a period before the law', { period: { from: '2024-10-01', to: '2024-10-31' } }, 'no-law', 'period.from'],
  [
    'a fee that does not cover the levy',
    { gross: undefined, fee: 10, expenses: 9.5 },
    'budget-too-small',
    'fee',
  ],
  ['two measures', { fee: 10 }, 'invalid-field', 'fee'],
  ['no measure', { gross: undefined }, 'invalid-field', 'gross'],
  ['an amount that is no amount', { gross: null }, 'invalid-field', 'gross'],
  ['half a cent', { gross: '10.005' }, 'invalid-field', 'gross'],
  ['a missing worker', { worker: undefined }, 'invalid-field', 'worker'],
  ['a day that does not exist', { paidOn: '2026-02-30' }, 'invalid-field', 'paidOn'],
  [
    'a place that is none of the known',
    { engagement: { days: 2, place: 'hill' } },
    'invalid-field',
    'engagement.place',
  ],
  ['an id a JSON number cannot carry', { id: 2 ** 60 }, 'invalid-field', 'id'],
])('%s is refused with its field', async (_, change, type, field) => {
  const { answers } = await samen(['payslip', '--country', 'xt'], lines({ ...situation, ...change }))
  expect(answers).toMatchObject([{ error: { type: `/problems/${type}`, field, status: 422 } }])
  expect(answers[0].error.errors[0].field).toBe(field)
})

test('what fails inside the rules is told on standard error, not to the reader of the answers', async () => {
  const { stdout, stderr } = await samen(
    ['payslip', '--country', 'xt'],
    lines({ ...situation, worker: { breaksTheRules: true } }),
  )
  expect(stdout).not.toContain('secret detail')
  expect(stderr).toContain('secret detail')
})

test('a line over the limit, a line that is not UTF-8 and a byte order mark do no harm to the others', async () => {
  const long = `{"id":"long","x":"${'y'.repeat(1_000_001)}"}\n`
  const bytes = Buffer.concat([
    Buffer.from(`\uFEFF${JSON.stringify({ id: 1, ...situation })}\r\n`),
    Buffer.from(long),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    Buffer.from(JSON.stringify({ id: 'é', ...situation })),
  ])
  const { code, answers } = await samen(['payslip', '--country', 'xt'], bytes)
  expect(code).toBe(0)
  expect(answers.map(({ id, error }) => [id, error?.type])).toEqual([
    [1, undefined],
    [undefined, '/problems/line-too-long'],
    [undefined, '/problems/malformed-json'],
    ['é', undefined],
  ])
})

test('no input gives no output', async () => {
  expect(await samen(['payslip', '--country', 'xt'])).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test('a reader who has seen enough may close the pipe', async () => {
  const program = new Program('samen', ['payslip', '--country', 'xt'], { env })
  program.process.stdin?.on('error', () => undefined)
  program.process.stdin?.write(`${JSON.stringify(situation)}\n`.repeat(20_000))
  await program.saying(/net/)
  program.process.stdout?.destroy()
  program.process.stdin?.end(`${JSON.stringify(situation)}\n`.repeat(20_000))
  expect(await program.ended).toMatchObject({ code: 0, stderr: '' })
})

test.each([
  [[], 'Say which country: --country fr.\n'],
  [
    ['--country', 'zz'],
    expect.stringMatching(/^There is no country "zz" here: installed are .*be, .*fr, .*xt\.\n$/),
  ],
  [
    ['--cuntry', 'xt'],
    `samen payslip: Unknown option '--cuntry': run "samen payslip --help" to see what it takes.\n`,
  ],
])('samen payslip %j ends with 2 and says why', async (args, stderr) => {
  expect(await samen(['payslip', ...args])).toMatchObject({ code: 2, stdout: '', stderr })
})

test('a number is read as every kind it could be, whether it stands in JSON or alone on its line', async () => {
  const { answers } = await samen(
    ['number', '--country', 'xt'],
    lines(
      { id: 7, number: '14 00.7' },
      '14007',
      '"00021"',
      { number: '14007', kind: 'bank' },
      { number: '1', kind: 'vat' },
    ),
  )
  expect(
    answers.map(({ id, number, valid, kind, normalised }) => [id, number, valid, kind, normalised]),
  ).toEqual([
    [7, '14 00.7', true, 'person', '14007'],
    [undefined, '14007', true, 'person', '14007'],
    [undefined, '00021', true, 'person', '00021'],
    [undefined, '14007', false, undefined, undefined],
    [undefined, undefined, undefined, undefined, undefined],
  ])
  expect(answers[0].readings[0]).toEqual({
    kind: 'person',
    name: 'tid',
    valid: true,
    normalised: '14007',
    formatted: '14007',
    facts: { century: '20' },
  })
  expect(answers[4].error.field).toBe('kind')
})

test('the pay day skips weekends, and the holidays of the region only there', async () => {
  const { answers } = await samen(
    ['deadline', '--country', 'xt'],
    lines(
      { id: 1, endedOn: '2026-11-20' },
      { id: 2, endedOn: '2026-11-20', region: 'north' },
      { id: 3, endedOn: '2026-11-20', region: 'south' },
      { id: null, endedOn: '2020-01-01' },
      { id: 5, endedOn: '2026-02-30' },
    ),
  )
  expect(answers.map(({ id, payBy, error }) => [id, payBy, error?.field])).toEqual([
    [1, '2026-12-01', undefined],
    [2, '2026-12-02', undefined],
    [3, undefined, 'region'],
    [null, undefined, 'endedOn'],
    [5, undefined, 'endedOn'],
  ])
  expect(answers[1].days).toContainEqual({ date: '2026-11-24', skipped: { holiday: 'north-day' } })
})

test('the schema of a situation and of a payslip are JSON Schemas of draft 2020-12', async () => {
  const { code, stdout } = await samen(['schema', '--country', 'xt'])
  expect(code).toBe(0)
  const { situation, payslip } = JSON.parse(stdout)
  for (const schema of [situation, payslip])
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(situation.properties.engagement.properties.days).toMatchObject({ type: 'integer', maximum: 31 })
  expect(situation.required).toEqual(['period', 'worker', 'engagement'])
})

test('the list of countries says which law they cover and which figures are in doubt', async () => {
  const { stdout } = await samen(['countries', '--json'])
  const countries = JSON.parse(stdout)
  expect(countries.map(({ country }: { country: string }) => country)).toEqual(
    expect.arrayContaining(['BE', 'FR', 'XT']),
  )
  expect(countries.at(-1)).toMatchObject({
    name: 'Testland',
    lawFrom: '2025-01-01',
    lawChanges: ['2025-01-01', '2026-01-01'],
    unverified: [{ parameter: 'employer', from: '2026-01-01', reason: 'the gazette was not read' }],
  })
})
