import { openActivity } from '../../src/activities/index.ts'
import { addClient, type ClientDraft } from '../../src/clients/index.ts'
import { type OfficeContext, officeContext } from '../../src/context/index.ts'
import { type ContractDraft, createContract } from '../../src/contracts/index.ts'
import { type AnyCountryPlugin, fraction, type IsoDate, type Minor } from '../../src/country/index.ts'
import { type Database, inOffice, newId, type Transaction } from '../../src/database/index.ts'
import { contribute } from '../../src/funds/index.ts'
import { type Invoice, issueInvoices } from '../../src/invoices/index.ts'
import { addMember } from '../../src/members/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { approvePayRun, computePayRun, type PayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { importStatement, type StatementReport } from '../../src/statements/index.ts'
import { type CamtEntry, camt053, camt054 } from './camt053.ts'
import { testIban, testland, testNumber } from './test-country.ts'

/** The office's own account. */
export const officeIban = testIban(900_000_001)

/** An office in Testland where wages are paid, on a day of its own. */
export class WageScene {
  readonly db: Database
  readonly officeId: string
  readonly legalEntityId: string
  /** The law installed: Testland's unless a test installs another. */
  plugin: AnyCountryPlugin = testland
  #serial = 0
  #balance = 0n

  static async open(
    db: Database,
    { slug = 'xx', guarantee = 10_000_000n }: { slug?: string; guarantee?: Minor } = {},
  ) {
    const { officeId, legalEntities } = await openOffice(db, testland, {
      slug,
      name: `Samen ${slug.toUpperCase()}`,
      legalEntities: [
        {
          name: 'Samen Testland',
          companyNumber: testNumber(1, 10),
          vatNumber: testNumber(2, 10),
          iban: officeIban,
          street: 'Grand Road 1',
          postCode: '1000',
          town: 'Testville',
          country: 'XX',
          timeZone: 'Europe/Brussels',
        },
      ],
      clientCreditLimit: 2_000_000n,
      allocation: [{ from: '2020-01-01', shares: { 'wage-guarantee': fraction(1n, 1n) } }],
    })
    const scene = new WageScene(db, officeId, legalEntities[0]?.legalEntityId as string)
    await scene.do('2026-01-02', (trx) => scene.#fillGuarantee(trx, guarantee))
    return scene
  }

  private constructor(db: Database, officeId: string, legalEntityId: string) {
    this.db = db
    this.officeId = officeId
    this.legalEntityId = legalEntityId
  }

  context(today: IsoDate, by = 'sam'): OfficeContext {
    return officeContext({
      officeId: this.officeId,
      plugin: this.plugin,
      by,
      today,
      now: new Date(`${today}T09:00:00Z`),
    })
  }

  /** One use case on a day. */
  do<T>(
    today: IsoDate,
    work: (trx: Transaction, context: OfficeContext) => Promise<T>,
    by?: string,
  ): Promise<T> {
    return inOffice(this.db, this.officeId, (trx) => work(trx, this.context(today, by)))
  }

  /** A new member with an activity of her own. */
  async worker(sector: 'artistic' | 'cultural-industry' | 'other' = 'artistic') {
    const serial = ++this.#serial
    return this.do('2026-01-02', async (trx, context) => {
      const { memberId } = await addMember(trx, context, {
        givenName: 'Ada',
        familyName: `Invented ${serial}`,
        birthDate: '1990-05-01',
        nationalNumber: testNumber(10_000 + serial, 11),
        email: `member${serial}@example.org`,
        iban: testIban(serial),
        street: 'Low Street 1',
        postCode: '1000',
        town: 'Testville',
        country: 'XX',
        language: 'en',
        joinedOn: '2026-01-02',
      })
      const { activityId } = await openActivity(trx, context, {
        name: `Activity ${serial}`,
        kind: 'single',
        sector,
        openedOn: '2026-01-02',
        memberIds: [memberId],
      })
      return { memberId, activityId }
    })
  }

  async client(changes: Partial<ClientDraft> = {}) {
    const name = `Theatre ${++this.#serial}`
    return this.do('2026-01-02', (trx, context) =>
      addClient(trx, context, { name, country: 'XX', language: 'en', ...changes }),
    )
  }

  /** A job that was done and, unless told, invoiced the day it ended. */
  async job(
    { memberId, activityId }: { memberId: string; activityId: string },
    clientId: string,
    {
      invoiced = true,
      terms = { status: 'worker' },
      hired = true,
      ...changes
    }: Partial<Omit<ContractDraft, 'engagements'>> & {
      endsOn: IsoDate
      invoiced?: boolean
      terms?: Record<string, unknown>
      hired?: boolean
    },
  ) {
    const { endsOn, startsOn = endsOn } = changes
    const filed = new Date(Date.parse(`${startsOn}T00:00:00Z`) - 20 * 3_600_000)
    return this.do(endsOn, async (trx, context) => {
      const contract = await createContract(trx, context, {
        activityId,
        clientId,
        title: 'An evening of songs',
        fee: 200_000n,
        state: 'done',
        ...changes,
        startsOn,
        engagements: [{ memberId, share: fraction(1n, 1n), terms, hiringFiledAt: hired ? filed : null }],
      })
      const [invoice] = invoiced ? await issueInvoices(trx, context, [contract.contractId]) : []
      return { ...contract, invoice: invoice as Invoice }
    })
  }

  compute(dueOn: IsoDate, by = 'sam') {
    return this.do(dueOn, (trx, context) => computePayRun(trx, context, { dueOn }), by)
  }

  /** Computed by Sam, approved by Kim, posted. */
  async pay(dueOn: IsoDate): Promise<PayRun> {
    const { run } = await this.compute(dueOn)
    if (!run) throw new Error(`nothing is due on ${dueOn}`)
    await this.do(dueOn, (trx, context) => approvePayRun(trx, context, run.payRunId), 'kim')
    return this.do(dueOn, (trx, context) => postPayRun(trx, context, run.payRunId))
  }

  /** A notification of entries that the next statement will hold. */
  notification(on: IsoDate, entries: readonly Omit<CamtEntry, 'bookedOn'>[]): Promise<StatementReport> {
    const id = `NT-${++this.#serial}`
    const booked = entries.map((entry) => ({ ...entry, bookedOn: on }))
    return this.importText(on, camt054({ iban: officeIban, id, on, entries: booked }))
  }

  /** The bank's next statement with these entries. */
  async statement(on: IsoDate, entries: readonly Omit<CamtEntry, 'bookedOn'>[]): Promise<StatementReport> {
    const text = camt053({
      iban: officeIban,
      id: `ST-${++this.#serial}`,
      opening: major(this.#balance),
      on,
      entries: entries.map((entry) => ({ ...entry, bookedOn: on })),
    })
    this.#balance += entries.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
    return this.importText(on, text)
  }

  importText(on: IsoDate, text: string, name = 'statement.xml') {
    const bytes = new TextEncoder().encode(text)
    return this.do(on, (trx, context) => importStatement(trx, context, { name, bytes }))
  }

  async #fillGuarantee(trx: Transaction, guarantee: Minor): Promise<void> {
    if (guarantee > 0n)
      await contribute(trx, [
        {
          sourceId: newId(),
          legalEntityId: this.legalEntityId,
          currency: 'EUR',
          effectiveOn: '2026-01-02',
          activityId: newId(),
          amount: guarantee,
        },
      ])
  }
}

/** Minor units as decimal text. */
export function major(amount: Minor): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
