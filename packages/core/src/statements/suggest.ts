import type { Identifier, IsoDate, Minor } from '../country/index.ts'
import { confidenceOf, type Fact, type FactKind, WEIGHTS } from './evidence.ts'
import { NameIndex, plainName, plainText } from './names.ts'
import { bareReferences, compactReference } from './references.ts'

/** A receipt, or what is left of one, whose purpose is sought. */
export interface Sought {
  readonly legalEntityId: string
  readonly currency: string
  /** What of it is not explained yet; above zero. */
  readonly rest: Minor
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly paymentReference: string | null
  readonly remittance: string | null
}

/** An invoice that waits for money. */
export interface WaitingInvoice {
  readonly invoiceId: string
  readonly clientId: string
  readonly clientName: string
  readonly legalEntityId: string
  readonly currency: string
  /** As printed: `INV-2026-00042`. */
  readonly number: string
  readonly paymentReference: string
  readonly dueOn: IsoDate
  readonly open: Minor
  /** Of one in another currency: what is open in that. */
  readonly billed: { readonly currency: string; readonly open: Minor } | null
}

/** What a person decided before about an account or a plain name. */
export interface KnownPayer {
  readonly kind: 'iban' | 'name'
  readonly value: string
  readonly clientId: string
  readonly times: number
}

/** Words (plain text) that say whose a receipt is. */
export interface TextRule {
  readonly contains: string
  readonly clientId: string
}

export interface Knowledge {
  /** The earliest due first. */
  readonly invoices: readonly WaitingInvoice[]
  readonly payers: readonly KnownPayer[]
  readonly rules: readonly TextRule[]
  /** The office's payment references, to know one that stands in a text without its frame. */
  readonly identifiers: readonly Identifier[]
}

/** Invoices a receipt may have been meant for, how sure we are, and why. */
export interface Suggestion {
  readonly clientId: string
  readonly clientName: string
  readonly parts: readonly { readonly invoice: WaitingInvoice; readonly amount: Minor }[]
  /** 1 to 99 per cent. */
  readonly confidence: number
  /** The weightiest first. */
  readonly facts: readonly Fact[]
}

const SUGGESTIONS_MAX = 5
/** Invoices one receipt is thought to pay, and the oldest of a client among which they are sought. */
const PARTS_MAX = 4
const SOUGHT_AMONG = 12

/**
 * Finds for each receipt the invoices it may have been meant for, the likeliest first. Nothing here is certain, and nothing is
 * booked by it. What is known is indexed once; each receipt then looks at the few clients that something points to.
 */
export function suggester(knowledge: Knowledge): (sought: Sought) => readonly Suggestion[] {
  const world = index(knowledge)
  return (sought) => {
    if (sought.rest <= 0n) return []
    const byClient = new Map<string, Fact[]>()
    payerFacts(sought, world, byClient)
    const named = namedInvoices(sought, world)
    const sameAmount = world.byAmount.get(amountKey(sought.rest, sought)) ?? []
    const clientIds = new Set([
      ...byClient.keys(),
      ...[...named.keys()].map(({ clientId }) => clientId),
      ...(sameAmount.length <= SOUGHT_AMONG ? sameAmount.map(({ clientId }) => clientId) : []),
    ])
    return [...clientIds]
      .flatMap((clientId) => {
        const open = world.byClient.get(clientId)?.filter((invoice) => belongs(invoice, sought)) ?? []
        const client = byClient.get(clientId) ?? []
        return readings(sought, open, named, sameAmount.length).map(({ parts, facts }) =>
          suggestion(parts, [...facts, ...client]),
        )
      })
      .sort(byConfidence)
      .slice(0, SUGGESTIONS_MAX)
  }
}

type Part = Suggestion['parts'][number]
interface Reading {
  readonly parts: readonly Part[]
  readonly facts: readonly Fact[]
}

function suggestion(parts: readonly Part[], facts: readonly Fact[]): Suggestion {
  const { clientId, clientName } = (parts[0] as Part).invoice
  return {
    clientId,
    clientName,
    parts,
    confidence: confidenceOf(facts),
    facts: [...facts].sort((a, b) => b.weight - a.weight),
  }
}

const byConfidence = (a: Suggestion, b: Suggestion): number => {
  const [one, other] = [a.parts[0] as Part, b.parts[0] as Part]
  return (
    b.confidence - a.confidence ||
    one.invoice.dueOn.localeCompare(other.invoice.dueOn) ||
    one.invoice.invoiceId.localeCompare(other.invoice.invoiceId)
  )
}

