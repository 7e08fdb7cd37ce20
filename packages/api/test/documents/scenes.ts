import {
  type AnyCountryPlugin,
  computePayslip,
  formatAmount,
  lineAsJson,
  type Situation,
  whyAsJson,
} from '@samen/core/country'
import type { DunningLetter } from '@samen/core/dunning'
import type { Invoice, InvoiceDocument } from '@samen/core/invoices'
import type { LegalEntity } from '@samen/core/legal-entities'
import type { Member } from '@samen/core/members'
import type { FullPayslip } from '@samen/core/payslips'

/** An invented company of an office. */
const belgianSeller = {
  name: 'Samen Productions SC',
  companyNumber: '0123456749',
  vatNumber: 'BE0123456749',
  street: 'Rue de la Mutualité 1',
  postCode: '1060',
  town: 'Bruxelles',
  country: 'BE',
  iban: 'BE68539007547034',
  bic: 'GKCCBEBB',
}

const document: InvoiceDocument = {
  number: 'INV-2026-00042',
  seller: belgianSeller,
  buyer: {
    name: 'Théâtre de l’Invention ASBL',
    companyNumber: '0987654394',
    vatNumber: 'BE0987654394',
    street: 'Quai des Fables 12',
    postCode: '4000',
    town: 'Liège',
    country: 'BE',
  },
  language: 'fr',
  lines: [{ description: 'Création lumière, « La Nuit des ateliers »', net: '1450.00', vatCode: 'standard' }],
  vat: [
    {
      code: 'standard',
      category: 'S',
      rate: '21',
      base: '1450.00',
      amount: '304.50',
      source: 'CTVA art. 37',
    },
  ],
  performed: { from: '2026-11-02', to: '2026-11-06' },
}

export const belgianInvoice: Invoice = {
  invoiceId: '01999999-0000-7000-8000-000000000001',
  legalEntityId: '01999999-0000-7000-8000-000000000002',
  series: 'INV-2026',
  number: 42n,
  kind: 'invoice',
  credits: null,
  contractId: '01999999-0000-7000-8000-000000000003',
  clientId: '01999999-0000-7000-8000-000000000004',
  issuedOn: '2026-11-09',
  dueOn: '2026-12-09',
  currency: 'EUR',
  net: 145_000n,
  vat: 30_450n,
  total: 175_450n,
  levy: 9_425n,
  paymentReference: '+++260/1000/04237+++',
  agreedNet: null,
  document,
}

/** The same invoice with other words on it. */
export const withDocument = (changes: Partial<InvoiceDocument>, others: Partial<Invoice> = {}): Invoice => ({
  ...belgianInvoice,
  ...others,
  document: { ...document, ...changes },
})

export const creditNote = withDocument(
  {
    language: 'nl',
    number: 'CN-2026-00003',
    lines: [{ description: 'Lichtontwerp, ‘De Nacht van de ateliers’', net: '1450.00', vatCode: 'standard' }],
    credits: {
      number: 'INV-2026-00042',
      issuedOn: '2026-11-09',
      reason: 'Voorstelling afgelast wegens ziekte van de hoofdrolspeelster',
    },
  },
  { kind: 'credit-note', series: 'CN-2026', number: 3n, issuedOn: '2026-11-20', dueOn: '2026-11-20' },
)

export const reverseCharge = withDocument(
  {
    language: 'de',
    buyer: {
      name: 'Bühnenwerk Beispiel GmbH',
      vatNumber: 'DE136695976',
      companyNumber: 'HRB 12345',
      street: 'Musterallee 7',
      postCode: '10115',
      town: 'Berlin',
      country: 'DE',
    },
    lines: [{ description: 'Lichtgestaltung der Tournee', net: '1450.00', vatCode: 'reverse-charge' }],
    vat: [
      {
        code: 'reverse-charge',
        category: 'AE',
        rate: '0',
        base: '1450.00',
        amount: '0.00',
        mention: 'reverse-charge',
        source: 'CTVA art. 21 § 2',
      },
    ],
  },
  { vat: 0n, total: 145_000n },
)

