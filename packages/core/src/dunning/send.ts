import { sql } from 'kysely'
import { clientsById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount, formatPercent, type Minor } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'
import type { Party } from '../invoices/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { invalid, notFound } from '../problem/index.ts'
import { overdueInvoices } from './debts.ts'
import { type ProposedLetter, proposeLetters } from './propose.ts'
import { dunningRule } from './rule-store.ts'

/** A letter as a person saw and chose it. */
export interface ChosenLetter {
  readonly clientId: string
  readonly legalEntityId: string
  readonly level: number
}

/** What a letter says, as it stood on the day; amounts in major units as text. */
export interface LetterDocument {
  readonly seller: Party
  readonly buyer: Party
  readonly consumer: boolean
  readonly invoices: readonly {
    readonly number: string
    readonly issuedOn: string
    readonly dueOn: string
    readonly daysLate: number
    readonly open: string
    /** Of one in another currency: what the client owes of it, in that. */
    readonly billed?: { readonly currency: string; readonly open: string }
    readonly interest: string
    readonly costs: string
    readonly paymentReference: string
  }[]
  /** The rates applied, in percent, and the law they rest on. */
  readonly rates: readonly { readonly from: string; readonly percent: string; readonly source: string }[]
}

export interface DunningLetter {
  readonly dunningLetterId: string
  readonly dunningRunId: string
  readonly clientId: string
  readonly legalEntityId: string
  readonly level: number
  readonly levels: number
  readonly language: string
  readonly sentOn: string
  readonly currency: string
  readonly open: Minor
  readonly interest: Minor
  readonly costs: Minor
  readonly fee: Minor
  readonly document: LetterDocument
}

export interface DunningSent {
  /** Absent when none of the chosen letters was due any more. */
  readonly dunningRunId: string | null
  readonly letters: readonly DunningLetter[]
  /** Chosen letters that are not due any more: paid, paused or sent meanwhile. */
  readonly passedOver: number
}

/** Letters sent in one go. */
export const LETTERS_MAX = 1_000

/** What is due to be sent today. Writes nothing. */
export async function dunningProposal(
  trx: Transaction,
  context: Pick<OfficeContext, 'officeId' | 'today' | 'plugin'>,
): Promise<ProposedLetter[]> {
  const { officeId, today, plugin } = context
  const overdue = await overdueInvoices(trx, officeId, today)
  return proposeLetters(overdue, plugin.latePayment, await dunningRule(trx, context), today)
}

/**
 * A person approves letters: they are written as they stand now and go to the outbox, each once. What was chosen but is
 * paid, paused or sent meanwhile is passed over, so that trying again sends nothing twice.
 *
 * @throws Problem `invalid-field` for no letter, or more than `LETTERS_MAX`.
 */
export async function sendDunning(
  trx: Transaction,
  context: OfficeContext,
  chosen: readonly ChosenLetter[],
): Promise<DunningSent> {
  const { officeId, today, by, id } = context
  if (chosen.length < 1 || chosen.length > LETTERS_MAX)
    throw invalid('letters', `Choose 1 to ${LETTERS_MAX} letters.`)
  await lockInOffice(trx, officeId, 'dunning')
  const wanted = new Set(chosen.map(keyOf))
  const due = (await dunningProposal(trx, context)).filter((letter) => wanted.has(keyOf(letter)))
  const passedOver = wanted.size - new Set(due.map(keyOf)).size
  if (due.length === 0) return { dunningRunId: null, letters: [], passedOver }
  const dunningRunId = id()
  const letters = await written(trx, context, dunningRunId, due)
  await sql`
    insert into samen.dunning_run (office_id, dunning_run_id, as_of, letters, approved_by)
    values (${officeId}, ${dunningRunId}, ${today}, ${letters.length}, ${by})`.execute(trx)
  await store(trx, officeId, due, letters)
  await enqueue(
    trx,
    officeId,
    letters.map(({ dunningLetterId, language }, at) => ({
      kind: 'letter',
      idempotencyKey: dunningLetterId,
      payload: { kind: 'dunning', letterId: dunningLetterId, language, to: due[at]?.email ?? null },
    })),
    { id },
  )
  return { dunningRunId, letters, passedOver }
}

const keyOf = ({ clientId, legalEntityId, level }: ChosenLetter): string =>
  `${clientId} ${legalEntityId} ${level}`

