import { formatAmount, percent } from '@samen/core/country'
import { approveLoan, collectInstalments, listLoans, proposeLoan, withdrawLoan } from '@samen/core/loans'
import { defineCommand, UsageError } from '../command.ts'
import { amountOption, table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--activity ID] [--json]                            list, the latest 200
          --propose AMOUNT --activity ID --first YYYY-MM-DD --instalments N --purpose TEXT [--rate PERCENT] [--fund ID]
          --approve ID | --withdraw ID                                as another person | take it back
          --collect                                                   take what is due until today
          [--as USER]

  What activities borrow from the office, or from the fund with that id, and pay back out of their budgets. A second person
  lends. Instalments are taken by themselves once a day while the server runs; --collect takes them now. What a budget owes as
  wages is never taken.`,
  options: {
    office: { type: 'string' },
    activity: { type: 'string' },
    propose: { type: 'string' },
    first: { type: 'string' },
    instalments: { type: 'string' },
    purpose: { type: 'string' },
    rate: { type: 'string' },
    fund: { type: 'string' },
    approve: { type: 'string' },
    withdraw: { type: 'string' },
    collect: { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, activity, propose, first, instalments, purpose, approve, withdraw, collect } = values
    if (!office) throw new UsageError('samen loans: say which --office.')
    if ([propose, approve, withdraw, collect].filter(Boolean).length > 1)
      throw new UsageError('samen loans: one thing at a time.')
    if (propose && !(activity && first && instalments && purpose))
      throw new UsageError('samen loans: --propose needs --activity, --first, --instalments and --purpose.')
    const draft = {
      activityId: activity ?? '',
      fundId: values.fund ?? null,
      principal: amountOption('propose', propose ?? '0'),
      firstDueOn: first ?? '',
      instalments: Number(instalments),
      rate: rateOption(values.rate ?? '0'),
      purpose: purpose ?? '',
    }
    const { loans, collected } = await workInOffice(office, values.as, async (trx, context) => {
      if (propose) await proposeLoan(trx, context, draft)
      if (approve) await approveLoan(trx, context, approve)
      if (withdraw) await withdrawLoan(trx, context, withdraw)
      return {
        collected: collect ? await collectInstalments(trx, context) : undefined,
        loans: await listLoans(trx, context.officeId, { activityId: activity, limit: 200 }),
      }
    })
    const rows = loans.map((one) => [
      one.purpose,
      one.activityName,
      one.state,
      formatAmount(one.principal),
      formatAmount(one.outstanding),
      one.next?.dueOn ?? '–',
      one.loanId,
    ])
    const head = ['purpose', 'activity', 'state', 'lent', 'owed', 'next', 'id']
    const taken = collected
      ? `${collected.instalments} instalments taken; ${collected.overdue} loans lack the money of one.\n`
      : ''
    tell(values.json, { loans, collected }, taken + table(head, rows))
    return undefined
  },
})

function rateOption(text: string) {
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(text))
    throw new UsageError('samen loans: --rate is a percentage a year, such as 3.5.')
  return percent(text)
}
