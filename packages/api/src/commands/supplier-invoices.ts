import { formatAmount, percent } from '@samen/core/country'
import { approveSupplierInvoice, enterSupplierInvoice, supplierInvoices } from '@samen/core/supplier-invoices'
import { defineCommand, UsageError } from '../command.ts'
import { amountOption, table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--json]                                   the latest 200 supplier invoices
          --enter NUMBER --activity ID --supplier NAME --issued YYYY-MM-DD --net AMOUNT --vat AMOUNT
            [--due YYYY-MM-DD] [--vat-number NUMBER] [--iban IBAN] [--reference TEXT]
                                                           one that came on paper
          --approve ID [--deductible AMOUNT] [--equipment NAME --months N [--declining PERCENT]]
                                                           into the books; what is bought to keep into the register
          [--as USER]

  Whoever enters a supplier invoice does not approve it. Files come in by the office's page, /v1, or a network; refusing, giving
  to another activity and paying are for the page and /v1.`,
  options: {
    office: { type: 'string' },
    enter: { type: 'string' },
    activity: { type: 'string' },
    supplier: { type: 'string' },
    issued: { type: 'string' },
    due: { type: 'string' },
    net: { type: 'string' },
    vat: { type: 'string' },
    'vat-number': { type: 'string' },
    iban: { type: 'string' },
    reference: { type: 'string' },
    approve: { type: 'string' },
    deductible: { type: 'string' },
    equipment: { type: 'string' },
    months: { type: 'string' },
    declining: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, enter, activity, supplier, issued, net, vat, approve, deductible, equipment, months } =
      values
    if (!office) throw new UsageError('samen supplier-invoices: say which --office.')
    if (enter && approve) throw new UsageError('samen supplier-invoices: one thing at a time.')
    if (enter && !(activity && supplier && issued && net && vat))
      throw new UsageError(
        'samen supplier-invoices: --enter needs --activity, --supplier, --issued, --net and --vat.',
      )
    if ((equipment === undefined) !== (months === undefined) || (equipment && !approve))
      throw new UsageError('samen supplier-invoices: --equipment and --months go together, with --approve.')
    const paper = {
      activityId: activity ?? '',
      supplierName: supplier ?? '',
      supplierVatNumber: values['vat-number'],
      number: enter ?? '',
      issuedOn: issued ?? '',
      dueOn: values.due,
      net: amountOption('net', net ?? '0'),
      vat: amountOption('vat', vat ?? '0'),
      iban: values.iban,
      paymentReference: values.reference,
    }
    const approval = {
      supplierInvoiceId: approve ?? '',
      deductibleVat: deductible === undefined ? undefined : amountOption('deductible', deductible),
      equipment:
        equipment === undefined
          ? undefined
          : { name: equipment, months: Number(months), declining: decliningOption(values.declining) },
    }
    const found = await workInOffice(office, values.as, async (trx, context) => {
      if (enter) await enterSupplierInvoice(trx, context, paper)
      if (approve) await approveSupplierInvoice(trx, context, approval)
      return supplierInvoices(trx, context.officeId, { limit: 200 })
    })
    const rows = found.map((one) => [
      one.supplierName,
      one.number,
      one.issuedOn,
      formatAmount(one.total),
      one.activityName ?? '–',
      one.state === 'approved' ? one.payment : one.state,
      one.supplierInvoiceId,
    ])
    const head = ['supplier', 'number', 'issued', 'total', 'activity', 'state', 'id']
    tell(values.json, { supplierInvoices: found }, table(head, rows))
    return undefined
  },
})

function decliningOption(text: string | undefined) {
  if (text === undefined) return undefined
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(text))
    throw new UsageError('samen supplier-invoices: --declining is a percentage a year, such as 25.')
  return percent(text)
}
