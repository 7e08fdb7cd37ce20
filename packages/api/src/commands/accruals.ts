import {
  ACCRUAL_ACCOUNTS,
  type AccrualAccount,
  accrue,
  listAccruals,
  readProvisions,
} from '@samen/core/books'
import { formatAmount } from '@samen/core/country'
import { defineCommand, UsageError } from '../command.ts'
import { amountOption, table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE --period YYYY-MM [--json]               list accruals and provisions of the month
          --account ACCOUNT --amount 300.00 --reason TEXT [--id UUID] [--entity N] [--as USER]
                                                           accrue; taken back by itself on the first of the next month

  What belongs to a month before its paper comes, and what payslips set aside. A negative amount takes back what was accrued
  too much; the same --id again changes nothing. Accounts: ${ACCRUAL_ACCOUNTS.join(', ')}.`,
  options: {
    office: { type: 'string' },
    period: { type: 'string' },
    account: { type: 'string' },
    amount: { type: 'string' },
    reason: { type: 'string' },
    id: { type: 'string' },
    entity: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, period, account, amount, reason } = values
    if (!office || !/^\d{4}-(0[1-9]|1[0-2])$/.test(period ?? ''))
      throw new UsageError('samen accruals: say which --office and which --period, such as 2026-10.')
    const isAccruing = account !== undefined || amount !== undefined || reason !== undefined
    if (isAccruing && !(account && amount && reason))
      throw new UsageError('samen accruals: say --account, --amount and --reason.')
    const minor = amountOption('amount', amount ?? '0')
    const month = period as string
    const { accruals, provisions } = await workInOffice(office, values.as, async (trx, context) => {
      if (isAccruing)
        await accrue(trx, context, {
          accrualId: values.id,
          entityNo: Number(values.entity ?? '1'),
          period: month,
          account: account as AccrualAccount,
          amount: minor,
          reason: reason ?? '',
        })
      return {
        accruals: await listAccruals(trx, context.officeId, month),
        provisions: (await readProvisions(trx, context, { period: month })).provisions,
      }
    })
    const accrued = accruals.map((one) => [
      one.reason,
      one.account,
      formatAmount(one.amount),
      one.reversedOn,
      one.recordedBy,
    ])
    const setAside = provisions.map((one) => [
      `${one.number} ${one.name}`,
      formatAmount(one.opening),
      formatAmount(one.setAside),
      formatAmount(one.used),
      formatAmount(one.closing),
    ])
    const text = [
      table(['accrued', 'account', 'amount', 'taken back', 'by'], accrued),
      '',
      table(['provision', 'opening', 'set aside', 'used', 'closing'], setAside),
    ].join('\n')
    tell(values.json, { accruals, provisions }, text)
    return undefined
  },
})
