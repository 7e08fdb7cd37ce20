import { z } from 'zod'
import { type Activity, openActivity } from '../../src/activities/index.ts'
import { addClient, type Client, type ClientDraft } from '../../src/clients/index.ts'
import { type OfficeContext, officeContext } from '../../src/context/index.ts'
import type { ContractDraft } from '../../src/contracts/index.ts'
import {
  ACCOUNT_ROLES,
  type AnyCountryPlugin,
  creditorReference,
  fraction,
  iban,
  parameter,
  percent,
  situationSchema,
  totalled,
} from '../../src/country/index.ts'
import { type Database, inOffice } from '../../src/database/index.ts'
import { addMember, type Member, type MemberDraft } from '../../src/members/index.ts'
import { openOffice } from '../../src/offices/index.ts'

const since = <T>(unit: 'rate' | 'count', title: string, value: T) =>
  parameter({ unit, title, series: [{ from: '2020-01-01', value, source: 'invented' }] })

const schema = situationSchema({
  worker: z.strictObject({ children: z.int().min(0).max(20).default(0) }),
  engagement: z.strictObject({
    status: z.enum(['employee', 'artist']),
    hours: z.number().positive().max(400).optional(),
    night: z.boolean().default(false),
    badge: z.strictObject({ code: z.string().max(10) }).optional(),
    startsOn: z.string().optional(),
  }),
  toDate: z.object({}).optional(),
  pay: ['ordinary', 'part'],
})

/** Workland: an invented country without contributions, enough law for everything that comes before a wage. */
export const workland: AnyCountryPlugin = {
  country: 'WL',
  name: 'Workland',
  version: '1.0.0',
  coreRange: '^0.1.0',
  currency: 'EUR',
  languages: ['en', 'fr'],
  regions: ['north', 'south'],
  payroll: {
    situation: schema,
    parameters: {},
    law: () => undefined,
    payslip: (_situation, _law, gross) =>
      totalled(gross, { earnings: [], lines: [], taxable: gross, figures: {}, toDate: {} }),
    cost: (_situation, _law, gross) => gross,
    wageTax: () => [],
    contributions: () => [],
  },
  levy: since('rate', 'Levy', percent('6.5')),
  payDeadlineDays: since('count', 'Pay deadline', 7),
  hiring: { name: 'hello', authority: 'tax', earliestDaysBefore: 30, source: 'invented' },
  authorities: [{ code: 'tax', name: 'Tax office', number: '450', kind: 'tax' }],
  identifiers: [
    {
      kind: 'person',
      name: 'wn',
      examples: ['W12345'],
      check: (text) => {
        const normalised = text.replaceAll('.', '')
        return /^W\d{5}$/.test(normalised)
          ? { valid: true, normalised, formatted: normalised }
          : { valid: false, reason: 'format', detail: 'a number is W and five digits' }
      },
    },
    iban('WL', 16, 'WL'),
    creditorReference,
  ],
  holidays: (year) => [{ date: `${year}-11-11`, key: 'armistice' }],
  vat: {
    rates: {},
    treat: ({ client, kind, region }) => {
      // The south has one rate of its own.
      const own = kind === 'performance' || region === 'south' ? 'reduced' : 'standard'
      const code = client !== 'domestic' ? 'reverse-charge' : own
      const rate = { 'reverse-charge': '0', reduced: '6', standard: '21' }[code]
      return { code, rate: percent(rate), category: rate === '0' ? 'AE' : 'S', source: 'invented' }
    },
  },
  chart: ACCOUNT_ROLES.map(({ role }, index) => ({ role, number: `${100 + index}`, name: role })),
  locales: {},
  samples: [],
}

/** A Workland account number by its serial, check digits included. */
export function worklandIban(serial: number): string {
  const account = serial.toString().padStart(12, '0')
  // W is 32 and L is 21 in the standard's alphabet.
  const check = 98n - (BigInt(`${account}322100`) % 97n)
  return `WL${check.toString().padStart(2, '0')}${account}`
}

export interface WorkScene {
  readonly context: OfficeContext
  readonly officeId: string
  readonly member: Member
  readonly client: Client
  readonly activity: Activity
}

/** 23 November 2026, ten in the morning in Brussels. */
export const now = new Date('2026-11-23T09:00:00Z')

/** An office in Workland with one member, her activity, and one client; under a law of its own where one is given. */
export async function workScene(
  db: Database,
  slug = 'wl',
  { plugin = workland, vatNumber = 'WLV1' }: { plugin?: AnyCountryPlugin; vatNumber?: string } = {},
): Promise<WorkScene> {
  const { officeId } = await openOffice(db, plugin, {
    slug,
    name: 'Workland',
    legalEntities: [
      {
        name: 'Samen Workland',
        companyNumber: 'WL1',
        vatNumber,
        iban: worklandIban(1),
        street: 'High Street 1',
        postCode: '1000',
        town: 'Capital',
        country: 'WL',
        timeZone: 'Europe/Brussels',
      },
    ],
  })
  const context = officeContext({ officeId, plugin, by: 'sam', now })
  return inOffice(db, officeId, async (trx) => {
    const member = await addMember(trx, context, memberDraft(1))
    const client = await addClient(trx, context, clientDraft(1))
    const activity = await openActivity(trx, context, {
      name: 'Ada sings',
      kind: 'single',
      sector: 'artistic',
      openedOn: '2026-01-01',
      memberIds: [member.memberId],
    })
    return { context, officeId, member, client, activity }
  })
}

export const memberDraft = (serial: number, changes: Partial<MemberDraft> = {}): MemberDraft => ({
  givenName: 'Ada',
  familyName: `Invented ${serial}`,
  birthDate: '1990-05-01',
  nationalNumber: `W${String(serial).padStart(5, '0')}`,
  email: `member${serial}@example.org`,
  iban: worklandIban(1_000 + serial),
  street: 'Low Street 1',
  postCode: '1000',
  town: 'Capital',
  country: 'WL',
  language: 'en',
  joinedOn: '2026-01-02',
  ...changes,
})

export const clientDraft = (serial: number, changes: Partial<ClientDraft> = {}): ClientDraft => ({
  name: `Theatre ${serial}`,
  vatNumber: `WLC${serial}`,
  country: 'WL',
  language: 'en',
  ...changes,
})

/** A job of one day in the past, declared in time, done. */
export const jobDraft = (scene: WorkScene, changes: Partial<ContractDraft> = {}): ContractDraft => ({
  activityId: scene.activity.activityId,
  clientId: scene.client.clientId,
  title: 'An evening of songs',
  supply: 'service',
  fee: 100_000n,
  startsOn: '2026-11-10',
  endsOn: '2026-11-10',
  engagements: [
    {
      memberId: scene.member.memberId,
      share: fraction(1n, 1n),
      terms: { status: 'artist' },
      hiringFiledAt: new Date('2026-11-09T10:00:00Z'),
    },
  ],
  state: 'done',
  ...changes,
})
