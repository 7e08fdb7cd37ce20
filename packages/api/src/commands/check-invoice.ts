import { checkInvoice, INVOICE_BYTES_MAX, NotAnInvoiceError, readInvoice } from '@samen/core/e-invoice'
import { defineCommand } from '../command.ts'
import { checkOfficialRules } from '../official-rules.ts'
import { Refusal } from '../refusal.ts'
import { readUpload } from './upload.ts'

export const command = defineCommand({
  usage: `FILE

  Says whether an e-invoice, ours or a stranger's, keeps the rules of EN 16931 and of the specification it claims. An
  Italian, Spanish or Austrian one (FatturaPA, Facturae, ebInterface) is read too; it keeps its country's rules and not
  EN 16931's, of which only its sums and, for Italy, a few controls are checked. The answer is JSON: syntax, verdict, the
  sets of rules that were applied, and each finding with the rule's id, level, place and a sentence. These are our own
  statement of the rules.

  --rules FOLDER  or SAMEN_INVOICE_RULES: the Schematron files its authors publish, below en16931, peppol, xrechnung and
                  nlcius. They are applied too, as far as they concern the invoice; without them the answer says that the
                  official rules are "not checked"

  Exit code 1 when the invoice breaks a rule, ours or an official one, or cannot be read.`,
  options: { rules: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run({ values, words: [file = ''] }) {
    const bytes = await readUpload(file, INVOICE_BYTES_MAX)
    const { syntax, namespace, invoice, findings } = read(bytes, file)
    const verdict = checkInvoice(invoice, findings)
    const folder = values.rules ?? process.env.SAMEN_INVOICE_RULES
    const official = folder
      ? await checkOfficialRules(folder, bytes, { specification: invoice.specification, namespace })
      : undefined
    const valid = verdict.valid && official?.valid !== false
    const answer = {
      syntax,
      number: invoice.number ?? null,
      ...verdict,
      valid,
      officialRules: official ?? 'not checked',
    }
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`)
    return valid ? 0 : 1
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
