import type {
  BankPayer,
  BankRule,
  Client,
  Close,
  Comparison,
  Consolidation,
  Contract,
  ContractDetail,
  CorrectedLine,
  Correction,
  CorrectionPreview,
  DrillDown,
  ExchangeRate,
  Exposure,
  FederationOffice,
  FundCockpit,
  FundsOverview,
  GroupAdjustment,
  GroupTerms,
  IntercompanyItem,
  Invoice,
  Me,
  MemberContract,
  OpenedFigure,
  PackRefusal,
  PayRun,
  PayRunPreview,
  Payslip,
  PayslipDetail,
  PayslipLine,
  Pool,
  Profile,
  Promised,
  ReceivedPack,
  ReturnedPayment,
  StressRun,
  TrialBalance,
  WaitingTransaction,
  WayToNet,
  WorkerClaim,
} from '@samen/api/client'

/** Invented answers of a server, typed by the server's own types: a change there breaks them here. */

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const money = (cents: number) => (cents / 100).toFixed(2)
let ids = 0
const uuid = () => `0192f000-0000-7000-8000-${String(++ids).padStart(12, '0')}`

export const me: Me = {
  user: { id: 'u1', name: 'Lotte Vermeersch', email: 'lotte@be.example' },
  offices: [
    {
      slug: 'be',
      name: 'Samen Belgium',
      country: 'BE',
      currency: 'EUR',
      languages: ['fr', 'nl'],
      kind: 'national',
      roles: ['member', 'staff', 'approver', 'finance'],
      memberId: uuid(),
      closed: null,
    },
    {
      slug: 'group',
      name: 'Samen group',
      country: 'BE',
      currency: 'EUR',
      languages: ['en'],
      kind: 'group',
      roles: ['finance'],
      memberId: null,
      closed: null,
    },
  ],
}

export const texts: Record<string, string> = {
  'lines.nsso-employee': 'Social security (NSSO), personal',
  'lines.nsso-employer': 'Social security (NSSO), employer',
  'lines.work-bonus': 'Work bonus',
  'lines.withholding': 'Wage tax withheld at source',
  'lines.structural': 'Structural reduction',
  'rules.nsso-employee': 'On {base}, raised to 108% for artists, the personal contribution is {rate}.',
  'rules.nsso-employer': 'The basic employer contribution is {rate} of {base}.',
  'rules.work-bonus': 'Low wages keep more: the reduction is {reduction}.',
  'rules.withholding': 'Tax on {taxable} by the key formula in force.',
  'rules.structural': 'Employer reductions are shared by all members.',
  'rules.base-pay': 'The gross wage the budget of {budget} can pay.',
  'earnings.base': 'Base pay',
  'holidays.armistice': 'Armistice Day',
  'figures.special': 'Special social security contribution, quarter to date',
}

const line = (
  code: string,
  kind: PayslipLine['kind'],
  base: number,
  employee: number,
  employer: number,
  rates: Partial<PayslipLine>,
  inputs: Record<string, string>,
): PayslipLine => ({
  code,
  kind,
  base: money(base),
  employee: money(employee),
  employer: money(employer),
  authority: kind === 'wage-tax' ? 'fps' : 'onss',
  why: { rule: code, source: 'Act of 27 June 1969, art. 14', inputs },
  ...rates,
})

export function promised(endedOn: string): Promised {
  const days: Promised['days'] = []
  let count = 0
  for (let offset = 1; count < 7; offset++) {
    const date = new Date(Date.parse(endedOn) + offset * 86_400_000)
    const iso = date.toISOString().slice(0, 10)
    const weekday = date.getUTCDay()
    if (weekday === 0 || weekday === 6) days.push({ date: iso, skipped: 'weekend' })
    else if (iso.endsWith('11-11')) days.push({ date: iso, skipped: { holiday: 'armistice' } })
    else days.push({ date: iso, count: ++count })
  }
  return { endedOn, payBy: days.at(-1)?.date ?? endedOn, workingDays: 7, days }
}