/** Issued in francs; the books have it in euro at the rate of its day. */
export const swissInvoice = withDocument(
  {
    language: 'de',
    buyer: {
      name: 'Theater am Limmatquai',
      street: 'Erfundener Quai 3',
      postCode: '8001',
      town: 'Zürich',
      country: 'CH',
    },
    lines: [{ description: 'Zwei Abende, Lichtgestaltung', net: '1509.16', vatCode: 'standard' }],
    vat: [
      {
        code: 'standard',
        category: 'S',
        rate: '21',
        base: '1509.16',
        amount: '316.92',
        source: 'CTVA art. 37',
      },
    ],
    billed: {
      currency: 'CHF',
      rate: '1.040800',
      rateOn: '2026-11-06',
      rateSource: 'ecb',
      net: '1450.00',
      vatTotal: '304.50',
      total: '1754.50',
      lines: [{ description: 'Zwei Abende, Lichtgestaltung', net: '1450.00', vatCode: 'standard' }],
      vat: [
        {
          code: 'standard',
          category: 'S',
          rate: '21',
          base: '1450.00',
          amount: '304.50',
          source: 'CTVA art. 37',
        },
      ],
    },
  },
  { net: 150_916n, vat: 31_692n, total: 182_608n, agreedNet: 151_000n },
)

export const hungarianInvoice = withDocument(
  {
    language: 'hu',
    seller: {
      name: 'Samen Műhely Szövetkezet',
      companyNumber: '01-02-123456',
      vatNumber: 'HU12345676',
      street: 'Kölcsönösség utca 3.',
      postCode: '1085',
      town: 'Budapest',
      country: 'HU',
      iban: 'HU42117730161111101800000000',
      bic: 'OTPVHUHB',
    },
    buyer: {
      name: 'Árvíztűrő Előadóművészeti Kft.',
      companyNumber: '01-09-654321',
      vatNumber: 'HU87654321',
      street: 'Színház tér 5.',
      postCode: '6720',
      town: 'Szeged',
      country: 'HU',
    },
    lines: [{ description: 'Hangosítás a nyári fesztiválon', net: '480000.00', vatCode: 'standard' }],
    vat: [
      {
        code: 'standard',
        category: 'S',
        rate: '27',
        base: '480000.00',
        amount: '129600.00',
        source: 'Áfa tv. 82. §',
      },
    ],
  },
  {
    currency: 'HUF',
    net: 48_000_000n,
    vat: 12_960_000n,
    total: 60_960_000n,
    paymentReference: 'RF142610000042',
  },
)

export const germanInvoice = withDocument(
  {
    language: 'de',
    seller: {
      name: 'Samen Kulturarbeit eG',
      companyNumber: 'GnR 777',
      vatNumber: 'DE136695976',
      street: 'Gemeinschaftsweg 4',
      postCode: '10997',
      town: 'Berlin',
      country: 'DE',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFF',
    },
    buyer: {
      name: 'Festspielhaus Beispielstadt gGmbH',
      vatNumber: 'DE129273398',
      companyNumber: 'HRB 4711',
      street: 'Straße der Künste 99',
      postCode: '04109',
      town: 'Leipzig',
      country: 'DE',
    },
    lines: [{ description: 'Kostümbild „Der gemeinsame Topf“', net: '12345.67', vatCode: 'reduced' }],
    vat: [
      {
        code: 'reduced',
        category: 'S',
        rate: '7',
        base: '12345.67',
        amount: '864.20',
        source: '§ 12 Abs. 2 Nr. 7 UStG',
      },
    ],
  },
  { net: 1_234_567n, vat: 86_420n, total: 1_320_987n, paymentReference: 'RF142610000042' },
)