const belongs = (invoice: WaitingInvoice, { legalEntityId, currency }: Sought): boolean =>
  invoice.legalEntityId === legalEntityId && invoice.currency === currency

/** What of a client's invoices the receipt may have paid: those it names, one of the same amount, several of the same sum, the oldest. */
function readings(
  { rest }: Sought,
  open: readonly WaitingInvoice[],
  named: ReadonlyMap<WaitingInvoice, Fact>,
  sharers: number,
): Reading[] {
  const mine = open.filter((invoice) => named.has(invoice))
  const only = open.length === 1 ? [fact('only-invoice', (open[0] as WaitingInvoice).number)] : []
  if (mine.length > 0) {
    const facts = mine.map((invoice) => named.get(invoice) as Fact)
    // Several names of one receipt speak for the same thing: the weightiest counts.
    const best = facts.reduce((a, b) => (b.weight > a.weight ? b : a))
    return [{ parts: inTurn(mine, rest), facts: [best, ...amountFact(mine, rest, 1), ...only] }]
  }
  const same = open.filter((invoice) => invoice.open === rest)
  if (same.length > 0)
    return same.slice(0, SUGGESTIONS_MAX).map((invoice) => ({
      parts: [{ invoice, amount: rest }],
      facts: [...amountFact([invoice], rest, sharers), ...only],
    }))
  const several = sumOf(open.slice(0, SOUGHT_AMONG), rest)
  if (several) return [{ parts: inTurn(several, rest), facts: amountFact(several, rest, 1) }]
  return open.length > 0 ? [{ parts: inTurn(open, rest).slice(0, PARTS_MAX), facts: only }] : []
}

function amountFact(invoices: readonly WaitingInvoice[], rest: Minor, sharers: number): Fact[] {
  const owed = invoices.reduce((sum, { open }) => sum + open, 0n)
  if (owed !== rest) return []
  if (invoices.length > 1) return [fact('same-total', invoices.map(({ number }) => number).join(', '))]
  return [fact('same-amount', (invoices[0] as WaitingInvoice).number, sharers)]
}

/** Each invoice takes what it is owed while something is left. */
function inTurn(invoices: readonly WaitingInvoice[], rest: Minor): Part[] {
  const parts: Part[] = []
  let left = rest
  for (const invoice of invoices) {
    const amount = left < invoice.open ? left : invoice.open
    if (amount <= 0n) break
    parts.push({ invoice, amount })
    left -= amount
  }
  return parts
}

/** Two to four invoices that make the sum, when only one choice of them does. */
function sumOf(open: readonly WaitingInvoice[], sum: Minor): readonly WaitingInvoice[] | undefined {
  const found: WaitingInvoice[][] = []
  const look = (from: number, left: Minor, chosen: WaitingInvoice[]): void => {
    if (left === 0n && chosen.length > 1) found.push([...chosen])
    if (left <= 0n || chosen.length === PARTS_MAX) return
    for (let at = from; at < open.length && found.length < 2; at++) {
      const invoice = open[at] as WaitingInvoice
      if (invoice.open <= left) look(at + 1, left - invoice.open, [...chosen, invoice])
    }
  }
  look(0, sum, [])
  return found.length === 1 ? found[0] : undefined
}

interface World {
  readonly byClient: ReadonlyMap<string, readonly WaitingInvoice[]>
  readonly byAmount: ReadonlyMap<string, readonly WaitingInvoice[]>
  readonly byReference: ReadonlyMap<string, readonly WaitingInvoice[]>
  readonly byNumber: ReadonlyMap<string, readonly WaitingInvoice[]>
  readonly clientsByName: ReadonlyMap<string, readonly string[]>
  readonly names: NameIndex
  readonly payers: ReadonlyMap<string, readonly KnownPayer[]>
  readonly rules: readonly TextRule[]
  readonly identifiers: readonly Identifier[]
}

function index({ invoices, payers, rules, identifiers }: Knowledge): World {
  const clients = new Map(invoices.map(({ clientId, clientName }) => [clientId, plainName(clientName)]))
  const clientsByName = Map.groupBy(clients.keys(), (clientId) => clients.get(clientId) as string)
  return {
    byClient: Map.groupBy(invoices, ({ clientId }) => clientId),
    byAmount: Map.groupBy(invoices, (invoice) => amountKey(invoice.open, invoice)),
    byReference: Map.groupBy(invoices, ({ paymentReference }) => compactReference(paymentReference)),
    byNumber: Map.groupBy(invoices, ({ number }) => compactReference(number)),
    clientsByName,
    names: new NameIndex(clientsByName.keys()),
    payers: Map.groupBy(payers, ({ kind, value }) => `${kind} ${value}`),
    rules,
    identifiers,
  }
}

