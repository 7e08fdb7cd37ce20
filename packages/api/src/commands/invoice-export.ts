import { inOffice, type OfficeEntry } from '@samen/core/database'
import { DELIVERY_FORMATS, type DeliveryFormat, invoiceAsFile } from '@samen/core/delivery'
import { invoiceByNumber } from '@samen/core/invoices'
import { defineCommand, UsageError } from '../command.ts'
import { contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `NUMBER --office OFFICE [--format FORMAT] [--entity N]

  An issued invoice or credit note as an e-invoice, checked by the rules of what it claims to be, with the details that the
  rules of its client say: the file, on the standard output. Nothing is sent by this.
  --format  ${DELIVERY_FORMATS.join(', ')}; peppol-ubl unless told
  --entity  the company's number in the office; 1 unless told`,
  options: {
    office: { type: 'string' },
    format: { type: 'string' },
    entity: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  async run({ words: [number = ''], values }) {
    const { office: slug, format = 'peppol-ubl', entity = '1' } = values
    if (!slug)
      throw new UsageError('samen invoice export: say which office with --office, such as --office be.')
    if (!isFormat(format))
      throw new UsageError(`samen invoice export: --format is one of ${DELIVERY_FORMATS.join(', ')}.`)
    if (!/^[1-9]$/.test(entity))
      throw new UsageError('samen invoice export: --entity is the number of a company in the office, 1 to 9.')
    const { content } = await withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office)
      return inOffice(db, office.officeId, async (trx) => {
        const { invoiceId } = await invoiceByNumber(trx, office.officeId, Number(entity), number)
        return invoiceAsFile(trx, context, invoiceId, format)
      })
    })
    process.stdout.write(content)
    return undefined
  },
})

const isFormat = (text: string): text is DeliveryFormat =>
  (DELIVERY_FORMATS as readonly string[]).includes(text)
