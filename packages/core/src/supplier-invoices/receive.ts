import { createHash } from 'node:crypto'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { conflict } from '../problem/index.ts'
import { readSupplierInvoice } from './read-supplier-invoice.ts'
import {
  findDouble,
  insertOriginal,
  insertSupplierInvoice,
  lockSupplierInvoices,
} from './supplier-invoice-store.ts'

export interface ArrivedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** `upload`, or the network it came through: `peppol`, `sdi`. */
  readonly arrivedBy: string
}

/**
 * Takes in a supplier invoice or credit note: read, checked by the rules it claims to keep, kept byte for byte, and laid
 * before the office. What breaks a rule is taken with its findings; somebody decides.
 *
 * @returns the id of the supplier invoice.
 * @throws Problem `invalid-field` for a file `readSupplierInvoice` refuses; `conflict` naming the supplier invoice (`supplierInvoiceId`)
 *   when the same file, or the same number of the same supplier, stands there and was not refused.
 */
export async function receiveSupplierInvoice(
  trx: Transaction,
  { officeId, plugin, by, now, id }: OfficeContext,
  { name, bytes, arrivedBy }: ArrivedFile,
): Promise<string> {
  const facts = readSupplierInvoice(bytes, await legalEntities(trx, officeId), plugin.currency)
  const sha256 = createHash('sha256').update(bytes).digest()
  await lockSupplierInvoices(trx, officeId)
  const double = await findDouble(trx, officeId, facts, sha256)
  if (double)
    throw conflict(
      double.sameFile
        ? 'This very file came in before.'
        : `${facts.kind === 'invoice' ? 'Invoice' : 'Credit note'} ${facts.number} of ${facts.supplierName} came in before, in another file.`,
      { supplierInvoiceId: double.supplierInvoiceId, sameFile: double.sameFile },
    )
  const supplierInvoiceId = id()
  await insertSupplierInvoice(trx, officeId, {
    ...facts,
    supplierInvoiceId,
    arrivedBy,
    receivedAt: now,
    receivedBy: by,
  })
  await insertOriginal(trx, officeId, { supplierInvoiceId, name: fileName(name), sha256, content: bytes })
  return supplierInvoiceId
}

const fileName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}/\\]/gu, '_')
    .trim()
    .slice(0, 200) || 'invoice.xml'