export function wayToNet(fee: number, endsOn: string): WayToNet {
  const levy = Math.round(fee * 0.065)
  const budget = fee - levy
  const gross = Math.floor(budget / 1.2893)
  const employer = budget - gross
  const nsso = Math.round(gross * 1.08 * 0.1307)
  const bonus = Math.round(Math.min(nsso, 4210))
  const taxable = gross - nsso + bonus
  const tax = Math.round(taxable * 0.1811)
  const net = taxable - tax
  const period = endsOn.slice(0, 7)
  const earnings = [
    {
      code: 'base',
      amount: money(gross),
      why: { rule: 'base-pay', source: 'Cooperative rules, art. 12', inputs: { budget: money(budget) } },
      period,
    },
  ]
  const employerLines = [
    {
      ...line(
        'nsso-employer',
        'contribution',
        Math.round(gross * 1.08),
        0,
        employer,
        { employerRate: '24.92%' },
        { base: money(Math.round(gross * 1.08)), rate: '24.92%' },
      ),
      period,
    },
  ]
  const employeeLines = [
    {
      ...line(
        'nsso-employee',
        'contribution',
        Math.round(gross * 1.08),
        nsso,
        0,
        { employeeRate: '13.07%' },
        { base: money(Math.round(gross * 1.08)), rate: '13.07%' },
      ),
      period,
    },
    { ...line('work-bonus', 'contribution', gross, -bonus, 0, {}, { reduction: money(bonus) }), period },
  ]
  const taxLines = [
    {
      ...line(
        'withholding',
        'wage-tax',
        taxable,
        tax,
        0,
        { employeeRate: '18.11%' },
        { taxable: money(taxable) },
      ),
      period,
    },
  ]
  const step = (
    code: WayToNet['steps'][number]['code'],
    amount: number,
    more: Partial<WayToNet['steps'][number]> = {},
  ) => ({ code, amount: money(amount), earnings: [], lines: [], ...more })
  return {
    country: 'BE',
    currency: 'EUR',
    terms: { status: 'artist' },
    fee: money(fee),
    levy: money(levy),
    levyRate: '6.5%',
    expenses: '0.00',
    budget: money(budget),
    employerContributions: money(employer),
    gross: money(gross),
    employeeContributions: money(nsso - bonus),
    taxable: money(taxable),
    wageTax: money(tax),
    net: money(net),
    mutualised: '12.40',
    remainder: '0.00',
    steps: [
      step('fee', fee),
      step('levy', -levy),
      step('expenses', 0),
      step('employer-contributions', -employer, { lines: employerLines }),
      step('gross', gross, { earnings }),
      step('employee-contributions', -(nsso - bonus), { lines: employeeLines }),
      step('wage-tax', -tax, { lines: taxLines }),
      step('net', net),
    ],
    payslips: [
      {
        from: endsOn,
        to: endsOn,
        budget: money(budget),
        employerCost: money(budget),
        gross: money(gross),
        net: money(net),
      },
    ],
    vat: {
      code: 'reduced-performance',
      rate: '6%',
      category: 'S',
      mention: null,
      source: 'Royal Decree 20',
      amount: money(Math.round(fee * 0.06)),
      total: money(Math.round(fee * 1.06)),
    },
    promise: promised(endsOn),
    unverified: [
      { parameter: 'workBonusCeiling', from: '2026-07-01', reason: 'read in a secondary source only' },
    ],
  }
}

const JOBS: [string, string, Contract['state'], number, number][] = [
  [
    'Lighting design, Festival d’Automne',
    'Maison d’édition des Quatre Saisons et du Grand Pont',
    'done',
    184000,
    -4,
  ],
  ['Workshop “Voices of the canal”', 'Bruxelles-Laïque', 'started', 96000, 2],
  ['Web comic, twelve panels', 'Éditions du Héron', 'quote', 240000, 20],
  ['Set photography', 'Umedia', 'invoiced', 120000, -21],
]

export const jobs: MemberContract[] = JOBS.map(([title, client, state, fee, ends], index) => {
  const endsOn = day(ends)
  const way = wayToNet(fee, endsOn)
  const paidOn =
    state === 'invoiced' ? (promised(endsOn).days.findLast(({ count }) => count === 6)?.date ?? null) : null
  return {
    contractId: uuid(),
    reference: `BE-2026-${String(4311 + index).padStart(6, '0')}`,
    title,
    state,
    activity: { activityId: uuid(), name: 'Lotte Vermeersch' },
    client: { clientId: uuid(), name: client, bankrupt: index === 3 },
    supply: 'performance',
    fee: money(fee),
    expenses: '0.00',
    currency: 'EUR',
    startsOn: day(ends - 1),
    endsOn,
    region: null,
    payBy: way.promise.payBy,
    nextStates: state === 'quote' ? ['order', 'cancelled'] : state === 'started' ? ['done'] : [],
    net: { expected: way.net, paid: paidOn ? way.net : '0.00', paidOn },
    invoice:
      state === 'invoiced'
        ? {
            invoiceId: uuid(),
            number: 'INV-2026-000017',
            issuedOn: endsOn,
            dueOn: day(9),
            total: way.vat.total,
            open: way.vat.total,
            state: 'open',
          }
        : null,
    promise: way.promise,
  }
})

export const profile: Profile = {
  memberId: uuid(),
  givenName: 'Lotte',
  familyName: 'Vermeersch',
  email: 'lotte@be.example',
  language: 'nl',
  region: null,
  joinedOn: '2021-03-01',
  ibanEnding: '4512',
  currency: 'EUR',
  activities: [
    {
      activityId: uuid(),
      name: 'Lotte Vermeersch',
      kind: 'single',
      sector: 'artistic',
      openedOn: '2021-03-01',
      members: 1,
      budget: '1240.55',
    },
  ],
  shares: [{ number: '20417', amount: '30.00', currency: 'EUR', acquiredOn: '2021-03-01' }],
}

const NAMES = [
  'Lotte Vermeersch',
  'Amadou Diallo',
  'Ines Peeters',
  'Rafael Lambert',
  'Mirjam Kovács',
  'Joris De Smet',
  'Chloé Renard',
  'Sander Aerts',
]

