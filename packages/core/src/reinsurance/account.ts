import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount, type IsoDate, type Minor, monthOf, parseAmount } from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import { type Reinsured, reinsure } from '../funds/index.ts'
import { bookIntercompany } from '../intercompany/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { type CessionLine, type CessionStatement, cedeLosses, premiumOf } from './treaty.ts'
import {
  type Direction,
  insertAccount,
  lockAccounts,
  reinsuranceAccounts,
  type Treaty,
  termsIn,
  treaties,
} from './treaty-store.ts'

/** What a month's account with a reinsurer would say; writes nothing. @throws Problem as `cedeMonth`. */
export async function previewCession(
  trx: Transaction,
  context: OfficeContext,
  { counterparty, period }: { counterparty: string; period: string },
): Promise<CessionStatement> {
  const { officeId, plugin, today } = context
  const last = lastDay(period, today)
  const year = Number(period.slice(0, 4))
  const all = await treaties(trx, officeId)
  const own = (await officeDirectory(trx)).find((office) => office.officeId === officeId)?.slug ?? ''
  const now = termsIn(all, counterparty, 'ceded', year)
  if (!now) throw notFound(`such office that reinsures this one in ${year}`)
  const before = await reinsuranceAccounts(trx, officeId, { counterparty, direction: 'ceded' })
  const later = before.find((account) => account.period > period)
  if (later)
    throw conflict(`${later.period} is accounted for already: what changed since goes into the next month.`)
  const losses = await lossesByYear(trx, officeId, now.fundId, last)
  const years = [...new Set([...losses.keys(), ...before.flatMap(yearsOf)])].sort((a, b) => a - b)
  const lines = years.flatMap((lossYear): CessionLine[] => {
    const terms = termsIn(all, counterparty, 'ceded', lossYear)
    if (!terms) return []
    const { gross, ceded } = cedeLosses(losses.get(lossYear) ?? [], terms)
    const change = ceded - cededBefore(before, lossYear)
    return change === 0n
      ? []
      : [{ lossYear, gross: formatAmount(gross), ceded: formatAmount(ceded), change: formatAmount(change) }]
  })
  const premium = premiumOf(await leviesOf(trx, officeId, now.fundId, period, last), now)
  return {
    format: 'samen-cession-1',
    from: own,
    to: counterparty,
    currency: plugin.currency,
    period,
    lines,
    premium: formatAmount(premium),
  }
}

const yearsOf = ({ statement }: { statement: CessionStatement }) =>
  statement.lines.map(({ lossYear }) => lossYear)

const cededBefore = (accounts: readonly { statement: CessionStatement }[], lossYear: number): Minor =>
  accounts
    .flatMap(({ statement }) => statement.lines)
    .filter((line) => line.lossYear === lossYear)
    .reduce((sum, { change }) => sum + parseAmount(change), 0n)

/**
 * Cedes a month: what the year's losses above the retentions changed, less what came back, and the premium on the month's
 * levies. Booked as intercompany and in the guarantee fund on the month's last day; the statement goes to the other office,
 * which books its side with `assumeMonth`. Ceding a month again answers what was booked.
 *
 * @throws Problem `invalid-field` for a month that is not over; `not-found` without a treaty; `conflict` when a later month
 *   is accounted for or the month is closed; `refused` when the fund cannot pay premium or give back.
 */
export async function cedeMonth(
  trx: Transaction,
  context: OfficeContext,
  asked: { counterparty: string; period: string },
): Promise<CessionStatement> {
  const { officeId } = context
  const { counterparty, period } = asked
  await lockAccounts(trx, officeId, counterparty)
  const [known] = await reinsuranceAccounts(trx, officeId, { counterparty, direction: 'ceded', period })
  if (known) return known.statement
  const statement = await previewCession(trx, context, asked)
  await book(trx, context, statement, 'ceded', statement)
  return statement
}

/** The figures of a statement in the assuming office's own currency, where it is another one. */
export interface OwnFigures {
  /** Change of each line, in the statement's order, and the premium: major units as text. */
  readonly changes: readonly string[]
  readonly premium: string
}

/**
 * Books the side of the office whose fund takes losses on. The statement is the ceding office's; where its currency is
 * another one, `own` says what it comes to here. Booking it again changes nothing.
 *
 * @throws Problem as `cedeMonth`; `conflict` for another statement of the same month; `invalid-field` where figures in the
 *   own currency are missing or do not fit.
 */
export async function assumeMonth(
  trx: Transaction,
  context: OfficeContext,
  statement: CessionStatement,
  own?: OwnFigures,
): Promise<CessionStatement> {
  const { officeId, plugin, today } = context
  const { from: counterparty, period } = statement
  await lockAccounts(trx, officeId, counterparty)
  const slug = (await officeDirectory(trx)).find((office) => office.officeId === officeId)?.slug
  if (statement.to !== slug)
    throw invalid('to', `This statement is for ${statement.to}, not for this office.`)
  lastDay(period, today)
  const [known] = await reinsuranceAccounts(trx, officeId, { counterparty, direction: 'assumed', period })
  if (known) {
    if (fingerprint(known.statement) === fingerprint(statement)) return known.statement
    throw conflict(
      `Another statement of ${counterparty} for ${period} is booked: ask that office which one holds.`,
    )
  }
  if (!own && statement.currency !== plugin.currency)
    throw invalid(
      'own',
      `The statement is in ${statement.currency}: say what it comes to in ${plugin.currency}.`,
    )
  if (own && own.changes.length !== statement.lines.length)
    throw invalid('own.changes', 'One amount for each line of the statement.')
  const here = own ? inOwnCurrency(statement, own) : statement
  await book(trx, context, here, 'assumed', statement)
  return statement
}

