import { CURRENCY_DECIMALS, formatAmount, formatPercent, type Minor } from '@samen/core/country'
import type { LegalEntity } from '@samen/core/legal-entities'
import type { Member } from '@samen/core/members'
import { type DetailLine, type DetailWhy, type FullPayslip, paidOut } from '@samen/core/payslips'
import type { PdfSource } from './compile.ts'
import { type PaperFormats, paperFormats } from './formats.ts'
import { addressLines, dayParts, type Fact, ibanText, numberFacts } from './party.ts'
import { type Words, wordsIn } from './texts/index.ts'

export interface PayslipParts {
  readonly employer: LegalEntity
  readonly member: Member
  /** The reader's. */
  readonly language: string
  /** Names and reasons of lines, in the reader's language where the country has it. */
  readonly texts: Readonly<Record<string, string>>
}

/** How a payslip's texts write what they are told. */
interface Writing {
  readonly words: Words
  readonly formats: PaperFormats
  readonly texts: Readonly<Record<string, string>>
  money(amount: string): string
}

/** A payslip as it is printed: net pay first, then the way to it, and every line with its reason and its law. Pure. */
export function payslipDocument(payslip: FullPayslip, parts: PayslipParts): PdfSource {
  const { employer, member, language, texts } = parts
  const words = wordsIn(language)
  const formats = paperFormats(words.language)
  const decimals = CURRENCY_DECIMALS[payslip.currency] ?? 2
  const money = (amount: string) => formats.money(amount, payslip.currency)
  const sum = (amount: Minor) => money(formatAmount(amount, decimals))
  const writing: Writing = { words, formats, texts, money }
  const workerName = `${member.givenName} ${member.familyName}`
  const period = formats.days(payslip.periodFrom, payslip.periodTo)
  const lines = payslip.lines.filter(({ kind }) => kind !== 'mutual')
  const mutual = payslip.lines.filter(({ kind }) => kind === 'mutual')
  const withheld = payslip.employeeContributions + payslip.wageTax
  const head = [
    words('payslip.line'),
    words('payslip.base'),
    words('payslip.rate'),
    words('payslip.you'),
    words('payslip.rate'),
    words('payslip.the-employer'),
  ]
  const data = {
    lang: words.language,
    title: `${words('payslip.title')}, ${workerName}, ${period}`,
    author: employer.name,
    date: dayParts(payslip.paidOn),
    page: words('page.of'),
    footer: [employer.name, workerName, period],
    heading: words('payslip.title'),
    notices: [
      ...(payslip.payRunState === 'posted' ? [] : [words('payslip.not-posted')]),
      ...(payslip.corrects === null ? [] : [words('payslip.correction')]),
    ],
    employer: {
      label: words('payslip.employer'),
      name: employer.name,
      lines: addressLines(employer, formats),
      facts: [
        ...numberFacts(words, { companyNumber: employer.companyNumber }),
        ...(employer.employerNumber
          ? [[words('party.employer-number'), employer.employerNumber] as const]
          : []),
      ],
    },
    worker: {
      label: words('payslip.worker'),
      name: workerName,
      lines: addressLines(member, formats),
      facts: [[words('payslip.national-number'), member.nationalNumber] as const],
    },
    net: [words('payslip.net'), sum(payslip.net)],
    paid: [
      ...keptRows(payslip, writing),
      `${words('payslip.paid-on')} ${formats.day(payslip.paidOn)}`,
      `${words('payslip.account')} ${maskedIban(member.iban)}`,
    ],
    facts: [
      [words('payslip.period'), period],
      [words('payslip.job'), `${payslip.contractReference}, ${payslip.contractTitle}`],
      [words('payslip.taxable'), sum(payslip.taxable)],
      [words('payslip.employer-cost'), sum(payslip.employerCost)],
    ] satisfies Fact[],
    // A correction has no price: its figures are differences.
    way:
      payslip.corrects === null
        ? { heading: words('payslip.way'), rows: wayRows(payslip, words, sum) }
        : null,
    earnings: {
      heading: words('payslip.earnings'),
      rows: payslip.earnings.map(({ code, amount, why }) => ({
        name: texts[`earnings.${code}`] ?? code,
        ...reason(why, writing),
        amount: money(amount),
      })),
      total: [words('payslip.gross'), sum(payslip.gross)],
    },
    lines: {
      heading: words('payslip.lines'),
      head,
      rows: lines.map((line) => lineRow(line, writing)),
      total: [words('payslip.total'), '', '', sum(withheld), '', sum(payslip.employerContributions)],
    },
    mutual:
      mutual.length === 0
        ? null
        : {
            heading: words('payslip.mutual'),
            head,
            rows: mutual.map((line) => lineRow(line, writing)),
            total: [words('payslip.total'), '', '', '', '', sum(-payslip.mutualised)],
          },
    figures: {
      heading: words('payslip.figures'),
      rows: Object.entries(payslip.figures).map(([code, amount]) => [
        texts[`figures.${code}`] ?? code,
        money(amount),
      ]),
    },
    notes: [
      ...(texts['payslip.terms'] ? [texts['payslip.terms']] : []),
      ...payslip.setOffs
        .slice(0, 1)
        .map(({ rate, source }) => `${words('payslip.kept-most')}: ${formatPercent(rate)} %. ${source}`),
    ],
  }
  return { template: 'payslip', data }
}