export const payslips: Payslip[] = NAMES.map((name, index) => {
  const fee = 64000 + index * 23700
  const endsOn = day(-8 - index * 9)
  const way = wayToNet(fee, endsOn)
  return {
    payslipId: uuid(),
    payRunId: 'run-1',
    payRunState: 'computed',
    contract: {
      contractId: uuid(),
      reference: `BE-2026-00${4200 + index}`,
      title: JOBS[index % JOBS.length]?.[0] ?? 'Job',
    },
    member: { memberId: uuid(), name },
    periodFrom: endsOn,
    periodTo: endsOn,
    paidOn: way.promise.payBy,
    currency: 'EUR',
    fee: way.fee,
    levy: way.levy,
    budget: way.budget,
    gross: way.gross,
    employeeContributions: way.employeeContributions,
    taxable: way.taxable,
    wageTax: way.wageTax,
    net: way.net,
    employerContributions: way.employerContributions,
    employerCost: way.budget,
    mutualised: way.mutualised,
    advance: index % 3 === 1 ? way.budget : '0.00',
    corrects: null,
    borne: '0.00',
  }
})

export const payslipDetail = (id: string): PayslipDetail => {
  const payslip = payslips.find(({ payslipId }) => payslipId === id) ?? (payslips[0] as Payslip)
  const way = wayToNet(Number(payslip.fee) * 100, payslip.periodTo)
  return {
    ...payslip,
    country: 'BE',
    earnings: way.steps.flatMap(({ earnings }) => earnings),
    lines: [...way.steps.flatMap(({ lines }) => lines), line('structural', 'mutual', 1000, 0, -1240, {}, {})],
    figures: { special: '18.60' },
    setOffs: [
      {
        workerClaimId: 'claim-1',
        aroseOn: '2026-10-02',
        amount: '12.50',
        most: '180.00',
        share: '20',
        source: 'Law of 12 April 1965, art. 23',
      },
    ],
    paidOut: (Number(payslip.net) - 12.5).toFixed(2),
    pluginVersion: '0.1.0',
  }
}

export const run: PayRun = {
  payRunId: 'run-1',
  kind: 'wages',
  correctsFrom: null,
  dueOn: day(0),
  paidOn: day(0),
  runNo: 1,
  state: 'computed',
  payslips: payslips.length,
  late: 0,
  waiting: 31,
  excluded: [],
  currency: 'EUR',
  gross: '6841.20',
  net: '5102.77',
  employerCost: '8820.63',
  advance: '2911.08',
  borne: '0.00',
  preparedBy: 'Jan Maes',
  preparedAt: new Date().toISOString(),
  approvedBy: null,
  approvedAt: null,
  postedAt: null,
  mayApprove: true,
}
export const correctionRun: PayRun = {
  ...run,
  payRunId: 'run-c',
  kind: 'correction',
  correctsFrom: '2026-01-01',
  payslips: 3,
  gross: '0.00',
  net: '10.43',
  employerCost: '0.64',
  advance: '0.34',
  borne: '0.30',
}
export const runs: PayRun[] = [
  run,
  { ...correctionRun, state: 'approved', mayApprove: false },
  ...[1, 2, 3, 4].map((back) => ({
    ...run,
    payRunId: `run-${back + 1}`,
    dueOn: day(-back),
    state: 'posted' as const,
    payslips: 61 + back * 7,
    net: money(4100000 + back * 230000),
    advance: money(900000 - back * 110000),
    approvedBy: 'An Claes',
    approvedAt: run.preparedAt,
    postedAt: run.preparedAt,
  })),
]

export const preview: PayRunPreview = {
  date: day(0),
  paidOn: day(0),
  late: 0,
  waiting: 31,
  currency: 'EUR',
  payslips: 74,
  gross: '58210.40',
  net: '43102.18',
  employerCost: '75044.09',
  advance: '28110.77',
  fundAvailable: '1284550.12',
  excluded: [
    {
      engagementId: uuid(),
      contractReference: 'BE-2026-004291',
      payBy: day(2),
      reason: 'hiring-missing',
      detail: 'The hiring declaration (Dimona) was not filed before the job started.',
    },
    {
      engagementId: uuid(),
      contractReference: 'BE-2026-004305',
      payBy: day(1),
      reason: 'client-limit',
      detail: 'Umedia has reached its credit limit of 25,000.00 EUR.',
    },
  ],
}

const months = Array.from({ length: 12 }, (_, index) => {
  const date = new Date()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - 11 + index)
  return date.toISOString().slice(0, 7)
})

export const funds: FundsOverview = {
  currency: 'EUR',
  funds: [
    {
      fundId: uuid(),
      code: 'wage-guarantee',
      name: 'Wage guarantee fund',
      contributed: '2410220.10',
      recovered: '18400.00',
      transferred: '0.00',
      available: '1284550.12',
      advanced: '981204.55',
      lost: '162865.43',
      spent: '0.00',
    },
    {
      fundId: uuid(),
      code: 'development',
      name: 'Development fund',
      contributed: '844100.00',
      recovered: '0.00',
      transferred: '0.00',
      available: '402118.20',
      advanced: '0.00',
      lost: '0.00',
      spent: '441981.80',
    },
    {
      fundId: uuid(),
      code: 'training',
      name: 'Training fund',
      contributed: '310200.00',
      recovered: '0.00',
      transferred: '0.00',
      available: '122004.00',
      advanced: '0.00',
      lost: '0.00',
      spent: '188196.00',
    },
  ],
  months: months.map((period, index) => ({
    period,
    fundId: 'f1',
    code: 'wage-guarantee',
    contributed: money(18000000 + index * 700000),
    advanced: money(61000000 + ((index * 37) % 11) * 2400000),
    repaid: money(58000000 + ((index * 29) % 9) * 2500000),
    recovered: money(index % 4 === 2 ? 600000 : 0),
    lost: money(((index * 13) % 5) * 900000),
    spent: '0.00',
  })),
}

