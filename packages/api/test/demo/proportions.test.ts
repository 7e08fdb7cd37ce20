import { readWageSituation } from '@samen/core/context'
import {
  type AnyCountryPlugin,
  addDays,
  computePayslip,
  daysBetween,
  formatAmount,
  fullYears,
  monthOf,
  readNumber,
} from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { loadCountries } from '../../src/countries.ts'
import { clientsOf } from '../../src/demo/clients.ts'
import { type CountryProfile, PROFILES } from '../../src/demo/countries/index.ts'
import { type JobWorld, jobsOf, teamsOf } from '../../src/demo/jobs.ts'
import { people } from '../../src/demo/people.ts'
import { dice, idMaker, Quota } from '../../src/demo/random.ts'
import { DEMO_SIGN_INS, demoSignIns, signInsOf } from '../../src/demo/sign-ins.ts'

const today = '2026-11-23'
const turnoverOf = ({ prices: { unit } }: CountryProfile) => 100_000n * unit

function world(profile: CountryProfile, today = '2026-11-23'): JobWorld {
  const from = addDays(today, -114)
  const throws = dice(7)
  const id = idMaker(7)
  const members = people(profile, 1_000, today, throws, id)
  const clients = clientsOf(profile, 400, turnoverOf(profile) / 4n, throws, id)
  const teams = teamsOf(members, from, throws, id)
  return { profile, members, clients, teams, from, today, dice: throws, id, lastWorkFor: () => '2199-01-01' }
}

const countries = await loadCountries()
/** Days the demo may play on: of the last year the law tells, and of the first that it does not. */
const DAYS = ['2026-02-20', '2027-01-20']

const offices = PROFILES.map((profile): [string, CountryProfile, AnyCountryPlugin] => {
  const plugin = countries.get(profile.country) as AnyCountryPlugin
  return [plugin.name, profile, plugin]
})

