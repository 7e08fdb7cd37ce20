import { isIsoDate } from './calendar.ts'
import { ACCOUNT_ROLES, AUTHORITY_GROUPS } from './chart.ts'
import { CHANNELS, FORMATS } from './e-invoicing.ts'
import type { Parameter } from './parameters.ts'

/** A member of a plugin that does not fit the contract, and what to do about it. */
export interface ShapeFault {
  /** Dotted path: `payroll.cost`, `chart`, `locales.pt`. */
  readonly member: string
  readonly fault: string
}

/**
 * Everything about a value's shape that the server relies on: each member there and of its kind, series of law ordered,
 * every account role in the chart, texts in English and the country's languages. Empty when the value is a whole plugin.
 * Whether its law is right is for the conformance kit to say.
 */
export function shapeFaults(plugin: unknown): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (member: string, fault: string) => {
    faults.push({ member, fault })
  }
  if (!isObject(plugin)) return [{ member: 'plugin', fault: 'is no object' }]

  for (const member of ['name', 'version', 'currency'] as const)
    if (!isText(plugin[member])) say(member, 'is a text that is not empty')
  if (!isText(plugin.coreRange) || !/^\^\d+\.\d+\.\d+$/.test(plugin.coreRange))
    say('coreRange', 'names the core it was written for, such as ^0.1.0')
  for (const member of ['languages', 'regions'] as const)
    if (!isList(plugin[member], isText)) say(member, 'is a list of texts')
  if (Array.isArray(plugin.languages) && plugin.languages.length === 0)
    say('languages', 'names at least one language')

  payrollFaults(plugin.payroll, say)
  seriesFaults('levy', plugin.levy, say)
  seriesFaults('payDeadlineDays', plugin.payDeadlineDays, say)
  hiringFaults(plugin.hiring, say)
  filingFaults(plugin.filings, say)
  identifierFaults(plugin.identifiers, say)
  if (plugin.paymentReference !== undefined && typeof plugin.paymentReference !== 'function')
    say('paymentReference', 'is a function of ten digits')
  holidayFaults(plugin, say)
  vatFaults(plugin.vat, say)
  latePaymentFaults(plugin.latePayment, say)
  eInvoicingFaults(plugin.eInvoicing, say)
  chartFaults(plugin.chart, say)
  const authorities = authorityFaults(plugin.authorities, say)
  localeFaults(plugin, authorities, say)
  if (!isList(plugin.samples, (sample) => isObject(sample) && isText(sample.title) && 'situation' in sample))
    say('samples', 'is a list of { title, situation }')
  return faults
}