export const exposure: Exposure = {
  currency: 'EUR',
  advanced: '981204.55',
  clients: ['De Warande', 'Umedia', 'Éditions du Héron', 'Bruxelles-Laïque', 'Studio Noord'].map(
    (name, index) => ({
      clientId: uuid(),
      name,
      advanced: money(2380000 - index * 470000),
      creditLimit: money(index === 1 ? 2000000 : 2500000 + index * 1000000),
      bankrupt: index === 4,
    }),
  ),
}

export const clients: Client[] = exposure.clients.map((client, index) => ({
  clientId: client.clientId,
  name: client.name,
  country: 'BE',
  companyNumber: null,
  vatNumber: 'BE0403170701',
  sector: 'culture',
  currency: 'EUR',
  paymentTermsDays: 30,
  bankruptOn: client.bankrupt ? day(-30) : null,
  open: money(3100000 - index * 210000),
  overdue: money(index % 2 === 0 ? 0 : 840000),
  exposure: client.advanced,
  creditLimit: client.creditLimit,
}))

export const invoices: Invoice[] = clients.map((client, index) => ({
  invoiceId: uuid(),
  number: `INV-2026-0000${17 + index}`,
  kind: 'invoice',
  credits: null,
  contractId: uuid(),
  client: { clientId: client.clientId, name: client.name },
  issuedOn: day(-30),
  dueOn: day(index),
  currency: 'EUR',
  net: money(120000),
  vat: money(7200),
  total: money(127200 + index * 1000),
  paid: '0.00',
  open: money(127200 + index * 1000),
  state: 'open',
  paymentReference: '+++090/9337/55493+++',
  billed: null,
}))

export const bankRules: BankRule[] = [
  {
    bankRuleId: uuid(),
    contains: 'stad gent cultuur',
    client: invoices[0]?.client as BankRule['client'],
    writtenBy: 'Lotte Vermeersch',
    writtenAt: '2026-11-02T09:00:00.000Z',
  },
]

export const bankPayers: BankPayer[] = [
  {
    bankPayerId: uuid(),
    kind: 'iban',
    value: 'BE71096123456769',
    client: invoices[0]?.client as BankPayer['client'],
    times: 4,
    lastBy: 'Lotte Vermeersch',
    lastOn: '2026-11-12',
  },
]

export const returnedPayments: ReturnedPayment[] = [null, 'proposed' as const, 'released' as const].map(
  (state, index) => ({
    payslipId: uuid(),
    attempt: 1,
    memberName: ['Amadou Diallo', 'Nora Invented', 'Bea Invented'][index] as string,
    iban: 'BE71096123456769',
    memberIban: 'BE71096123456769',
    amount: money(81_240 + index * 1_001),
    currency: 'EUR',
    returnedOn: day(-index),
    reason: ['AC04', 'AC01', 'ED05'][index] as string,
    repeat: state && {
      iban: 'BE68539007547034',
      state,
      proposedBy: 'Lotte Vermeersch',
      releasedBy: state === 'released' ? 'Karim Haddad' : null,
    },
    mayRelease: state === 'proposed',
  }),
)

export const receipts: WaitingTransaction[] = ['NV DE WARANDE', 'UMEDIA PROD', null].map(
  (counterpartyName, index) => ({
    bankTransactionId: uuid(),
    bookedOn: day(-index),
    amount: money(127200 + index * 40011),
    currency: 'EUR',
    instructed: null,
    counterpartyName,
    counterpartyIban: 'BE71096123456769',
    paymentReference: null,
    remittance: ['factuur 17 en 18', 'invoice november', 'concert'][index] ?? '',
    endToEndId: null,
    reversal: false,
    waiting: money(127200 + index * 40011),
    suggestions: invoices.slice(index, index < 2 ? index + 1 : 0).map((invoice) => ({
      client: invoice.client,
      confidence: 92 - index * 40,
      facts: [
        { kind: 'known-account', weight: 65, seen: 'BE71096123456769' },
        { kind: 'same-name', weight: 40, seen: counterpartyName ?? '' },
        { kind: 'same-amount', weight: 50, seen: invoice.number },
      ],
      parts: [
        {
          invoiceId: invoice.invoiceId,
          number: invoice.number,
          dueOn: invoice.dueOn,
          open: money(127200 + index * 40011),
          amount: money(127200 + index * 40011),
          billed: null,
        },
      ],
    })),
  }),
)

export const contracts: Contract[] = jobs.map(({ promise: _, ...contract }) => contract)
export const contractDetail: ContractDetail = {
  ...(jobs[0] as MemberContract),
  engagements: [
    {
      engagementId: uuid(),
      memberId: uuid(),
      name: 'Lotte Vermeersch',
      share: '1',
      terms: {},
      payBy: jobs[0]?.payBy ?? day(3),
      hiringFiledAt: null,
      hiringReference: null,
    },
  ],
  steps: (['quote', 'order', 'started', 'done'] as const).map((state, index) => ({
    stepNo: index + 1,
    state,
    takenAt: new Date(Date.now() - (10 - index) * 86_400_000).toISOString(),
    takenBy: 'Lotte Vermeersch',
  })),
  hiring: { name: 'Dimona', authority: 'onss', required: true },
}