/** What is kept back of the net for claims, and what is left to pay out. */
function keptRows({ setOffs, net, currency }: FullPayslip, { words, formats, money }: Writing): string[] {
  if (setOffs.length === 0) return []
  const text = (amount: Minor) => money(formatAmount(amount, CURRENCY_DECIMALS[currency] ?? 2))
  return [
    ...setOffs.map(
      ({ aroseOn, amount }) => `${words('payslip.kept-back')} ${formats.day(aroseOn)}: ${text(-amount)}`,
    ),
    `${words('payslip.paid-out')}: ${text(paidOut({ net, setOffs }))}`,
  ]
}

/** From price to net, each step with the bar that shows what it takes; lengths are thousandths of the longest. */
function wayRows(payslip: FullPayslip, words: Words, sum: (amount: Minor) => string) {
  const { fee, levy, employerCost, employerContributions, gross, net } = payslip
  const longest = [fee, employerCost, gross, 1n].reduce((most, one) => (one > most ? one : most))
  const thousandths = (amount: Minor) => Number(((amount > 0n ? amount : 0n) * 1000n) / longest)
  let left = fee
  const whole = (label: string, part: string, amount: Minor) => {
    left = amount
    return { label, part, sum: true, amount: sum(amount), from: 0, width: thousandths(amount) }
  }
  const taken = (label: string, part: string, amount: Minor) => {
    left -= amount
    return amount === 0n
      ? []
      : [
          {
            label,
            part,
            sum: false,
            amount: sum(-amount),
            from: thousandths(amount > 0n ? left : left + amount),
            width: thousandths(amount > 0n ? amount : -amount),
          },
        ]
  }
  return [
    whole(words('payslip.fee'), 'price', fee),
    ...taken(words('payslip.levy'), 'levy', levy),
    ...taken(words('payslip.rest'), 'rest', fee - levy - employerCost),
    ...taken(words('payslip.employer-contributions'), 'employer', employerContributions),
    whole(words('payslip.gross'), 'price', gross),
    ...taken(words('payslip.employee-contributions'), 'employee', payslip.employeeContributions),
    ...taken(words('payslip.wage-tax'), 'tax', payslip.wageTax),
    whole(words('payslip.net'), 'net', net),
  ]
}

function lineRow(line: DetailLine, writing: Writing) {
  const { formats, texts, money } = writing
  const isNothing = (amount: string) => /^-?[0.]+$/.test(amount)
  const rate = (text: string | undefined) => (text ? formats.rate(text) : '')
  // A line that comes to nothing says so once, on the worker's side: their tax may well be nil.
  const says = (amount: string, other: string, always: boolean) =>
    isNothing(amount) && !(always && isNothing(other)) ? '' : money(amount)
  return {
    name: texts[`lines.${line.code}`] ?? line.code,
    ...reason(line.why, writing),
    base: line.employeeRate || line.employerRate ? money(line.base) : '',
    rate: rate(line.employeeRate),
    employee: says(line.employee, line.employer, true),
    'employer-rate': rate(line.employerRate),
    employer: says(line.employer, line.employee, false),
  }
}

function reason({ rule, source, inputs }: DetailWhy, writing: Writing) {
  const template = writing.texts[`rules.${rule}`]
  return { why: template ? sentence(template, inputs ?? {}, writing) : null, source }
}

/** A rule's sentence with its inputs as the reader's language writes them. */
function sentence(template: string, inputs: NonNullable<DetailWhy['inputs']>, writing: Writing): string {
  return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (whole, name: string) => {
    const input = inputs[name]
    return input === undefined ? whole : inputText(input, writing)
  })
}

function inputText(input: string | number, { formats, money }: Writing): string {
  if (typeof input === 'number') return formats.number(input)
  if (/^-?\d+\.\d{2}$/.test(input)) return money(input)
  if (/^-?\d+(\.\d+)?%$/.test(input)) return formats.rate(input)
  if (/^\d{4}-\d{2}-\d{2}$/.test(input)) return formats.day(input)
  return input
}

/** Enough to know one's account by, too little for whoever finds the paper. */
const maskedIban = (iban: string): string => ibanText(`${iban.slice(0, 4)}••••${iban.slice(-4)}`)
