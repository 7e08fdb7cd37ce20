import { inOffice, type OfficeEntry } from '@samen/core/database'
import {
  billingRecords,
  CREDIT_TYPES,
  type CreditType,
  cancelBillingRecord,
  exportBillingRecords,
  mendBillingRecord,
  setBillingRecords,
} from '@samen/core/invoices'
import { legalEntities } from '@samen/core/legal-entities'
import { defineCommand, UsageError } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--entity N] [--after N] [--export] [--json]
  --office OFFICE [--entity N] --begin DAY [--sent] --as USER
  --office OFFICE --mend INVOICE --reason TEXT [--rejected] [--credit-type R1] --as USER
  --office OFFICE --cancel INVOICE --reason TEXT --as USER

  The records of its invoices that a company keeps for its tax authority, each naming the hash of the one before.
  --entity    the company's number in the office; 1 unless told
  --after     those after a number of the chain
  --export    as the authority's file, up to 1,000 records
  --begin     keep them from a day on, before the law wants it; --sent: they are sent to the authority
  --mend      the authority refused the record of an invoice (--rejected) or found it wrong; INVOICE is the invoice's id
  --cancel    takes the record of an invoice back that its client never had; others are corrected by a credit note
  --as        who does it`,
  options: {
    office: { type: 'string' },
    entity: { type: 'string' },
    after: { type: 'string' },
    export: { type: 'boolean' },
    begin: { type: 'string' },
    sent: { type: 'boolean' },
    mend: { type: 'string' },
    cancel: { type: 'string' },
    reason: { type: 'string' },
    rejected: { type: 'boolean' },
    'credit-type': { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, begin, sent = false, mend, cancel, reason = '', rejected = false, as: by } = values
    if (!slug)
      throw new UsageError('samen billing-records: say which office with --office, such as --office es.')
    if ((begin ?? mend ?? cancel) !== undefined && !by)
      throw new UsageError('samen billing-records: say with --as USER who does it.')
    const { after = '0', 'credit-type': creditType } = values
    if (!/^\d{1,15}$/.test(after))
      throw new UsageError('samen billing-records: --after is a number of the chain, such as 1000.')
    if (creditType !== undefined && !isCreditType(creditType))
      throw new UsageError(`samen billing-records: --credit-type is one of ${CREDIT_TYPES.join(', ')}.`)
    const said = await withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, by)
      return inOffice(db, office.officeId, async (trx) => {
        const entityNo = Number(values.entity ?? '1')
        const entity = (await legalEntities(trx, office.officeId)).find((one) => one.entityNo === entityNo)
        if (!entity) throw new Refusal(`This office has no company number ${values.entity ?? '1'}.`)
        const { legalEntityId } = entity
        if (begin !== undefined) {
          const setting = await setBillingRecords(trx, context, legalEntityId, { validFrom: begin, sent })
          return `${entity.name} keeps records of its invoices from ${setting.validFrom} on.\n`
        }
        if (mend !== undefined || cancel !== undefined) {
          const { number, seq, hash } = mend
            ? await mendBillingRecord(trx, context, mend, { reason, rejected, creditType })
            : await cancelBillingRecord(trx, context, cancel ?? '', { reason })
          return `Record ${seq} of ${number}: ${hash}\n`
        }
        if (values.export)
          return (await exportBillingRecords(trx, office.officeId, legalEntityId, BigInt(after))).content
        const found = await billingRecords(trx, office.officeId, { legalEntityId, after: BigInt(after) })
        if (values.json) return `${asJson(found)}\n`
        if (found.length === 0) return 'No record.\n'
        return `${table(
          ['no.', 'invoice', 'day', 'kind', 'hash'],
          found.map((one) => [String(one.seq), one.number, one.issuedOn, one.kind, one.hash]),
        )}\n`
      })
    })
    process.stdout.write(said)
    return undefined
  },
})

const isCreditType = (text: string): text is CreditType => (CREDIT_TYPES as readonly string[]).includes(text)
