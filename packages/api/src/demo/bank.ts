import { addDays, formatAmount, type IsoDate, type Minor } from '@samen/core/country'
import type { Invoice } from '@samen/core/invoices'
import { type BankCountry, bankDayFrom } from '@samen/core/payments'
import type { DemoClient } from './clients.ts'
import type { Dice } from './random.ts'

/** Something the demo's bank will book on a day. Money in is positive. */
interface Booking {
  readonly on: IsoDate
  readonly ref: string
  readonly amount: Minor
  readonly name: string
  readonly iban?: string
  readonly reference?: string
  readonly text?: string
  /** A whole payment file, booked as one. */
  readonly batch?: string
}

/** A receipt whose payer forgot the reference: the office finds out whose it was. */
export interface Puzzle {
  readonly entryRef: string
  readonly invoiceId: string
  readonly amount: Minor
  readonly bookedOn: IsoDate
}

/** The demo's bank: knows when clients will pay, books what the office pays, and writes statements. */
export class DemoBank {
  readonly puzzles: Puzzle[] = []
  readonly #bookings = new Map<IsoDate, Booking[]>()
  readonly #dice: Dice
  readonly #account: { readonly iban: string; readonly country: BankCountry }
  #balance: Minor
  #lastDay: IsoDate
  #statements = 0
  #entries = 0

  constructor(
    account: { readonly iban: string; readonly country: BankCountry },
    opening: Minor,
    openingOn: IsoDate,
    dice: Dice,
  ) {
    this.#account = account
    this.#balance = opening
    this.#lastDay = openingOn
    this.#dice = dice
  }

  /** Decides when and how a client pays an invoice. */
  expect({ invoiceId, total, dueOn, paymentReference }: Invoice, client: DemoClient): void {
    const { habit, iban, draft } = client
    const dice = this.#dice
    const pay = (amount: Minor, on: IsoDate, reference: string | undefined, text: string) =>
      this.#book(on, { amount, name: draft.name, iban, text, ...(reference !== undefined && { reference }) })
    if (habit === 'failing') return
    if (habit === 'on-time') pay(total, addDays(dueOn, dice.integer(-9, 2)), paymentReference, '')
    else if (habit === 'late') pay(total, addDays(dueOn, dice.integer(6, 40)), paymentReference, '')
    else if (habit === 'in-parts') {
      const first = (total * 60n) / 100n
      pay(first, dueOn, paymentReference, '')
      pay(total - first, addDays(dueOn, 21), paymentReference, '')
    } else {
      const { on, ref } = pay(total, addDays(dueOn, dice.integer(0, 10)), undefined, 'Invoice, thank you')
      this.puzzles.push({ entryRef: ref, invoiceId, amount: total, bookedOn: on })
    }
  }

  /** A stranger's money, which belongs to no invoice. */
  receiveFromStranger(on: IsoDate, amount: Minor): void {
    this.#book(on, { amount, name: 'Unknown payer', text: 'with thanks for the lovely evening' })
  }

  /** The office's payment file leaves the account. */
  payOut(on: IsoDate, total: Minor, messageId: string): void {
    this.#book(on, { amount: -total, name: 'Wages', batch: messageId })
  }

  #book(wanted: IsoDate, booking: Omit<Booking, 'on' | 'ref'>): Booking {
    const on = bankDayFrom(this.#account.country, wanted > this.#lastDay ? wanted : addDays(this.#lastDay, 1))
    this.#entries += 1
    const booked = { on, ref: `E${String(this.#entries).padStart(8, '0')}`, ...booking }
    const day = this.#bookings.get(on)
    if (day) day.push(booked)
    else this.#bookings.set(on, [booked])
    return booked
  }

  /** The statement of all days since the last one, up to and including `day`; undefined when nothing was booked. */
  statementUpTo(day: IsoDate): { name: string; bytes: Uint8Array } | undefined {
    const from = addDays(this.#lastDay, 1)
    const booked: Booking[] = []
    for (let on = from; on <= day; on = addDays(on, 1)) {
      booked.push(...(this.#bookings.get(on) ?? []))
      this.#bookings.delete(on)
    }
    this.#lastDay = day
    if (booked.length === 0) return undefined
    this.#statements += 1
    const opening = this.#balance
    this.#balance = booked.reduce((sum, { amount }) => sum + amount, opening)
    const id = `${day.slice(0, 4)}-${String(this.#statements).padStart(3, '0')}`
    const text = statement(
      this.#account.iban,
      this.#account.country.currency,
      { id, from, to: day, opening, closing: this.#balance },
      booked,
    )
    return { name: `statement-${id}.xml`, bytes: new TextEncoder().encode(text) }
  }
}

interface StatementHead {
  readonly id: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly opening: Minor
  readonly closing: Minor
}

/** camt.053.001.08 with booked entries only. */
function statement(
  iban: string,
  currency: string,
  { id, from, to, opening, closing }: StatementHead,
  bookings: readonly Booking[],
): string {
  const money = (amount: Minor) =>
    `<Amt Ccy="${currency}">${formatAmount(amount < 0n ? -amount : amount)}</Amt><CdtDbtInd>${amount < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
  const balance = (code: string, amount: Minor, on: IsoDate) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(amount)}<Dt><Dt>${on}</Dt></Dt></Bal>`
  const entries = bookings.map(
    (one) =>
      `<Ntry>${money(one.amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${one.on}</Dt></BookgDt><ValDt><Dt>${one.on}</Dt></ValDt>` +
      `<AcctSvcrRef>${one.ref}</AcctSvcrRef><NtryDtls>${detail(one)}</NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${to}T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>${to}T20:00:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${balance('OPBD', opening, from)}${balance('CLBD', closing, to)}
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

function detail({ batch, name, iban, reference, text }: Booking): string {
  if (batch !== undefined) return `<Btch><PmtInfId>${batch}</PmtInfId></Btch>`
  const account = iban ? `<DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct>` : ''
  const structured = reference ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>` : ''
  const free = text ? `<Ustrd>${escaped(text)}</Ustrd>` : ''
  return `<TxDtls><RltdPties><Dbtr><Pty><Nm>${escaped(name)}</Nm></Pty></Dbtr>${account}</RltdPties><RmtInf>${free}${structured}</RmtInf></TxDtls>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