export const closes: Close[] = months
  .slice(0, -1)
  .reverse()
  .map((period, index) => ({
    packNo: 11 - index,
    period,
    hash: 'a3f1c09be77d42'.repeat(4).slice(index),
    previousHash: 'b'.repeat(64),
    sealedAt: new Date().toISOString(),
    deliveredAt: index === 0 ? null : new Date().toISOString(),
    supersedes: null,
    supersededBy: null,
    receivedAt: index === 0 ? null : new Date().toISOString(),
    refusal: index === 0 ? 'Pack 11 of be is of a month that the group has closed.' : null,
    warnings: [],
  }))

const ACCOUNTS: [string, string, string, string, string, number][] = [
  ['bank', '550000', 'Bank', 'G1100', 'Bank', 128400012],
  ['client-receivable', '400000', 'Clients', 'G1200', 'Client receivables', 212004588],
  ['activity-budget', '489000', 'Activity budgets', 'G2100', 'Activity budgets', -98440010],
  ['net-payable', '455000', 'Net wages payable', 'G2200', 'Net wages payable', -4310218],
  ['authority-payable:onss', '454000', 'NSSO', 'G2300', 'Social contributions payable', -44102377],
  ['fund-available', '490000', 'Funds available', 'G3100', 'Mutualised funds, available', -128455012],
  ['turnover', '700000', 'Turnover', 'G4100', 'Turnover', -65096983],
]

export const trialBalance = (period: string): TrialBalance => ({
  period,
  currency: 'EUR',
  accounts: ACCOUNTS.map(([account, number, name, group, groupName, closing]) => ({
    account,
    number,
    name,
    group,
    groupName,
    opening: money(Math.round(closing * 0.9)),
    debit: money(Math.abs(closing)),
    credit: money(Math.round(Math.abs(closing) * 0.9)),
    closing: money(closing),
  })),
  debit: '6808092.00',
  credit: '6808092.00',
})

const exchangeRate = (period: string, perUnit: string, quotes: number): ExchangeRate => ({
  perUnit,
  day: `${period}-28`,
  firstQuotedOn: `${period}-28`,
  lastQuotedOn: `${period}-28`,
  quotes,
  source: 'demo',
})

export const consolidation = (period: string): Consolidation => ({
  period,
  currency: 'EUR',
  offices: [
    {
      slug: 'be',
      name: 'Belgium',
      country: 'BE',
      currency: 'EUR',
      packNo: 11,
      hash: 'a3f1',
      closingRate: null,
      averageRate: null,
      translationDifference: '0.00',
      method: 'full',
      share: '1',
    },
    {
      slug: 'fr',
      name: 'France',
      country: 'FR',
      currency: 'EUR',
      packNo: 11,
      hash: 'b771',
      closingRate: null,
      averageRate: null,
      translationDifference: '0.00',
      method: 'full',
      share: '1',
    },
    {
      slug: 'hu',
      name: 'Hungary',
      country: 'HU',
      currency: 'HUF',
      packNo: 4,
      hash: 'c9d2',
      closingRate: exchangeRate(period, '366.9', 1),
      averageRate: exchangeRate(period, '371.424286', 21),
      translationDifference: '-1250.40',
      method: 'full',
      share: '3/4',
    },
  ],
  missing: [],
  accounts: ACCOUNTS.map(([, , , group, name, amount]) => ({
    group,
    name,
    type: group === 'G4100' ? ('income' as const) : ('asset' as const),
    byOffice: { be: money(amount), fr: money(Math.round(amount / 9)) },
    minority: '0.00',
    eliminations: '0.00',
    adjustments: '0.00',
    total: money(amount + Math.round(amount / 9)),
    movementByOffice: { be: money(amount), fr: money(Math.round(amount / 9)) },
    movement: money(amount + Math.round(amount / 9)),
  })),
  difference: '0.00',
  funds: ['be', 'fr'].flatMap((office, index) =>
    ['wage-guarantee', 'development'].map((code) => ({
      office,
      code,
      contributed: '2410220.10',
      recovered: '0.00',
      available: money(128455012 / (1 + index * 8)),
      advanced: money(98120455 / (1 + index * 8)),
      lost: money(16286543 / (1 + index * 8)),
      spent: '0.00',
      home: {},
    })),
  ),
  statistics: ['be', 'fr'].flatMap((office, index) =>
    (
      [
        ['artistic', 46],
        ['cultural-industry', 21],
        ['other', 33],
        ['all', 100],
      ] as const
    ).map(([sector, share]) => ({
      office,
      country: office.toUpperCase(),
      sector,
      turnover: money((1416600000 * share) / 100 / (1 + index * 8)),
      wages: money((851000000 * share) / 100 / (1 + index * 8)),
      activeWorkers: Math.round((8120 * share) / 100 / (1 + index * 8)),
      home: {},
    })),
  ),
  eliminations: [
    {
      kind: 'balance',
      offices: ['be', 'fr'],
      lines: [
        { group: 'G2900', amount: '-250.00' },
        { group: 'G2990', amount: '250.00' },
      ],
    },
  ],
  adjustments: [
    {
      groupAdjustmentId: '0190a000-0000-7000-8000-000000000a01',
      period,
      title: 'Audit fee accrued',
      reason: 'Invoiced next month',
      proposedBy: 'greta',
      approvedBy: 'otto',
      lines: [
        { group: 'G5700', amount: '12000.00' },
        { group: 'G2700', amount: '-12000.00' },
      ],
    },
  ],
  differences: [
    {
      kind: 'balance',
      first: 'be',
      second: 'fr',
      firstSays: '18250.00',
      secondSays: '-18000.00',
      difference: '250.00',
      state: 'differs',
      since: period,
    },
  ],
  closedAt: null,
  restated: [],
})

