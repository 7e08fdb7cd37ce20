import { type ClientDraft, checkClient, clientsByNumberOrName } from '../clients/index.ts'
import { type OfficeContext, readNumberAs } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { CLIENT_COLUMNS } from './contract-columns.ts'
import type { ContractLine } from './contract-lines.ts'
import type { FaultAt } from './line-fault.ts'

/** A client of the file: one the office has, or one the file introduces. */
export interface FileClient {
  readonly clientId: string
  readonly name: string
  readonly bankruptOn: string | null
  /** How to add it; absent for a client the office has. */
  readonly draft?: ClientDraft
}

export interface FileClients {
  readonly byLine: ReadonlyMap<number, FileClient>
  readonly faults: readonly FaultAt[]
}

const columnOf = new Map(Object.entries(CLIENT_COLUMNS).map(([column, field]) => [field as string, column]))

/** Finds the client of each line by VAT number, else company number, else name; adds the one no line knows yet. */
export async function clientsOfFile(
  trx: Transaction,
  context: OfficeContext,
  lines: readonly ContractLine[],
  ordinaryLimit: bigint,
): Promise<FileClients> {
  const { officeId, plugin } = context
  const byLine = new Map<number, FileClient>()
  const faults: FaultAt[] = []
  const named = lines.map((line) => ({ line, ...numbersOf(context, line) }))
  const known = await clientsByNumberOrName(trx, officeId, {
    vatNumbers: distinct(named.map(({ vat }) => vat)),
    companyNumbers: distinct(named.map(({ company }) => company)),
    names: distinct(named.map(({ name }) => name)),
  })
  const register = new Map<string, FileClient>()
  const remember = (client: FileClient, keys: readonly string[]) => {
    for (const key of keys) if (!register.has(key)) register.set(key, client)
  }
  for (const client of known)
    remember(client, keysOf(client.country, client.vatNumber, client.companyNumber, client.name))

  for (const { line, country, vat, company, name, faults: wrong } of named) {
    faults.push(...wrong)
    if (wrong.length > 0) continue
    const numbered = vat !== undefined || company !== undefined
    if (!numbered && name === undefined) {
      faults.push({ line: line.line, field: 'client_name', reason: 'No client is named.' })
      continue
    }
    const keys = keysOf(country, vat, company, numbered ? undefined : name)
    let client = keys.map((key) => register.get(key)).find((found) => found !== undefined)
    if (!client) {
      const draft = draftOf(context, line)
      const { client: checked, faults: found } = checkClient(plugin, draft, ordinaryLimit)
      for (const { field, reason } of found)
        faults.push({ line: line.line, field: columnOf.get(field) ?? field, reason })
      if (found.length > 0) continue
      const clientId = context.id()
      client = { clientId, name: checked.name, bankruptOn: null, draft: { ...draft, clientId } }
    }
    remember(client, keysOf(country, vat, company, name))
    byLine.set(line.line, client)
  }
  return { byLine, faults }
}

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => text ?? [])),
]

/** Under what a client may be found again, the surest first. */
function keysOf(
  country: string,
  vat: string | null | undefined,
  company: string | null | undefined,
  name: string | undefined,
): string[] {
  return [
    ...(vat ? [`vat ${vat}`] : []),
    ...(company ? [`company ${country} ${company}`] : []),
    ...(name ? [`name ${name.toLowerCase()}`] : []),
  ]
}

function numbersOf({ plugin }: OfficeContext, { line, client }: ContractLine) {
  const faults: FaultAt[] = []
  const country = client.country?.toUpperCase() ?? plugin.country
  const read = (field: 'vat' | 'company', text: string | undefined): string | undefined => {
    if (text === undefined) return undefined
    if (country !== plugin.country) return text.replace(/[\s.-]/g, '').toUpperCase()
    const reading = readNumberAs(plugin, field, text)
    if (reading.ok) return reading.value
    faults.push({ line, field: `client_${field}_number`, reason: reading.reason })
    return undefined
  }
  const vat = read('vat', client.vatNumber)
  const company = read('company', client.companyNumber)
  return { country, vat, company, name: client.name, faults }
}

function draftOf({ plugin }: OfficeContext, line: ContractLine): ClientDraft {
  const {
    name = '',
    country = plugin.country,
    language,
    paymentTermsDays: _,
    creditLimit: __,
    ...texts
  } = line.client
  return {
    ...texts,
    name,
    country,
    language: language?.toLowerCase() ?? (plugin.languages[0] as string),
    ...(line.clientPaymentDays !== undefined && { paymentTermsDays: line.clientPaymentDays }),
    ...(line.clientCreditLimit !== undefined && { creditLimit: line.clientCreditLimit }),
  }
}