export const employer: LegalEntity = {
  legalEntityId: belgianInvoice.legalEntityId,
  entityNo: 1,
  oneStopShop: [],
  ...belgianSeller,
  employerNumber: '1234567-89',
  timeZone: 'Europe/Brussels',
}

export const member: Member = {
  memberId: '01999999-0000-7000-8000-000000000005',
  givenName: 'Zoë',
  familyName: 'Van den Berg',
  sex: 'f',
  birthDate: '1990-04-12',
  nationalNumber: '90041200295',
  email: 'zoe@samen.example',
  iban: 'BE71096123456769',
  street: 'Koolmijnenkaai 8',
  postCode: '1080',
  town: 'Brussel',
  country: 'BE',
  language: 'nl',
  region: null,
  workerFacts: {},
  joinedOn: '2024-01-01',
}

/** What a pay run would have stored of this situation. */
export function payslipOf(plugin: AnyCountryPlugin, situation: unknown): FullPayslip {
  const parsed = plugin.payroll.situation.parse(situation) as Situation
  const computed = computePayslip(plugin, parsed)
  const { earnings, lines, figures, toDate: _, ...totals } = computed
  const fee = computed.fee ?? computed.employerCost
  return {
    ...totals,
    setOffs: [],
    payslipId: '01999999-0000-7000-8000-000000000006',
    payRunId: '01999999-0000-7000-8000-000000000007',
    payRunState: 'posted',
    legalEntityId: employer.legalEntityId,
    engagementId: '01999999-0000-7000-8000-000000000008',
    contractId: belgianInvoice.contractId,
    contractReference: 'C-2026-00311',
    contractTitle: 'La Nuit des ateliers',
    activityId: '01999999-0000-7000-8000-000000000009',
    memberId: member.memberId,
    memberName: `${member.givenName} ${member.familyName}`,
    periodFrom: parsed.period.from,
    periodTo: parsed.period.to,
    paidOn: '2026-11-17',
    currency: plugin.currency,
    fee,
    levy: computed.levy ?? 0n,
    budget: computed.budget ?? computed.employerCost,
    advance: 0n,
    earnings: earnings.map(({ code, amount, why }) => ({
      code,
      amount: formatAmount(amount),
      why: whyAsJson(why),
    })),
    lines: lines.map((line) => lineAsJson(line)),
    figures: Object.fromEntries(
      Object.entries(figures).map(([code, amount]) => [code, formatAmount(amount)]),
    ),
    situation: {},
    toDate: {},
    pluginVersion: '1',
    corrects: null,
    borne: 0n,
  }
}

/** A letter about the Belgian invoice, 108 days late. */
export const dunningLetter = (level: number, language: string): DunningLetter => ({
  dunningLetterId: '0190f3a0-0000-7000-8000-000000000003',
  dunningRunId: '0190f3a0-0000-7000-8000-000000000004',
  clientId: '0190f3a0-0000-7000-8000-000000000005',
  legalEntityId: '0190f3a0-0000-7000-8000-000000000006',
  level,
  levels: 3,
  language,
  sentOn: '2026-11-25',
  currency: 'EUR',
  open: 175_450n,
  interest: level > 1 ? 5_438n : 0n,
  costs: level > 1 ? 4_000n : 0n,
  fee: 0n,
  document: {
    seller: belgianSeller,
    buyer: document.buyer,
    consumer: false,
    invoices: [
      {
        number: 'INV-2026-00042',
        issuedOn: '2026-07-10',
        dueOn: '2026-08-09',
        daysLate: 108,
        open: '1754.50',
        interest: level > 1 ? '54.38' : '0.00',
        costs: level > 1 ? '40.00' : '0.00',
        paymentReference: '+++260/1000/04237+++',
      },
    ],
    rates:
      level > 1 ? [{ from: '2026-08-10', percent: '10.5', source: 'Wet van 2 augustus 2002, art. 5' }] : [],
  },
})