/** In Belgium one account in euro; in Hungary one in forints, opened to its rates. */
export const drillDown = (period: string, group: string, office: string): DrillDown => {
  const isForeign = office === 'hu'
  return {
    period,
    group,
    name: 'Social contributions payable',
    office,
    method: 'full',
    share: '1',
    currency: 'EUR',
    homeCurrency: isForeign ? 'HUF' : 'EUR',
    accounts: [
      {
        account: 'authority-payable:onss',
        number: '454000',
        name: 'NSSO',
        home: isForeign ? '-161811621.21' : '-441023.77',
        amount: '-441023.77',
        movement: '-38200.10',
        parts: [
          {
            basis: 'closing',
            day: `${period}-28`,
            home: isForeign ? '-161811621.21' : '-441023.77',
            rate: isForeign ? exchangeRate(period, '366.9', 1) : null,
            share: '1',
            amount: '-441023.77',
          },
        ],
      },
    ],
    total: '-441023.77',
  }
}

export const openedFigure = (period: string, group: string): OpenedFigure => ({
  period,
  currency: 'EUR',
  group,
  name: 'Social contributions payable',
  offices: [
    { office: 'be', method: 'full', share: '1', amount: '-441023.77' },
    { office: 'hu', method: 'proportionate', share: '3/4', amount: '-28120.10' },
  ],
  minority: [{ office: 'be', amount: '1200.00' }],
  eliminations: [{ kind: 'balance', offices: ['be', 'fr'], amount: '250.00' }],
  adjustments: [
    {
      groupAdjustmentId: '0190a000-0000-7000-8000-000000000a01',
      period,
      title: 'Audit fee accrued',
      amount: '-12000.00',
    },
  ],
  total: '-479693.87',
})

export const comparison = (period: string): Comparison => {
  const figure = (end: number, month: number) => ({ end: money(end), month: money(month) })
  const accounts = [
    ['G1100', 'Bank', 'asset', 91_200_000],
    ['G4100', 'Turnover', 'income', -1_416_600_000],
    ['G5100', 'Gross wages', 'expense', 851_000_000],
  ] as const
  return {
    period,
    currency: 'EUR',
    previousMonth: '2026-09',
    previousYear: null,
    accounts: accounts.map(([group, name, type, end]) => ({
      group,
      name,
      type,
      now: figure(end, end / 10),
      previousMonth: figure(end * 0.9, end / 11),
      previousYear: null,
      budget: type === 'asset' ? null : figure(end * 1.05, end / 9),
    })),
    budgets: [
      {
        office: 'be',
        group: 'G4100',
        name: 'Turnover',
        planned: figure(-1_400_000_000, -140_000_000),
        actual: figure(-1_416_600_000, -141_660_000),
        deviation: figure(-16_600_000, -1_660_000),
      },
    ],
  }
}

export const groupTerms: GroupTerms = {
  currency: 'EUR',
  accounts: [
    { group: 'G2700', name: 'Accrued expenses' },
    { group: 'G5700', name: 'Other expenses' },
  ],
  holdings: [{ office: 'hu', from: '2026-01', method: 'full', share: '3/4', acquiredNetAssets: null }],
  tolerances: [],
  margins: [],
}

export const adjustments: GroupAdjustment[] = (['proposed', 'approved'] as const).map((state, at) => ({
  groupAdjustmentId: `0190a000-0000-7000-8000-000000000a0${at}`,
  period: '2026-10',
  reversedIn: '2026-11',
  title: 'Audit fee accrued',
  reason: 'Invoiced next month',
  lines: [
    { group: 'G5700', amount: '12000.00' },
    { group: 'G2700', amount: '-12000.00' },
  ],
  state,
  proposedBy: 'Greta Group',
  proposedAt: '2026-11-02T09:00:00Z',
  decidedBy: state === 'approved' ? 'Otto Group' : null,
  decidedAt: state === 'approved' ? '2026-11-03T09:00:00Z' : null,
  mayApprove: state === 'proposed',
}))

export const intercompany: IntercompanyItem[] = [
  {
    intercompanyItemId: '0190a000-0000-7000-8000-000000000b01',
    counterparty: 'fr',
    reference: 'BE-2026-017',
    kind: 'invoice',
    direction: 'given',
    currency: 'EUR',
    amount: '18250.00',
    effectiveOn: '2026-10-20',
    description: 'Training of advisers',
    legalEntityId: '0190a000-0000-7000-8000-000000000b02',
    transactionId: '0190a000-0000-7000-8000-000000000b03',
    bookedBy: 'ann',
    bookedAt: '2026-10-20T09:00:00Z',
  },
]