/** A stored statement comes back with its keys in another order. */
const fingerprint = ({ from, to, currency, period, premium, lines }: CessionStatement): string =>
  JSON.stringify([
    from,
    to,
    currency,
    period,
    premium,
    lines.map((one) => [one.lossYear, one.gross, one.ceded, one.change]),
  ])

const inOwnCurrency = (statement: CessionStatement, own: OwnFigures): CessionStatement => ({
  ...statement,
  premium: own.premium,
  lines: statement.lines.map((line, at) => ({ ...line, change: own.changes[at] ?? '0.00' })),
})

async function book(
  trx: Transaction,
  context: OfficeContext,
  figures: CessionStatement,
  direction: Direction,
  statement: CessionStatement,
): Promise<void> {
  const { officeId, plugin, today, by } = context
  const ceding = direction === 'ceded'
  const counterparty = ceding ? figures.to : figures.from
  const { period, lines, from } = figures
  const all = await treaties(trx, officeId)
  const terms = termsIn(all, counterparty, direction, Number(period.slice(0, 4)))
  if (!terms) throw notFound(`treaty with ${counterparty} for ${period}`)
  const effectiveOn = lastDay(period, today)
  const [company] = await legalEntities(trx, officeId)
  if (!company) throw refused('This office has no company whose books could hold it.')
  const facts: Reinsured[] = []
  const fact = (what: Reinsured['fact'], amount: Minor, key: string) =>
    void facts.push({
      fact: what,
      amount,
      fundId: terms.fundId,
      sourceId: `${counterparty}:${period}:${key}`,
      legalEntityId: company.legalEntityId,
      currency: plugin.currency,
      effectiveOn,
    })
  const booked = (reference: string, given: boolean, amount: Minor, description: string) =>
    bookIntercompany(trx, context, {
      counterparty,
      reference,
      kind: 'reinsurance',
      direction: given ? 'given' : 'received',
      amount,
      effectiveOn,
      description,
      legalEntityId: company.legalEntityId,
    })
  for (const { lossYear, change } of lines) {
    const amount = parseAmount(change)
    if (amount === 0n) continue
    // What is ceded is income of the office that lost and expense of the one that takes the loss on.
    await booked(`REINS-${from}-${period}-${lossYear}`, ceding, amount, `Losses of ${lossYear}`)
    if (ceding) fact(amount > 0n ? 'ceded' : 'ceded-back', amount > 0n ? amount : -amount, String(lossYear))
    else fact(amount > 0n ? 'assumed' : 'assumed-back', amount > 0n ? amount : -amount, String(lossYear))
  }
  const premium = parseAmount(figures.premium)
  if (premium < 0n) throw invalid('premium', 'A premium is not negative.')
  if (premium > 0n) {
    await booked(`REINS-${from}-${period}-premium`, !ceding, premium, 'Premium')
    fact(ceding ? 'premium-paid' : 'premium-received', premium, 'premium')
  }
  await reinsure(trx, facts)
  await insertAccount(trx, officeId, { counterparty, direction, period, premium, statement, bookedBy: by })
}

function lastDay(period: string, today: IsoDate): IsoDate {
  if (!/^2\d{3}-(0[1-9]|1[0-2])$/.test(period)) throw invalid('period', 'A month is written YYYY-MM.')
  const { to } = monthOf(`${period}-01`)
  if (to >= today) throw invalid('period', 'A month is accounted for once it is over.')
  return to
}

/** Each year's losses until a day, one per invoice, less what came back of it until then. One statement. */
async function lossesByYear(
  trx: Transaction,
  officeId: string,
  fundId: Treaty['fundId'],
  until: IsoDate,
): Promise<Map<number, Minor[]>> {
  const { rows } = await sql<{ year: number; loss: Minor }>`
    select extract(year from min(effective_on) filter (where kind = 'loss'))::int as year,
           greatest(0, coalesce(sum(amount) filter (where kind = 'loss'), 0)
                       - coalesce(sum(amount) filter (where kind = 'recovery'), 0))::int8 as loss
      from samen.fund_movement
     where office_id = ${officeId} and fund_id = ${fundId} and kind in ('loss', 'recovery')
       and invoice_id is not null and effective_on <= ${until}::date
     group by invoice_id having bool_or(kind = 'loss')`.execute(trx)
  const byYear = Map.groupBy(rows, ({ year }) => year)
  return new Map([...byYear].map(([year, some]) => [year, some.map(({ loss }) => loss)]))
}

async function leviesOf(
  trx: Transaction,
  officeId: string,
  fundId: string,
  period: string,
  last: IsoDate,
): Promise<Minor> {
  const { rows } = await sql<{ levies: Minor }>`
    select coalesce(sum(m.amount), 0)::int8 as levies
      from samen.fund_movement m
      join samen.ledger_transaction t on t.office_id = ${officeId} and t.transaction_id = m.transaction_id and t.kind = 'levy'
     where m.office_id = ${officeId} and m.fund_id = ${fundId} and m.kind = 'contribution'
       and m.effective_on between ${`${period}-01`}::date and ${last}::date`.execute(trx)
  return rows[0]?.levies ?? 0n
}