type Say = (member: string, fault: string) => void
type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isList = (value: unknown, each: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.every(each)

function payrollFaults(payroll: unknown, say: Say) {
  if (!isObject(payroll)) return say('payroll', 'is an object of pure functions')
  if (!isObject(payroll.situation) || typeof payroll.situation.safeParse !== 'function')
    say('payroll.situation', 'is a schema built with situationSchema')
  for (const rule of ['law', 'payslip', 'cost', 'wageTax', 'contributions'])
    if (typeof payroll[rule] !== 'function') say(`payroll.${rule}`, 'is a function')
  for (const rule of ['costDrops', 'costRipple'])
    if (payroll[rule] !== undefined && typeof payroll[rule] !== 'function')
      say(`payroll.${rule}`, 'is a function, or not there')
  if (payroll.grossStep !== undefined && !(typeof payroll.grossStep === 'bigint' && payroll.grossStep > 0n))
    say('payroll.grossStep', 'is a bigint above zero, or not there')
  if (!isObject(payroll.parameters) || Object.keys(payroll.parameters).length === 0)
    say('payroll.parameters', 'holds the figures of the law')
  else
    for (const [name, series] of Object.entries(payroll.parameters))
      seriesFaults(`payroll.parameters.${name}`, series, say)
}

function seriesFaults(member: string, parameter: unknown, say: Say) {
  const { series } = (parameter ?? {}) as Partial<Parameter<unknown>>
  if (!Array.isArray(series) || series.length === 0) return say(member, 'has at least one dated value')
  let previous = ''
  for (const value of series) {
    if (!isObject(value) || typeof value.from !== 'string' || !isIsoDate(value.from))
      return say(member, 'has values { from, value, source }, from a day such as 2026-01-01')
    if (value.from <= previous) return say(member, `is ascending: ${value.from} does not follow ${previous}`)
    if (!isText(value.source)) return say(member, `has no source from ${value.from}`)
    previous = value.from
  }
}

function hiringFaults(hiring: unknown, say: Say) {
  if (!isObject(hiring) || ![hiring.name, hiring.authority, hiring.source].every(isText))
    return say('hiring', 'names the declaration, its authority and the source')
  const { checklist = [] } = hiring
  if (!isList(checklist, (one) => isObject(one) && isText(one.code) && typeof one.blocking === 'boolean'))
    say('hiring.checklist', 'is a list of { code, blocking, source }')
}

function filingFaults(filings: unknown, say: Say) {
  if (filings === undefined) return
  const isFiling = (one: unknown): one is Members =>
    isObject(one) && [one.code, one.name, one.authority].every(isText) && isObject(one.deadlines)
  if (!isList(filings, isFiling))
    return say('filings', 'is a list of { code, name, authority, subjects, trigger, deadlines, made }')
  for (const { code, deadlines } of filings as Members[]) {
    const series = Object.entries(deadlines as Members)
    if (series.length === 0) say(`filings.${code}`, 'has a deadline for a period')
    for (const [period, dates] of series) seriesFaults(`filings.${code}.${period}`, dates, say)
  }
}

function identifierFaults(identifiers: unknown, say: Say) {
  const isIdentifier = (one: unknown) =>
    isObject(one) && isText(one.kind) && isText(one.name) && typeof one.check === 'function'
  if (!isList(identifiers, isIdentifier) || identifiers.length === 0)
    say('identifiers', 'is a list of { kind, name, examples, check }')
}

function holidayFaults({ holidays, regions }: Members, say: Say) {
  if (typeof holidays !== 'function') return say('holidays', 'is a function of a year and a region')
  for (const region of [undefined, ...(Array.isArray(regions) ? regions : [])]) {
    const where = region === undefined ? '' : ` of ${region}`
    try {
      const days: unknown = holidays(2026, region)
      const isHoliday = (day: unknown) => isObject(day) && isText(day.date) && isText(day.key)
      if (!isList(days, isHoliday)) return say('holidays', `answers a list of { date, key } for 2026${where}`)
    } catch (error) {
      return say('holidays', `answers for 2026${where}, but it said: ${messageOf(error)}`)
    }
  }
}

function vatFaults(vat: unknown, say: Say) {
  if (!isObject(vat) || typeof vat.treat !== 'function') return say('vat', 'has a function treat')
  if (!isObject(vat.rates)) return say('vat.rates', 'holds the rates by date')
  for (const [name, series] of Object.entries(vat.rates)) seriesFaults(`vat.rates.${name}`, series, say)
}

function eInvoicingFaults(law: unknown, say: Say) {
  if (law === undefined) return
  if (!isObject(law)) return say('eInvoicing', 'says what the law wants of e-invoices, or is not there')
  const { records, obligations } = law
  const isObligation = (one: unknown) =>
    isObject(one) &&
    ['send', 'report', 'receive'].includes(String(one.duty)) &&
    ['anybody', 'business', 'public-body'].includes(String(one.to)) &&
    isList(one.channels, (channel) => (CHANNELS as readonly unknown[]).includes(channel)) &&
    (one.formats === undefined || isList(one.formats, (format) => Object.hasOwn(FORMATS, String(format)))) &&
    isIsoDate(String(one.from)) &&
    isText(one.source)
  if (!isList(obligations, isObligation))
    say(
      'eInvoicing.obligations',
      'is a list of { duty, to, channels, from, source }, of channels and formats core has',
    )
  if (records === undefined) return
  if (!isObject(records) || records.form !== 'verifactu')
    say('eInvoicing.records.form', 'is a form of records that core writes: verifactu')
  else seriesFaults('eInvoicing.records.obliged', records.obliged, say)
}

function latePaymentFaults(law: unknown, say: Say) {
  if (law === undefined) return
  if (!isObject(law)) return say('latePayment', 'says what business and consumer owe, or is not there')
  for (const who of ['business', 'consumer'] as const) {
    const terms = law[who]
    if (!isObject(terms)) say(`latePayment.${who}`, 'has interest, by date')
    else {
      seriesFaults(`latePayment.${who}.interest`, terms.interest, say)
      if (terms.lumpSum !== undefined) seriesFaults(`latePayment.${who}.lumpSum`, terms.lumpSum, say)
    }
  }
}

const isAccount = (one: unknown): one is Members => isObject(one) && isText(one.number) && isText(one.name)

function chartFaults(chart: unknown, say: Say) {
  if (!isList(chart, (one) => isAccount(one) && isText(one.role)))
    return say('chart', 'is a list of { role, number, name }')
  const roles = (chart as { role: string }[]).map(({ role }) => role)
  const known = ACCOUNT_ROLES.map(({ role }) => role)
  const wrong = [
    ...known.filter((role) => !roles.includes(role)).map((role) => `${role} is missing`),
    ...roles.filter((role) => !known.includes(role)).map((role) => `${role} is not a role`),
    ...roles.filter((role, at) => roles.indexOf(role) !== at).map((role) => `${role} stands twice`),
  ]
  if (wrong.length > 0) say('chart', `has every role once: ${wrong.join(', ')}`)
}

function authorityFaults(authorities: unknown, say: Say): string[] {
  const isAuthority = (one: unknown) =>
    isAccount(one) && isText(one.code) && Object.hasOwn(AUTHORITY_GROUPS, String(one.kind))
  if (!isList(authorities, isAuthority)) {
    say('authorities', 'is a list of { code, name, number, kind }, kind social, tax or provision')
    return []
  }
  const codes = (authorities as { code: string }[]).map(({ code }) => code)
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  if (twice.length > 0) say('authorities', `has each authority once: ${twice.join(', ')} stands twice`)
  return codes
}

function localeFaults({ locales, languages, hiring }: Members, authorities: readonly string[], say: Say) {
  if (!isObject(locales)) return say('locales', 'holds the texts by language')
  const checklist = (isObject(hiring) && Array.isArray(hiring.checklist) ? hiring.checklist : []) as {
    code?: string
  }[]
  const wanted = [
    ...authorities.map((code) => `authorities.${code}`),
    ...checklist.map(({ code }) => `checklist.${code}`),
  ]
  for (const language of new Set(['en', ...(Array.isArray(languages) ? languages : [])])) {
    const texts = locales[String(language)]
    if (!isObject(texts) || Object.keys(texts).length === 0) {
      say(`locales.${language}`, 'has the texts of every language and English')
      continue
    }
    const all = new Set([...wanted, ...(isObject(locales.en) ? Object.keys(locales.en) : [])])
    const missing = [...all].filter((key) => !isText(texts[key]))
    if (missing.length > 0)
      say(`locales.${language}`, `lacks ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''}`)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]
