import { accrue } from '@samen/core/books'
import type { OfficeContext } from '@samen/core/context'
import { addDays, fraction, type IsoDate, type Minor, monthOf } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { declarationCalendar, fileDeclaration } from '@samen/core/declarations'
import { approveTransfer, type Fund, listFunds, proposeTransfer } from '@samen/core/funds'
import { bookIntercompany } from '@samen/core/intercompany'
import { issueDeposit } from '@samen/core/invoices'
import { approveLoan, proposeLoan } from '@samen/core/loans'
import { agreeTreaty, cedeMonth } from '@samen/core/reinsurance'
import { fileReturn, periodName } from '@samen/core/vat-returns'

/** The two people of an office on a day: who writes down, and who approves. */
export interface TwoPeople {
  readonly first: OfficeContext
  readonly second: OfficeContext
}

export interface BookFacts {
  /** The signed-in member's activity. */
  readonly activityId: string
  /** An order of theirs whose work is to come. */
  readonly orderId: string | undefined
  /** A round amount of the country, minor units. */
  readonly unit: Minor
}

/** What stands in an office's books besides jobs and wages: each thing once, so that its page shows what it is for. */
export async function fillBooks(
  trx: Transaction,
  { first, second }: TwoPeople,
  { activityId, orderId, unit }: BookFacts,
): Promise<void> {
  const { today, id } = first
  const funds = await listFunds(trx)
  const fundOf = (kind: Fund['kind']) => funds.find((fund) => fund.kind === kind)?.fundId as string
  const { from: month } = monthOf(today)

  const transfer = await proposeTransfer(trx, first, {
    fromFundId: fundOf('development'),
    toFundId: fundOf('training'),
    amount: unit * 5n,
    decidedOn: addDays(today, -20),
    minutes: 'Assembly, item 4',
  })
  await approveTransfer(trx, second, transfer.fundTransferId)

  const loan = await proposeLoan(trx, first, {
    loanId: id(),
    activityId,
    fundId: fundOf('development'),
    principal: unit * 12n,
    firstDueOn: addDays(monthOf(addDays(month, 31)).from, 14),
    instalments: 12,
    rate: fraction(2n, 100n),
    purpose: 'A case for the instruments',
  })
  await approveLoan(trx, second, loan.loanId)

  await accrue(trx, first, {
    accrualId: id(),
    entityNo: 1,
    period: addDays(month, -1).slice(0, 7),
    account: 'other-expenses',
    amount: unit * 40n,
    reason: 'Rent of the office, whose invoice comes each quarter',
  })
  if (orderId) await issueDeposit(trx, first, orderId, { ask: { kind: 'percent', value: 3_000n } })
  await fileWhatWasDue(trx, first)
}

/** Everything that was due is filed, but the latest: it is overdue. VAT forms are filed with their figures, in order. */
async function fileWhatWasDue(trx: Transaction, context: OfficeContext): Promise<void> {
  const overdue = (await declarationCalendar(trx, context)).filter(({ state }) => state === 'overdue')
  const inOrder = overdue.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  for (const [index, { filing, from, to, dueOn, legalEntityId }] of inOrder.slice(0, -1).entries()) {
    const reference = `${context.plugin.country}-${String(index + 1).padStart(4, '0')}`
    if (filing.form)
      await fileReturn(trx, context, { form: filing.form, legalEntityId, day: from, reference })
    else
      await fileDeclaration(trx, context, {
        filing: filing.code,
        period: periodName({ from, to }),
        reference,
        filedOn: dueOn,
      })
  }
}

/** The office of Belgium works for the one of France and shares its large losses with it. */
const PAIR = { gives: 'be', takes: 'fr' } as const

/** Before the first month closes, so that the group sees it: an invoice between two offices, each booking its own side. */
export async function billOtherOffice(trx: Transaction, context: OfficeContext, slug: string): Promise<void> {
  if (slug !== PAIR.gives && slug !== PAIR.takes) return
  const isGiving = slug === PAIR.gives
  await bookIntercompany(trx, context, {
    counterparty: isGiving ? PAIR.takes : PAIR.gives,
    reference: `BE-FR-${context.today.slice(0, 4)}-1`,
    kind: 'invoice',
    direction: isGiving ? 'given' : 'received',
    amount: 240_000n,
    effectiveOn: context.today,
    description: 'Bookkeeping of a quarter',
  })
}

/** Losses of a fund above a retention are shared with the other office, up to the month that is over. */
export async function cedeLosses(
  trx: Transaction,
  context: OfficeContext,
  { slug, from, unit }: { slug: string; from: IsoDate; unit: Minor },
): Promise<void> {
  if (slug !== PAIR.gives) return
  const guarantee = (await listFunds(trx)).find(({ kind }) => kind === 'wage-guarantee')
  await agreeTreaty(trx, context, {
    counterparty: PAIR.takes,
    direction: 'ceded',
    fromYear: Number(from.slice(0, 4)),
    fundId: guarantee?.fundId as string,
    retentionPerLoss: unit * 50n,
    retentionPerYear: 0n,
    share: fraction(80n, 100n),
    premium: fraction(1n, 100n),
  })
  const period = addDays(monthOf(context.today).from, -1).slice(0, 7)
  await cedeMonth(trx, context, { counterparty: PAIR.takes, period })
}
