import { type AnyCountryPlugin, daysBetween, fullYears, readNumber } from '@samen/core/country'
import { belgium } from '@samen/country-be'
import { france } from '@samen/country-fr'
import { describe, expect, test } from 'vitest'
import { clientsOf } from '../../src/demo/clients.ts'
import {
  belgium as belgianOffice,
  type CountryProfile,
  france as frenchOffice,
} from '../../src/demo/countries.ts'
import { type JobWorld, jobsOf, teamsOf } from '../../src/demo/jobs.ts'
import { people } from '../../src/demo/people.ts'
import { dice, idMaker, Quota } from '../../src/demo/random.ts'

const today = '2026-11-23'
const from = '2026-08-01'
const turnover = 100_000_000n

function world(profile: CountryProfile): JobWorld {
  const throws = dice(7)
  const id = idMaker(7)
  const members = people(profile, 1_000, today, throws, id)
  const clients = clientsOf(profile, 400, turnover / 4n, throws, id)
  const teams = teamsOf(members, from, throws, id)
  return { profile, members, clients, teams, from, today, dice: throws, id, lastWorkFor: () => '2199-01-01' }
}

const offices: [string, CountryProfile, AnyCountryPlugin][] = [
  ['Belgium', belgianOffice, belgium],
  ['France', frenchOffice, france],
]

describe.each(offices)('the demo office of %s', (_, profile, plugin) => {
  const scene = world(profile)
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