export const packs: ReceivedPack[] = ['be', 'fr'].flatMap((office) =>
  closes.slice(0, 4).map(({ packNo, period, hash, previousHash, sealedAt }) => ({
    office,
    packNo,
    period,
    hash,
    previousHash,
    supersedes: null,
    receivedAt: sealedAt,
  })),
)

export const refusals: PackRefusal[] = [
  {
    office: 'hu',
    packNo: 5,
    period: months[0] as string,
    hash: 'c9'.repeat(32),
    problem: 'pack-fork',
    detail: 'Pack 5 of hu does not follow the pack 4 received.',
    refusedAt: new Date().toISOString(),
  },
]

export const members: FederationOffice[] = [
  ['be', 'Samen Belgium', 'EUR', true],
  ['hu', 'Samen Hungary', 'HUF', false],
].map(([slug, name, currency, hosted]) => ({
  slug: String(slug),
  name: String(name),
  country: String(slug).toUpperCase(),
  currency: String(currency),
  hosted: hosted === true,
  keyNo: 1,
  fingerprint: '9f3a 01c4 77aa 0b12',
  pairedAt: new Date().toISOString(),
  leftAt: null,
  lastPeriod: null,
}))
const NO_CHANGE = {
  employeeContributions: '0.00',
  taxable: '0.00',
  wageTax: '0.00',
  net: '0.00',
  employerContributions: '0.00',
  employerCost: '0.00',
  mutualised: '0.00',
}

const changed = (before: object, now: object, difference: object) => ({
  before: { ...NO_CHANGE, ...before },
  now: { ...NO_CHANGE, ...now },
  difference: { ...NO_CHANGE, ...difference },
})

const changedLine = (
  code: string,
  kind: PayslipLine['kind'],
  before: [employee: string, employer: string],
  [employee, employer]: [employee: number, employer: number],
  inputs: Record<string, string> = {},
): CorrectedLine => ({
  ...line(code, kind, 335000, employee, employer, {}, inputs),
  before: { employee: before[0], employer: before[1] },
})

export const correction: Correction = {
  country: 'BE',
  currency: 'EUR',
  payslips: 3,
  totalsOnly: 1,
  workers: 2,
  ...changed(
    { employeeContributions: '712.30', wageTax: '965.11', net: '4012.06', employerCost: '8026.22' },
    { employeeContributions: '700.22', wageTax: '966.76', net: '4022.49', employerCost: '8026.86' },
    { employeeContributions: '-12.08', wageTax: '1.65', net: '10.43', employerCost: '0.64' },
  ),
  toWorkers: '13.25',
  claims: '2.82',
  budgets: '0.34',
  borne: '0.30',
  borneBy: [{ fundId: uuid(), name: 'Solidarity fund', amount: '0.30' }],
  advance: '0.34',
  authorities: [
    { authority: 'fps-finance', before: '965.11', now: '966.76', difference: '1.65' },
    { authority: 'onss', before: '2951.98', now: '2940.54', difference: '-11.44' },
  ],
  largest: [
    {
      memberId: uuid(),
      memberName: 'Lotte Vermeersch',
      legalEntityId: uuid(),
      ...changed(
        { employeeContributions: '438.73', wageTax: '557.41', net: '2353.86', employerCost: '4267.91' },
        { employeeContributions: '424.06', wageTax: '558.83', net: '2367.11', employerCost: '4268.25' },
        { employeeContributions: '-14.67', wageTax: '1.42', net: '13.25', employerCost: '0.34' },
      ),
      payslips: [
        {
          payslipId: uuid(),
          contractReference: 'BE-2026-004187',
          periodFrom: '2026-09-01',
          periodTo: '2026-09-30',
          ...changed({ net: '2353.86' }, { net: '2367.11' }, { net: '13.25' }),
          lines: [
            changedLine('work-bonus', 'contribution', ['0.00', '0.00'], [-1467, 0], { reduction: '14.67' }),
            changedLine('withholding', 'wage-tax', ['557.41', '0.00'], [142, 0], { taxable: '2926.82' }),
            changedLine('nsso-employer', 'contribution', ['0.00', '837.50'], [0, 34], {
              rate: '25.01%',
              base: '3350.00',
            }),
          ],
        },
      ],
    },
    {
      memberId: uuid(),
      memberName: 'Amadou Diallo',
      legalEntityId: uuid(),
      ...changed(
        { employeeContributions: '273.57', wageTax: '407.70', net: '1658.20' },
        { employeeContributions: '276.16', wageTax: '407.93', net: '1655.38' },
        { employeeContributions: '2.59', wageTax: '0.23', net: '-2.82', employerCost: '0.30' },
      ),
      payslips: [
        {
          payslipId: uuid(),
          contractReference: 'BE-2026-004201',
          periodFrom: '2026-07-06',
          periodTo: '2026-07-17',
          ...changed({ net: '1658.20' }, { net: '1655.38' }, { net: '-2.82' }),
          lines: [
            changedLine('nsso-employee', 'contribution', ['273.57', '0.00'], [259, 0], {
              base: '2093.20',
              rate: '13.07%',
            }),
          ],
        },
      ],
    },
  ],
}

