import type { ListedCommand } from '../command.ts'

/** All commands, in the order in which `samen --help` shows them. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'start',
    summary: 'Start the server: what "pnpm start" does',
    load: () => import('./start.ts'),
  },
  {
    name: 'migrate',
    summary: 'Bring the tables of the database up to date',
    load: () => import('./migrate.ts'),
  },
  {
    name: 'cluster start',
    summary: 'Three PostgreSQL servers as one: a coordinator and two that hold the offices',
    load: () => import('./cluster-start.ts'),
  },
  {
    name: 'cluster status',
    summary: 'Which server of a cluster holds which office, and whether its books balance',
    load: () => import('./cluster-status.ts'),
  },
  {
    name: 'payslip',
    summary: 'Situations in, payslips out: one JSON object a line',
    load: () => import('./payslip.ts'),
  },
  {
    name: 'number',
    summary: 'Is this a valid person, company, VAT or bank number or payment reference, and of which kind',
    load: () => import('./number.ts'),
  },
  {
    name: 'deadline',
    summary: 'The last day a wage may be paid, for jobs that ended on a day',
    load: () => import('./deadline.ts'),
  },
  {
    name: 'schema',
    summary: 'The JSON Schemas of a situation and of a payslip',
    load: () => import('./schema.ts'),
  },
  {
    name: 'countries',
    summary: 'The installed countries: versions, law covered, figures not yet verified',
    load: () => import('./countries.ts'),
  },
  {
    name: 'check-invoice',
    summary: 'Does an e-invoice keep the rules of EN 16931 and of the specification it claims',
    load: () => import('./check-invoice.ts'),
  },
  {
    name: 'demo',
    summary: 'Fill an empty database with an invented federation',
    load: () => import('./demo.ts'),
  },
  {
    name: 'office open',
    summary: 'Open a national office: its company, its accounts and its funds',
    load: () => import('./office-open.ts'),
  },
  {
    name: 'office staff',
    summary: 'Let a person sign in and work for an office',
    load: () => import('./office-staff.ts'),
  },
  {
    name: 'mail test',
    summary: 'Send a test message and see what the mail server says',
    load: () => import('./mail-test.ts'),
  },
  {
    name: 'mail queue',
    summary: 'Messages that wait for a mail server or for a person',
    load: () => import('./mail-queue.ts'),
  },
  {
    name: 'office member-history',
    summary: "A member's shares, jobs and payslips as a signed document of their own; or read, or keep one",
    load: () => import('./office-member-history.ts'),
  },
  {
    name: 'office export',
    summary: 'Everything a database has of an office, as one encrypted file',
    load: () => import('./office-export.ts'),
  },
  {
    name: 'office restore',
    summary: 'Take an exported office into this server',
    load: () => import('./office-restore.ts'),
  },
  {
    name: 'office stay',
    summary: 'Take back that an office has moved to another server',
    load: () => import('./office-stay.ts'),
  },
  {
    name: 'office wind-up',
    summary: 'End an office by its assembly’s decision; what is not settled yet',
    load: () => import('./office-wind-up.ts'),
  },
  {
    name: 'import contracts',
    summary: 'Take jobs, with their members and clients, from a CSV file; invoice those that are done',
    load: () => import('./import-contracts.ts'),
  },
  {
    name: 'import statement',
    summary:
      "Take in the bank's statement (camt.053, camt.054, CODA): receipts settle invoices, advances are repaid",
    load: () => import('./import-statement.ts'),
  },
  {
    name: 'matches',
    summary: 'Receipts that were given to invoices, and taking back one that was given to the wrong one',
    load: () => import('./matches.ts'),
  },
  {
    name: 'import rates',
    summary: "Take in a central bank's exchange rates (ECB, MNB), by which the group translates",
    load: () => import('./import-rates.ts'),
  },
  {
    name: 'pay-run',
    summary: 'The wages due on a day: computed, approved by a second person, paid',
    load: () => import('./pay-run.ts'),
  },
  {
    name: 'correct',
    summary: 'Law that came late: the differences to payslips that were paid, previewed, approved, posted',
    load: () => import('./correct.ts'),
  },
  {
    name: 'intercompany',
    summary: 'Book what stands between an office and another of the group',
    load: () => import('./intercompany.ts'),
  },
  {
    name: 'close',
    summary: 'Close a month, seal its figures and bring them to the group',
    load: () => import('./close.ts'),
  },
  {
    name: 'years',
    summary: "A company's fiscal years: when they begin, their results, what assemblies decided",
    load: () => import('./years.ts'),
  },
  {
    name: 'loans',
    summary: 'Loans of activities: list, propose, approve, withdraw, collect instalments',
    load: () => import('./loans.ts'),
  },
  {
    name: 'equipment',
    summary: 'Equipment of activities: the register, and writing off a month',
    load: () => import('./equipment.ts'),
  },
  {
    name: 'supplier-invoices',
    summary: 'What suppliers ask: list, enter one that came on paper, approve, also as equipment',
    load: () => import('./supplier-invoices.ts'),
  },
  {
    name: 'internal-orders',
    summary: 'Work between activities of a company: list, accept, deliver, settle, return',
    load: () => import('./internal-orders.ts'),
  },
  {
    name: 'accruals',
    summary: 'What belongs to a month before its paper comes, and what was set aside',
    load: () => import('./accruals.ts'),
  },
  {
    name: 'reinsurance',
    summary: "What a fund passes on of its losses: treaties, a month's account, the other office's statement",
    load: () => import('./reinsurance.ts'),
  },
  {
    name: 'month',
    summary: 'A month before it is closed: what stands open; lock it, or reopen it by two people',
    load: () => import('./month.ts'),
  },
  {
    name: 'consolidate',
    summary: "The group's figures of a month, from the packs it received",
    load: () => import('./consolidate.ts'),
  },
  {
    name: 'federation',
    summary: 'Belong to a group on another server: invite, join, status, push, rotate-key, leave',
    load: () => import('./federation.ts'),
  },
  {
    name: 'dunning',
    summary: 'Clients who pay late: the letters that are due, sent once when approved; ratings',
    load: () => import('./dunning.ts'),
  },
  {
    name: 'merge-clients',
    summary: 'One client of two, for good: what both have, and the merge',
    load: () => import('./merge-clients.ts'),
  },
  {
    name: 'vat-return',
    summary:
      'A VAT return in the country’s own boxes, or the list of sales in the Union; records that it was filed',
    load: () => import('./vat-return.ts'),
  },
  {
    name: 'declarations due',
    summary: 'Which declarations are overdue, due or coming, by deadline',
    load: () => import('./declarations-due.ts'),
  },
  {
    name: 'declarations file',
    summary: 'Record that a declaration was filed with its authority, or corrected',
    load: () => import('./declarations-file.ts'),
  },
  {
    name: 'invoice export',
    summary: 'An issued invoice as an e-invoice in any of the formats',
    load: () => import('./invoice-export.ts'),
  },
  {
    name: 'billing-records',
    summary: 'The chained records of invoices that a company keeps for its tax authority (Spain: VERI*FACTU)',
    load: () => import('./billing-records.ts'),
  },
  {
    name: 'group open',
    summary: "Open the group's own office",
    load: () => import('./group-open.ts'),
  },
  {
    name: 'group reopen',
    summary: 'Open a month again that the group closed: one person asks, another confirms',
    load: () => import('./group-reopen.ts'),
  },
  {
    name: 'stress',
    summary: 'Will the guarantee fund hold: the chance of a late wage, and what helps most',
    load: () => import('./stress.ts'),
  },
  {
    name: 'verify',
    summary: 'Re-check the whole ledger, link by link',
    load: () => import('./verify.ts'),
  },
  {
    name: 'export hledger',
    summary: "An office's whole ledger as a journal for hledger",
    load: () => import('./export-hledger.ts'),
  },
  {
    name: 'export fec',
    summary: "A company's year for the French tax administration",
    load: async () => ({ command: (await import('./export-books.ts')).exportCommand('fec') }),
  },
  {
    name: 'export sie',
    summary: "A company's year as SIE 4, for Swedish bookkeeping programs",
    load: async () => ({ command: (await import('./export-books.ts')).exportCommand('sie') }),
  },
  {
    name: 'export xaf',
    summary: "A company's year as XML Auditfile, for Dutch auditors",
    load: async () => ({ command: (await import('./export-books.ts')).exportCommand('xaf') }),
  },
  {
    name: 'export csv',
    summary: "A company's year as CSV",
    load: async () => ({ command: (await import('./export-books.ts')).exportCommand('csv') }),
  },
]
