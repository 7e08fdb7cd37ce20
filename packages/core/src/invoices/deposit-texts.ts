/** What a deposit's lines say, in the client's language; English where there is no other. */
export interface DepositTexts {
  /** On the deposit invoice. */
  readonly asked: (title: string) => string
  /** On the job's invoice that takes it off. */
  readonly deducted: (number: string) => string
  /** Why what was not paid of it is taken back. */
  readonly unpaid: string
  /** Why it is taken back when the job will not be done. */
  readonly cancelled: string
}

export const depositTexts = (language: string): DepositTexts => {
  const [asked, deducted, unpaid, cancelled] = (TEXTS[language] ?? TEXTS.en) as Words
  return {
    asked: (title) => `${asked}: ${title}`.slice(0, 300),
    deducted: (number) => `${deducted} ${number}`,
    unpaid,
    cancelled,
  }
}

type Words = readonly [asked: string, deducted: string, unpaid: string, cancelled: string]

const TEXTS: Readonly<Record<string, Words>> = {
  en: [
    'Deposit',
    'Less deposit, invoice',
    'Not paid; it is part of the invoice for the work.',
    'The order was cancelled.',
  ],
  fr: [
    'Acompte',
    'Déduction de l’acompte, facture',
    'Non payé ; repris dans la facture de la prestation.',
    'La commande a été annulée.',
  ],
  nl: [
    'Voorschot',
    'Min voorschot, factuur',
    'Niet betaald; het staat op de factuur voor het werk.',
    'De opdracht is geannuleerd.',
  ],
  de: [
    'Anzahlung',
    'Abzüglich Anzahlung, Rechnung',
    'Nicht bezahlt; sie ist in der Rechnung über die Leistung enthalten.',
    'Der Auftrag wurde storniert.',
  ],
  es: [
    'Anticipo',
    'Menos anticipo, factura',
    'No pagado; se incluye en la factura del trabajo.',
    'El pedido se ha anulado.',
  ],
  it: [
    'Acconto',
    'A dedurre acconto, fattura',
    'Non pagato; è compreso nella fattura del lavoro.',
    'L’ordine è stato annullato.',
  ],
  sv: [
    'Förskott',
    'Avgår förskott, faktura',
    'Inte betalt; det ingår i fakturan för arbetet.',
    'Beställningen är avbeställd.',
  ],
  hu: [
    'Előleg',
    'Levonva az előleg, számla',
    'Nincs kifizetve; a munka számlája tartalmazza.',
    'A megrendelést lemondták.',
  ],
}