describe.each(offices)('the demo office of %s', (_, profile, plugin) => {
  const scene = world(profile)
  const turnover = turnoverOf(profile)
  const jobs = jobsOf(scene, turnover)

  test('has 55 men for 45 women, and half its members are over 35', () => {
    const share = (of: (member: (typeof scene.members)[number]) => boolean) =>
      scene.members.filter(of).length / scene.members.length
    expect(share(({ draft }) => draft.sex === 'm')).toBeCloseTo(0.55, 2)
    expect(share(({ draft }) => fullYears(draft.birthDate, today) > 35)).toBeCloseTo(0.5, 2)
  })

  test('earns what it should, and the sectors share it 46 : 21 : 33', () => {
    const over = jobs.filter(({ draft }) => draft.endsOn < '2026-11-12')
    const sum = (of: typeof jobs) => of.reduce((total, { draft }) => total + Number(draft.fee), 0)
    const done = sum(jobs.filter(({ draft }) => draft.endsOn < today))
    expect(done / Number(turnover)).toBeGreaterThanOrEqual(1)
    expect(done / Number(turnover)).toBeLessThan(1.01)
    const share = (sector: string) => sum(over.filter((job) => job.sector === sector)) / sum(over)
    expect(share('artistic')).toBeCloseTo(0.46, 2)
    expect(share('cultural-industry')).toBeCloseTo(0.21, 2)
    expect(share('other')).toBeCloseTo(0.33, 2)
  })

  test('has jobs of one day, of several, of a month, and of teams', () => {
    const days = jobs.map(({ draft }) => daysBetween(draft.startsOn, draft.endsOn))
    expect(days.filter((one) => one === 1).length / jobs.length).toBeGreaterThan(0.4)
    expect(days.some((one) => one > 1 && one < 8)).toBe(true)
    expect(days.some((one) => one > 27)).toBe(true)
    expect(jobs.some(({ draft }) => draft.engagements.length > 1)).toBe(true)
    for (const state of ['done', 'started', 'order', 'quote'])
      expect(jobs.some(({ draft }) => draft.state === state)).toBe(true)
  })

  test('has numbers that its own country finds valid, and no two alike', () => {
    const valid = (kind: 'person' | 'bank' | 'company' | 'vat', number: string | null | undefined) =>
      readNumber(plugin.identifiers, number ?? '', kind)[0]?.valid
    for (const { draft } of scene.members) {
      expect(valid('person', draft.nationalNumber), draft.nationalNumber).toBe(true)
      expect(valid('bank', draft.iban), draft.iban).toBe(true)
    }
    for (const { draft, iban } of scene.clients) {
      expect(valid('company', draft.companyNumber), draft.companyNumber ?? '').toBe(true)
      expect(valid('vat', draft.vatNumber), draft.vatNumber ?? '').toBe(true)
      expect(valid('bank', iban), iban).toBe(true)
    }
    const distinct = (texts: (string | null | undefined)[]) => new Set(texts).size
    expect(distinct(scene.members.map(({ draft }) => draft.nationalNumber))).toBe(1_000)
    expect(distinct(scene.members.map(({ draft }) => draft.email))).toBe(1_000)
    expect(distinct(scene.clients.map(({ draft }) => draft.vatNumber))).toBe(400)
  })

  test('has people, clients and places in languages its country publishes in, and regions it knows', () => {
    for (const { draft } of [...scene.members, ...scene.clients])
      expect(plugin.languages).toContain(draft.language)
    for (const { code } of profile.regions) if (code !== null) expect(plugin.regions).toContain(code)
  })

  test('states about workers and jobs what the law of its country accepts', () => {
    const facts = scene.members.map(({ draft }) => draft.workerFacts)
    for (const [index, { draft }] of jobs.slice(0, 400).entries())
      for (const { terms } of draft.engagements) {
        const worker = facts[index % facts.length]
        const { startsOn: from, endsOn } = draft
        const { to: last } = monthOf(from)
        const period = { from, to: endsOn < last ? endsOn : last }
        const question = { period, budget: '1000.00', worker, engagement: terms }
        const { parsed } = readWageSituation(plugin, question)
        expect(parsed.error?.issues, JSON.stringify(question)).toBeUndefined()
      }
  })

  test.each(DAYS)('has law for its jobs up to %s: each of them yields a wage', (day) => {
    const then = world(profile, day)
    const byId = new Map(then.members.map(({ draft }) => [draft.memberId, draft]))
    const some = jobsOf(then, turnover).filter((_, index) => index % 5 === 0)
    expect(some.length).toBeGreaterThan(40)
    for (const { draft } of some) {
      const [engagement] = draft.engagements
      const { to } = monthOf(draft.startsOn)
      const { parsed } = readWageSituation(plugin, {
        period: { from: draft.startsOn, to: draft.endsOn < to ? draft.endsOn : to },
        paidOn: day,
        fee: formatAmount(draft.fee / BigInt(draft.engagements.length)),
        worker: byId.get(engagement?.memberId)?.workerFacts,
        engagement: engagement?.terms,
        toDate: {},
      })
      const { net, employerCost } = computePayslip(plugin, parsed.data)
      expect(net).toBeGreaterThan(0n)
      expect(employerCost).toBeGreaterThanOrEqual(net)
    }
  })

  test('has clients that pay late, in parts, without a reference, and not at all', () => {
    const share = (habit: string) => scene.clients.filter((client) => client.habit === habit).length / 400
    expect(share('on-time')).toBeCloseTo(0.68, 1)
    expect(share('late')).toBeCloseTo(0.22, 1)
    for (const habit of ['in-parts', 'forgetful', 'failing']) expect(share(habit)).toBeGreaterThan(0.01)
  })

  test('is the same every time', () => {
    const again = world(profile)
    expect(again.members).toEqual(scene.members)
    expect(jobsOf(again, turnover).map(({ draft }) => draft)).toEqual(jobs.map(({ draft }) => draft))
  })
})

test('demo ids are UUIDs of version 7 that ascend and never repeat', () => {
  const id = idMaker(1)
  const ids = Array.from({ length: 10_000 }, id)
  for (const one of ids)
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

test('a quota deals in proportion whatever the amounts', () => {
  const quota = new Quota([
    ['a', 70],
    ['b', 30],
  ])
  const dealt = { a: 0, b: 0 }
  for (let round = 0; round < 1_000; round++) {
    const next = quota.next() as 'a' | 'b'
    const amount = (round % 7) + 1
    dealt[next] += amount
    quota.deal(next, amount)
  }
  expect(dealt.a / (dealt.a + dealt.b)).toBeCloseTo(0.7, 2)
})

test('nobody signs in to two offices, and each address is of one person', () => {
  const emails = DEMO_SIGN_INS.map(({ email }) => email)
  expect(emails).toHaveLength(9 * 4 + 2)
  expect(new Set(emails).size).toBe(emails.length)
})

test('the sign-ins are printed as one line an office, whatever offices stand', () => {
  const text = demoSignIns(signInsOf([{ slug: 'hu' }, { slug: 'group' }]))
  expect(text.split('\n').slice(2)).toEqual([
    '         member    staff   approver  finance',
    '  hu     boglarka  botond  emese     tihamer',
    '  group                              tijl ghislaine',
  ])
  const lines = demoSignIns(DEMO_SIGN_INS).split('\n')
  expect(lines).toHaveLength(2 + 1 + 10)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
})