const amountKey = (amount: Minor, { legalEntityId, currency }: { legalEntityId: string; currency: string }) =>
  `${amount} ${currency} ${legalEntityId}`

/** Who the payer may be. Of several sights of his name the best counts. */
function payerFacts(sought: Sought, world: World, facts: Map<string, Fact[]>): void {
  const add = (clientId: string, ...found: Fact[]) => {
    const mine = facts.get(clientId)
    if (mine) mine.push(...found)
    else facts.set(clientId, found)
  }
  const { counterpartyIban: iban, counterpartyName, remittance } = sought
  if (iban)
    known(world, 'iban', iban).forEach((weight, clientId) => {
      add(clientId, { kind: 'known-account', weight, seen: iban })
    })
  if (counterpartyName) for (const [clientId, best] of nameFacts(counterpartyName, world)) add(clientId, best)
  if (world.rules.length === 0) return
  const text = ` ${plainText(`${counterpartyName ?? ''} ${remittance ?? ''}`)} `
  for (const { contains, clientId } of world.rules)
    if (text.includes(` ${contains} `)) add(clientId, fact('rule', contains))
}

function nameFacts(counterpartyName: string, world: World): Map<string, Fact> {
  const name = plainName(counterpartyName)
  const best = new Map<string, Fact>()
  const offer = (clientId: string, one: Fact) => {
    if (one.weight > (best.get(clientId)?.weight ?? 0)) best.set(clientId, one)
  }
  const same = world.clientsByName.get(name) ?? []
  for (const clientId of same) offer(clientId, fact('same-name', counterpartyName, same.length))
  known(world, 'name', name).forEach((weight, clientId) => {
    offer(clientId, { kind: 'known-name', weight, seen: counterpartyName })
  })
  if (same.length === 0)
    for (const { name: other, likeness } of world.names.like(name)) {
      const clientIds = world.clientsByName.get(other) ?? []
      const weight = Math.floor((WEIGHTS['similar-name'] * likeness) / 100 / clientIds.length)
      for (const clientId of clientIds)
        if (weight > 0) offer(clientId, { kind: 'similar-name', weight, seen: counterpartyName })
    }
  return best
}

/** What people decided before, by client: an account that pays for several says less about each. */
function known(world: World, kind: KnownPayer['kind'], value: string): Map<string, number> {
  const payers = world.payers.get(`${kind} ${value}`) ?? []
  const total = payers.reduce((sum, { times }) => sum + times, 0)
  const most = WEIGHTS[kind === 'iban' ? 'known-account' : 'known-name']
  return new Map(
    payers.map(({ clientId, times }) => [clientId, Math.max(1, Math.floor((most * times) / total))]),
  )
}

/** Invoices whose reference or number the receipt carries. */
function namedInvoices(sought: Sought, world: World): Map<WaitingInvoice, Fact> {
  const named = new Map<WaitingInvoice, Fact>()
  const name = (kind: FactKind, seen: string, invoices: readonly WaitingInvoice[] | undefined) => {
    for (const invoice of invoices ?? [])
      if (belongs(invoice, sought) && !named.has(invoice)) named.set(invoice, fact(kind, seen))
  }
  const { paymentReference, remittance } = sought
  if (paymentReference)
    name('reference', paymentReference, world.byReference.get(compactReference(paymentReference)))
  if (remittance) {
    for (const bare of bareReferences(remittance, world.identifiers))
      name('bare-reference', bare, world.byReference.get(bare))
    for (const text of phrasesOf(remittance))
      name('invoice-number', text, world.byNumber.get(compactReference(text)))
  }
  return named
}

/** One to four words in a row: somewhere among them an invoice's number may stand, in one piece or in several. */
function* phrasesOf(text: string): Iterable<string> {
  const words = text.split(/[\s,;:()"']+/, WORDS_MAX).filter(Boolean)
  for (let from = 0; from < words.length; from++)
    for (let count = 1; count <= 4 && from + count <= words.length; count++)
      yield words.slice(from, from + count).join(' ')
}

/** A text has at most 500 characters, and a thousand receipts are looked at in one go. */
const WORDS_MAX = 60

const fact = (kind: FactKind, seen: string, shared = 1): Fact => ({
  kind,
  weight: Math.max(1, Math.floor(WEIGHTS[kind] / Math.max(1, shared))),
  seen: seen.slice(0, 140),
})
