import { sql } from 'kysely'
import type { Json } from '../canonical/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type Minor } from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import { ownKeyChain, signAs } from '../federation/index.ts'
import { memberById } from '../members/index.ts'
import { type StoredDetail, unpackDetail } from '../payslips/index.ts'
import { notFound } from '../problem/index.ts'
import type { MemberHistory, SignedMemberHistory } from './member-history.ts'

/** A member's whole history here, signed by the office's newest key. It changes nothing. @throws Problem `not-found` */
export async function memberHistory(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  memberId: string,
): Promise<SignedMemberHistory> {
  const office = (await officeDirectory(trx)).find((one) => one.officeId === officeId)
  if (!office) throw notFound('such office')
  const member = await memberById(trx, officeId, memberId)
  const { givenName, familyName, birthDate, nationalNumber, email, joinedOn } = member
  const history: MemberHistory = {
    format: 'samen-member-history-1',
    office: { slug: office.slug, name: office.name, country: office.country.trim() },
    writtenOn: today,
    member: { givenName, familyName, birthDate, nationalNumber, email, joinedOn },
    shares: await sharesOf(trx, officeId, memberId),
    contracts: await contractsOf(trx, officeId, memberId),
    payslips: await payslipsOf(trx, officeId, memberId),
  }
  const signed = await signAs(trx, officeId, history as unknown as Json)
  return { history, keys: await ownKeyChain(trx, officeId), ...signed }
}

const money = (amount: Minor, currency: string): string =>
  formatAmount(amount, CURRENCY_DECIMALS[currency] ?? 2)

async function sharesOf(
  trx: Transaction,
  officeId: string,
  memberId: string,
): Promise<MemberHistory['shares']> {
  const { rows } = await sql<{ number: string; amount: Minor; currency: string; acquiredOn: string }>`
    select share_number::text as number, amount, currency::text, acquired_on as "acquiredOn"
      from share where office_id = ${officeId} and member_id = ${memberId} order by share_number`.execute(trx)
  return rows.map((row) => ({ ...row, amount: money(row.amount, row.currency) }))
}

async function contractsOf(
  trx: Transaction,
  officeId: string,
  memberId: string,
): Promise<MemberHistory['contracts']> {
  const { rows } = await sql<Omit<MemberHistory['contracts'][0], 'fee'> & { fee: Minor }>`
    select c.reference, c.title, k.name as client, c.state, c.starts_on as "startsOn", c.ends_on as "endsOn", c.fee,
           c.currency::text, e.share_numerator || '/' || e.share_denominator as share
      from engagement e
      join contract c on c.office_id = e.office_id and c.contract_id = e.contract_id
      join client k on k.office_id = c.office_id and k.client_id = c.client_id
     where e.office_id = ${officeId} and e.member_id = ${memberId}
     order by c.starts_on, c.reference`.execute(trx)
  return rows.map((row) => ({ ...row, fee: money(row.fee, row.currency) }))
}

type Sums = Record<
  'gross' | 'employeeContributions' | 'wageTax' | 'net' | 'employerContributions' | 'employerCost',
  Minor
>

/** Those whose run was posted: the others were never paid. */
async function payslipsOf(
  trx: Transaction,
  officeId: string,
  memberId: string,
): Promise<MemberHistory['payslips']> {
  const { rows } = await sql<
    Pick<
      MemberHistory['payslips'][0],
      'contract' | 'employer' | 'periodFrom' | 'periodTo' | 'paidOn' | 'currency' | 'corrects'
    > &
      Sums & { detail: StoredDetail }
  >`
    select c.reference as contract, l.name as employer, p.period_from as "periodFrom", p.period_to as "periodTo",
           p.paid_on as "paidOn", p.currency::text, p.corrects is not null as corrects, p.gross,
           p.employee_contributions as "employeeContributions", p.wage_tax as "wageTax", p.net,
           p.employer_contributions as "employerContributions", p.employer_cost as "employerCost", p.detail
      from payslip p
      join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
      join contract c on c.office_id = p.office_id and c.contract_id = p.contract_id
      join legal_entity l on l.office_id = p.office_id and l.legal_entity_id = p.legal_entity_id
     where p.office_id = ${officeId} and p.member_id = ${memberId}
     order by p.paid_on, p.payslip_id`.execute(trx)
  return rows.map(({ detail, gross, employeeContributions, wageTax, net, ...row }) => {
    const { earnings, lines } = unpackDetail(detail)
    const text = (amount: Minor) => money(amount, row.currency)
    return {
      ...row,
      gross: text(gross),
      employeeContributions: text(employeeContributions),
      wageTax: text(wageTax),
      net: text(net),
      employerContributions: text(row.employerContributions),
      employerCost: text(row.employerCost),
      earnings: plainJson(earnings),
      lines: plainJson(lines),
    }
  })
}

/** As JSON has it, without absent members; a count that is no whole number becomes text, which every reader reads alike. */
function plainJson(value: unknown): MemberHistory['payslips'][0]['lines'] {
  return JSON.parse(
    JSON.stringify(value, (_, item) =>
      typeof item === 'number' && !Number.isSafeInteger(item) ? String(item) : item,
    ),
  )
}
