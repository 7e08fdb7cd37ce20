import { DEFAULT_TIME_ZONE, type OfficeContext, officeContext } from '../context/index.ts'
import { type AnyCountryPlugin, fraction, type IsoDate, type Minor, type Rate } from '../country/index.ts'
import {
  type Database,
  inOffice,
  newId,
  officeDirectory,
  officeKnown,
  placeOffice,
  type Transaction,
} from '../database/index.ts'
import { ownKeyChain } from '../federation/index.ts'
import { addAllocationRule, openFunds } from '../funds/index.ts'
import { accountsOf, openAccounts } from '../ledger/index.ts'
import {
  addLegalEntity,
  type LegalEntity,
  type LegalEntityDraft,
  setOfficeTerms,
} from '../legal-entities/index.ts'
import { conflict, type Fault, throwFaults } from '../problem/index.ts'

export interface OfficeDraft {
  readonly officeId?: string
  readonly name: string
  /** Lower case, as it stands in addresses and on the command line: `be`. */
  readonly slug: string
  /** `national` unless told; the group's own office consolidates and employs nobody. */
  readonly role?: 'national' | 'group'
  /** The company or companies that sign, invoice and employ; the first is the main one. */
  readonly legalEntities: readonly LegalEntityDraft[]
  /** Those of the country unless told. */
  readonly languages?: readonly string[]
  /** Minor units; 30.00 unless told. */
  readonly shareAmount?: Minor
  /** Minor units; 10 000.00 unless told. */
  readonly clientCreditLimit?: Minor
  /** How the levy is split over the funds, in the home currency; `ORDINARY_ALLOCATION` unless told. */
  readonly allocation?: readonly Allocation[]
  readonly by?: string
  readonly id?: () => string
}

/** A rule on the levy by kind of fund; the shares sum to one. */
export interface Allocation {
  readonly from: IsoDate
  readonly shares: Readonly<Partial<Record<OrdinaryFund, Rate>>>
}

/** The funds every office opens. */
const FUND_NAMES = {
  'wage-guarantee': 'Wage guarantee fund',
  development: 'Development fund',
  training: 'Training fund',
  solidarity: 'Solidarity fund',
} as const

export type OrdinaryFund = keyof typeof FUND_NAMES

/** Half of every levy guarantees wages; the assembly of an office decides otherwise by a rule of its own. */
export const ORDINARY_ALLOCATION: Allocation = {
  from: '2000-01-01',
  shares: {
    'wage-guarantee': fraction(1n, 2n),
    development: fraction(3n, 10n),
    training: fraction(1n, 10n),
    solidarity: fraction(1n, 10n),
  },
}

export interface OpenedOffice {
  readonly officeId: string
  readonly slug: string
  readonly legalEntities: readonly LegalEntity[]
}

/**
 * Opens an office: the tenant, its companies, its accounts under the country's chart, and its funds with the
 * ordinary allocation of the levy. A group office, which employs nobody, has neither companies nor books.
 *
 * @throws Problem naming the field; `conflict` when the slug is taken.
 */
export async function openOffice(
  db: Database,
  plugin: AnyCountryPlugin,
  draft: OfficeDraft,
): Promise<OpenedOffice> {
  checkOffice(draft)
  if ((await officeDirectory(db)).some(({ slug }) => slug === draft.slug))
    throw conflict(`There is an office ${draft.slug} already.`)
  const { id = newId } = draft
  const officeId = draft.officeId ?? id()
  const context = officeContext({
    officeId,
    plugin,
    by: draft.by ?? 'set-up',
    id,
    timeZone: DEFAULT_TIME_ZONE,
  })
  await placeOffice(db, officeId, draft.slug)
  const opened = await inOffice(db, officeId, (trx) => furnish(trx, context, draft))
  await officeKnown(db, officeId)
  return opened
}

async function furnish(trx: Transaction, context: OfficeContext, draft: OfficeDraft): Promise<OpenedOffice> {
  const { officeId, plugin } = context
  const role = draft.role ?? 'national'
  await trx
    .insertInto('office')
    .values({
      office_id: officeId,
      country: plugin.country,
      name: draft.name.trim(),
      home_currency: plugin.currency,
      slug: draft.slug,
      languages: [...(draft.languages ?? plugin.languages)],
      role,
    })
    .execute()
  // Its first pair of keys.
  await ownKeyChain(trx, officeId)
  const legalEntities: LegalEntity[] = []
  for (const entity of draft.legalEntities) legalEntities.push(await addLegalEntity(trx, context, entity))
  if (role === 'national') {
    const { shareAmount = 3_000n, clientCreditLimit = 1_000_000n } = draft
    await setOfficeTerms(trx, officeId, { shareAmount, clientCreditLimit })
    await openAccounts(trx, officeId, accountsOf(plugin))
    await furnishFunds(trx, context, draft.allocation ?? [ORDINARY_ALLOCATION])
  }
  return { officeId, slug: draft.slug, legalEntities }
}

async function furnishFunds(
  trx: Transaction,
  { plugin: { currency }, id }: OfficeContext,
  allocations: readonly Allocation[],
): Promise<void> {
  const funds = Object.entries(FUND_NAMES).map(([kind, name]) => ({
    fundId: id(),
    kind: kind as OrdinaryFund,
    currency,
    name,
  }))
  await openFunds(trx, funds)
  for (const { from, shares } of allocations) {
    const named = funds.flatMap(({ fundId, kind }) => {
      const share = shares[kind]
      return share ? [{ fundId, share }] : []
    })
    await addAllocationRule(trx, { currency, from, shares: named })
  }
}

function checkOffice({ name, slug, role = 'national', legalEntities }: OfficeDraft): void {
  const faults: Fault[] = []
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(slug))
    faults.push({ field: 'slug', reason: 'A letter, then up to 30 lower-case letters, digits and hyphens.' })
  if (name.trim().length < 1 || name.length > 200)
    faults.push({ field: 'name', reason: 'Has 1 to 200 characters.' })
  if (role === 'national' && legalEntities.length === 0)
    faults.push({ field: 'legalEntities', reason: 'A national office has at least one company.' })
  throwFaults(faults)
}
