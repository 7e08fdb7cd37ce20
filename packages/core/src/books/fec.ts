import { formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import { type BookYear, compactDay, oneLine, openingLines } from './book-year.ts'
import { type Journal, journalOf } from './journals.ts'

/** The 18 columns of article A. 47 A-1, VII, of the livre des procédures fiscales, in its order and its words. */
export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const

const OPENING = { code: 'AN', name: 'À-nouveaux' }
const JOURNALS: Readonly<Record<Journal, { code: string; name: string }>> = {
  sales: { code: 'VE', name: 'Ventes' },
  bank: { code: 'BQ', name: 'Banque' },
  payroll: { code: 'PA', name: 'Paie' },
  general: { code: 'OD', name: 'Opérations diverses' },
}

/**
 * The fichier des écritures comptables of a year (arrêté du 29 juillet 2013, art. A. 47 A-1 LPF): tab-separated, one line
 * an entry, the opening figures first, then everything in the order it was recorded, numbered without a gap inside each
 * journal. Income and expense accounts are not balanced out at the end of the year, so accounts of classes 6 and 7 sum to
 * the result. The two optional columns of the auxiliary account stay empty: they would name the client, who may be a
 * person; `PieceRef` leads to the invoice.
 *
 * The columns were read in public descriptions of the article; the file was not run through the administration's own
 * test program (Test Compta Demat), which is not to be had here.
 */
export async function* fec(year: BookYear): AsyncGenerator<string> {
  yield `${FEC_COLUMNS.join('\t')}\r\n`
  const names = new Map(year.accounts.map(({ number, name }) => [number, name]))
  const opening = openingLines(year)
  yield opening
    .map(({ number, name, amount }) =>
      line({
        journal: OPENING,
        number: 'AN0000001',
        on: year.from,
        account: number,
        accountName: name,
        reference: 'A-NOUVEAUX',
        label: 'Reprise des soldes',
        amount,
        validOn: year.from,
      }),
    )
    .join('')
  const counted = new Map<string, number>()
  for await (const page of year.pages()) {
    let text = ''
    for (const { kind, effectiveOn, recordedOn, reference, entries } of page) {
      const journal = JOURNALS[journalOf(kind)]
      const count = (counted.get(journal.code) ?? 0) + 1
      counted.set(journal.code, count)
      for (const { number, amount } of entries)
        text += line({
          journal,
          number: `${journal.code}${String(count).padStart(7, '0')}`,
          on: effectiveOn,
          account: number,
          accountName: names.get(number) ?? number,
          reference,
          label: LABELS[kind] ?? kind,
          amount,
          validOn: recordedOn,
        })
    }
    yield text
  }
}

const LABELS: Readonly<Record<string, string>> = {
  invoice: 'Facture',
  deposit: 'Facture d’acompte',
  'credit-note': 'Avoir',
  receipt: 'Encaissement',
  'receipt-matched': 'Affectation d’un encaissement',
  'receipt-unmatched': 'Affectation d’un encaissement reprise',
  'repayment-taken-back': 'Avance accordée à nouveau',
  'wage-payment': 'Paiement de salaires',
  'bank-debit': 'Prélèvement bancaire',
  payslip: 'Bulletin de paie',
  levy: 'Contribution coopérative',
  advance: 'Avance du fonds',
  repayment: 'Remboursement d’avance',
  'client-merge': 'Fusion de deux fiches client',
  reversal: 'Contre-passation',
}

interface FecLine {
  journal: { code: string; name: string }
  number: string
  on: IsoDate
  account: string
  accountName: string
  reference: string
  label: string
  amount: Minor
  validOn: IsoDate
}

function line({
  journal,
  number,
  on,
  account,
  accountName,
  reference,
  label,
  amount,
  validOn,
}: FecLine): string {
  const day = compactDay(on)
  const cells = [
    ...[journal.code, journal.name, number, day, account, accountName, '', '', reference, day, label],
    ...[decimal(amount > 0n ? amount : 0n), decimal(amount < 0n ? -amount : 0n)],
    ...['', '', compactDay(validOn), '', ''],
  ]
  return `${cells.map(oneLine).join('\t')}\r\n`
}

const decimal = (amount: Minor) => formatAmount(amount).replace('.', ',')