async function written(
  trx: Transaction,
  { officeId, today, id }: OfficeContext,
  dunningRunId: string,
  due: readonly ProposedLetter[],
): Promise<DunningLetter[]> {
  const sellers = new Map((await legalEntities(trx, officeId)).map((one) => [one.legalEntityId, one]))
  const buyers = new Map(
    (
      await clientsById(
        trx,
        officeId,
        due.map(({ clientId }) => clientId),
      )
    ).map((one) => [one.clientId, one]),
  )
  return due.map((letter): DunningLetter => {
    const { clientId, legalEntityId, level, levels, language, currency, open, interest, costs, fee } = letter
    const seller = sellers.get(legalEntityId)
    const buyer = buyers.get(clientId)
    if (!seller || !buyer) throw notFound('such client or company')
    return {
      ...{ dunningLetterId: id(), dunningRunId, clientId, legalEntityId, level, levels, language, currency },
      ...{ open, interest, costs, fee, sentOn: today },
      document: {
        seller: partyOf(seller),
        buyer: partyOf(buyer),
        consumer: letter.consumer,
        invoices: letter.invoices.map(({ claim, ...one }) => ({
          number: one.number,
          issuedOn: one.issuedOn,
          dueOn: one.dueOn,
          daysLate: one.daysLate,
          open: formatAmount(one.open),
          ...(one.billed && {
            billed: { currency: one.billed.currency, open: formatAmount(one.billed.open) },
          }),
          interest: formatAmount(claim.interest),
          costs: formatAmount(claim.costs),
          paymentReference: one.paymentReference,
        })),
        rates: ratesOf(letter),
      },
    }
  })
}

function ratesOf({ invoices }: ProposedLetter): LetterDocument['rates'] {
  const parts = invoices.flatMap(({ claim }) => claim.parts)
  const byRate = new Map(
    parts
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
      .map(({ from, rate, source }) => [
        formatPercent(rate) + source,
        { from, percent: formatPercent(rate), source },
      ]),
  )
  return [...byRate.values()].reverse()
}

function partyOf(
  party: { readonly [K in keyof Party]?: Party[K] | undefined } & Pick<Party, 'name' | 'country'>,
): Party {
  const { name, companyNumber = null, vatNumber = null, street = null, postCode = null, town = null } = party
  return {
    ...{ name, companyNumber, vatNumber, street, postCode, town, country: party.country },
    ...(party.iban !== undefined && { iban: party.iban, bic: party.bic ?? null }),
  }
}

async function store(
  trx: Transaction,
  officeId: string,
  due: readonly ProposedLetter[],
  letters: readonly DunningLetter[],
): Promise<void> {
  await copyRows(
    trx,
    'dunning_letter',
    [
      ...[
        'office_id',
        'dunning_letter_id',
        'dunning_run_id',
        'client_id',
        'legal_entity_id',
        'level',
        'levels',
      ],
      ...['language', 'sent_on', 'currency', 'open', 'interest', 'costs', 'fee', 'document'],
    ],
    letters.map((letter) => [
      officeId,
      letter.dunningLetterId,
      letter.dunningRunId,
      letter.clientId,
      letter.legalEntityId,
      letter.level,
      letter.levels,
      letter.language,
      letter.sentOn,
      letter.currency,
      letter.open,
      letter.interest,
      letter.costs,
      letter.fee,
      { ...letter.document },
    ]),
  )
  await copyRows(
    trx,
    'dunning_reminder',
    ['office_id', 'invoice_id', 'level', 'dunning_letter_id', 'sent_on'],
    due.flatMap(({ invoices }, at) =>
      invoices.flatMap(({ invoiceId, level }) => {
        const { dunningLetterId, sentOn } = letters[at] as DunningLetter
        return level === null ? [] : [[officeId, invoiceId, level, dunningLetterId, sentOn]]
      }),
    ),
  )
}

/** Letters sent, the latest first: of a client, or of the office; at most `limit`. */
export async function dunningLetters(
  trx: Transaction,
  officeId: string,
  {
    clientId,
    dunningLetterId,
    limit = 100,
  }: { clientId?: string; dunningLetterId?: string; limit?: number } = {},
): Promise<DunningLetter[]> {
  const { rows } = await sql<DunningLetter>`
    select dunning_letter_id as "dunningLetterId", dunning_run_id as "dunningRunId", client_id as "clientId",
           legal_entity_id as "legalEntityId", level, levels, language, sent_on as "sentOn", currency, open, interest,
           costs, fee, document
      from samen.dunning_letter
     where office_id = ${officeId}
       and (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null})
       and (${dunningLetterId ?? null}::uuid is null or dunning_letter_id = ${dunningLetterId ?? null})
     order by dunning_letter_id desc limit ${Math.min(limit, 500)}`.execute(trx)
  return rows
}
