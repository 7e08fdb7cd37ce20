import { checkInvoice, INVOICE_BYTES_MAX, NotAnInvoiceError, readInvoice } from '@samen/core/e-invoice'
import { defineCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { readUpload } from './upload.ts'

export const command = defineCommand({
  usage: `FILE

  Says whether an e-invoice, ours or a stranger's, keeps the rules of EN 16931 and of the specification it claims. An
  Italian, Spanish or Austrian one (FatturaPA, Facturae, ebInterface) is read too; it keeps its country's rules and not
  EN 16931's, of which only its sums and, for Italy, a few controls are checked. The answer is JSON: syntax, verdict, the
  sets of rules that were applied, and each finding with the rule's id, level, place and a sentence. These are our own
  statement of the rules; the official ones are not run, and the answer says so.
  Exit code 1 when the invoice breaks a rule or cannot be read.`,
  options: {},
  words: { min: 1, max: 1 },
  async run({ words: [file = ''] }) {
    const bytes = await readUpload(file, INVOICE_BYTES_MAX)
    const { syntax, invoice, findings } = read(bytes, file)
    const verdict = checkInvoice(invoice, findings)
    const answer = { syntax, number: invoice.number ?? null, ...verdict, officialRules: 'not checked' }
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`)
    return verdict.valid ? 0 : 1
  },
})

function read(bytes: Uint8Array, file: string) {
  try {
    return readInvoice(bytes)
  } catch (error) {
    if (error instanceof NotAnInvoiceError) throw new Refusal(`${file} is not read: ${error.message}`)
    throw error
  }
}