export const correctionPreview: CorrectionPreview = {
  ...correction,
  from: '2026-01-01',
  paidOn: day(0),
  excluded: [
    {
      engagementId: uuid(),
      contractReference: 'BE-2026-004291',
      payBy: '2026-08-03',
      reason: 'funds-cannot-bear',
      detail: 'The employer cost rises by 41.20 EUR, and no fund has that much available.',
    },
  ],
}

export const claims: WorkerClaim[] = [
  {
    workerClaimId: uuid(),
    payRunId: 'run-c',
    legalEntityId: uuid(),
    memberId: uuid(),
    memberName: 'Amadou Diallo',
    aroseOn: '2026-11-23',
    currency: 'EUR',
    amount: '2.82',
    open: '2.82',
    agreed: false,
    keeps: { share: '20', source: 'Law of 12 April 1965, art. 23', unverified: null },
    history: [],
  },
]

export const correctedPayslip: PayslipDetail = {
  ...payslipDetail('one'),
  setOffs: [],
  corrects: uuid(),
  fee: '0.00',
  levy: '0.00',
  budget: '0.00',
  gross: '0.00',
  employeeContributions: '-14.67',
  taxable: '14.67',
  wageTax: '1.42',
  net: '13.25',
  employerContributions: '0.34',
  employerCost: '0.34',
  mutualised: '0.00',
  earnings: [],
  lines: correction.largest[0]?.payslips[0]?.lines ?? [],
  figures: {},
}

export const pool: Pool = {
  ...funds,
  // One month's losses stand for fewer than five people; another's are withheld with them.
  months: funds.months.map((month, index) => (index < 2 ? { ...month, lost: null } : month)),
  transfers: [
    {
      fundTransferId: uuid(),
      fromFundId: funds.funds[1]?.fundId as string,
      toFundId: funds.funds[0]?.fundId as string,
      amount: '25000.00',
      decidedOn: '2026-10-14',
      minutes: 'Assembly of October, point 4',
    },
  ],
}

const dayAfter = (on: string, days: number) =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)

export const cockpit: FundCockpit = {
  currency: 'EUR',
  today: '2026-11-23',
  available: '1284550.12',
  advanced: '981204.55',
  daysOut: 21.4,
  lossRatio: 0.0123,
  concentration: { clients: 41, largest: 0.12, five: 0.41, herfindahl: 0.05, alike: 20 },
  expectedLoss: '4211.90',
  delaysSeen: true,
  delayMean: 6.2,
  history: Array.from({ length: 91 }, (_, n) => ({
    on: dayAfter('2026-08-25', n),
    available: `${1_200_000 + n * 930}.12`,
    advanced: `${1_000_000 - n * 210}.55`,
  })),
  forecast: Array.from({ length: 61 }, (_, n) => ({
    on: dayAfter('2026-11-23', n),
    receipts: '21000.00',
    wages: n % 7 === 2 ? '180000.00' : '0.00',
    taxes: n === 22 ? '640000.00' : '0.00',
    cash: `${(n < 22 ? 400_000 : -120_000) + (n % 7) * 21_000}.00`,
  })),
}

const sure = (value: string) => ({ value, low: value, high: value })
const lateOne = (value: number) => ({ value, low: value / 2, high: value * 2 + 0.0004 })

export const stressRun: StressRun = {
  runId: uuid(),
  state: 'done',
  done: 1,
  startedAt: '2026-11-23T09:00:00.000Z',
  currency: 'EUR',
  today: '2026-11-23',
  days: 180,
  paths: 10_000,
  seed: 1,
  assumptions: [
    { code: 'delays', basis: 'seen', observations: 611, value: 6.2 },
    { code: 'hazard', basis: 'mixed', observations: 20, value: 0.021 },
    { code: 'correlation', basis: 'assumed', observations: 0, value: 0.15 },
    { code: 'new-work', basis: 'mixed', observations: 114, value: null },
    { code: 'recoveries', basis: 'assumed', observations: 0, value: 0 },
  ],
  report: {
    available: '1284550.12',
    oneIn: 1_000,
    scenarios: (['as-is', 'largest-client', 'sector', 'levy-down', 'slow-payers'] as const).map(
      (code, n) => ({
        code,
        hit: code === 'largest-client' ? 'Théâtre de la Lanterne' : code === 'sector' ? 'culture' : null,
        late: lateOne(n * 0.002),
        capital: sure(`${900_000 + n * 150_000}.00`),
        lost: sure(`${12_000 + n * 9_000}.00`),
      }),
    ),
    levers: (['levy-share', 'credit-limits', 'capital', 'dunning'] as const).map((code, n) => ({
      code,
      late: lateOne(0.001),
      saves: { value: 0.0005 * n, error: 0.0004 },
      relief: `${n * 40_000}.00`,
      lost: sure('12000.00'),
    })),
    best: 'dunning',
    capitalMore: '226575.47',
    bands: Array.from({ length: 27 }, (_, n) => ({
      on: dayAfter('2026-11-23', n * 7),
      low: `${1_284_550 - n * 30_000}.12`,
      middle: `${1_284_550 + n * 4_000}.12`,
      high: `${1_284_550 + n * 14_000}.12`,
    })),
  },
}
