/** One booked line of an invented statement. Amounts in major units, money out negative. */
export interface CamtEntry {
  amount: string
  bookedOn: string
  reference?: string
  status?: string
  reversal?: boolean
  name?: string
  iban?: string
  structured?: string
  free?: string
  endToEndId?: string
  /** The payment came back, for this reason. */
  returned?: string
  /** Answers a whole payment file. */
  batchId?: string
  parts?: readonly Omit<CamtEntry, 'bookedOn' | 'parts'>[]
  /** What the bank kept back, positive; a refund is negative. Told as not in the amount where `included` is false. */
  charges?: readonly { amount: string; included?: boolean }[]
  /** What the payer told its bank, in another currency. */
  instructed?: { currency: string; amount: string }
}

export interface CamtStatement {
  iban: string
  id: string
  opening: string
  /** Opening plus entries unless told. */
  closing?: string
  on?: string
  version?: '02' | '04' | '08'
  entries: readonly CamtEntry[]
}

/** A camt.053 file as a bank would send it. */
export function camt053({
  iban,
  id,
  opening,
  closing,
  on = '2026-11-20',
  version = '08',
  entries,
}: CamtStatement): string {
  const moved = entries.reduce(
    (sum, { amount, status = 'BOOK' }) => (status === 'BOOK' ? sum + cents(amount) : sum),
    cents(opening),
  )
  const balance = (code: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(amount)}<Dt><Dt>${on}</Dt></Dt></Bal>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>${on}T18:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>${on}T18:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening)}${balance('CLBD', closing ?? text(moved))}
${entries.map((entry) => ntry(entry, version)).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

/** A camt.054 file: the same entries without balances. */
export function camt054({
  iban,
  id,
  on = '2026-11-20',
  version = '08',
  entries,
}: Omit<CamtStatement, 'opening'>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>${on}T12:00:00</CreDtTm></GrpHdr>
<Ntfctn><Id>${id}</Id><CreDtTm>${on}T12:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${entries.map((entry) => ntry(entry, version)).join('\n')}
</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
`
}

function ntry(entry: CamtEntry, version: string): string {
  const { amount, bookedOn, reference, status = 'BOOK', reversal, batchId, parts, charges } = entry
  const details = parts
    ? parts.map((part) => txDtls({ ...part, bookedOn }, version)).join('')
    : batchId
      ? ''
      : txDtls(entry, version, false)
  return `<Ntry>${money(amount)}${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${version === '08' ? `<Cd>${status}</Cd>` : status}</Sts>
<BookgDt><Dt>${bookedOn}</Dt></BookgDt>${reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''}<BkTxCd/>${chrgs(charges, version)}
<NtryDtls>${batchId ? `<Btch><PmtInfId>${batchId}</PmtInfId></Btch>` : ''}${details}</NtryDtls></Ntry>`
}

function txDtls(
  { amount, name, iban, structured, free, endToEndId, returned, charges, instructed }: CamtEntry,
  version: string,
  states = true,
): string {
  const side = amount.startsWith('-') ? 'Cdtr' : 'Dbtr'
  const plain = amount.replace('-', '')
  const stated =
    version === '02'
      ? `<AmtDtls><TxAmt><Amt Ccy="EUR">${plain}</Amt></TxAmt></AmtDtls>`
      : `<Amt Ccy="EUR">${plain}</Amt>`
  const party =
    version === '08' ? `<Pty><Nm>${escaped(name ?? '')}</Nm></Pty>` : `<Nm>${escaped(name ?? '')}</Nm>`
  return `<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>${states ? stated + direction(amount) + chrgs(charges, version) : ''}${instructed ? `<AmtDtls><InstdAmt><Amt Ccy="${instructed.currency}">${instructed.amount}</Amt></InstdAmt></AmtDtls>` : ''}
<RltdPties>${name ? `<${side}>${party}</${side}>` : ''}${iban ? `<${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>` : ''}</RltdPties>
<RmtInf>${free ? `<Ustrd>${escaped(free)}</Ustrd>` : ''}${structured ? `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>` : ''}</RmtInf>${returned ? `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>` : ''}</TxDtls>`
}

function chrgs(charges: CamtEntry['charges'], version: string): string {
  if (!charges) return ''
  const records = charges.map(
    ({ amount, included }) =>
      `<Amt Ccy="EUR">${amount.replace('-', '')}</Amt>${amount.startsWith('-') ? '<CdtDbtInd>CRDT</CdtDbtInd>' : ''}${included === undefined ? '' : `<ChrgInclInd>${included}</ChrgInclInd>`}`,
  )
  return version === '02'
    ? records.map((record) => `<Chrgs>${record}</Chrgs>`).join('')
    : `<Chrgs>${records.map((record) => `<Rcrd>${record}</Rcrd>`).join('')}</Chrgs>`
}

const direction = (amount: string) => `<CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>`

const money = (amount: string) => `<Amt Ccy="EUR">${amount.replace('-', '')}</Amt>${direction(amount)}`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cents = (amount: string) => BigInt(amount.replace('.', ''))
const text = (amount: bigint) => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
