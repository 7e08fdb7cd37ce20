import { createDecipheriv, createHash } from 'node:crypto'
import { all, at, branch, escapeXml, parseXml, textAt, type XmlElement, XmlError } from '../../xml/index.ts'

/**
 * The documents of Hungary's Online Invoice interface 3.0 that travel: what is asked, how it is signed, what is answered. Pure;
 * who sends them posts each to `{host}/invoiceService/v3/{operation}` as `application/xml` and waits between the questions.
 */

const API = 'http://schemas.nav.gov.hu/OSA/3.0/api'
const COMMON = 'http://schemas.nav.gov.hu/NTCA/1.0/common'

/** The technical user a taxpayer made at the tax authority. Its four secrets never stand in a document or an error. */
export interface NavUser {
  readonly login: string
  readonly password: string
  /** The taxpayer's first eight digits */
  readonly taxNumber: string
  readonly signingKey: string
  readonly exchangeKey: string
}

/** The program that reports, as it says itself. */
export interface NavSoftware {
  /** 18 capitals, digits and hyphens, the developer's country and tax number first */
  readonly id: string
  readonly name: string
  readonly operation: 'LOCAL_SOFTWARE' | 'ONLINE_SERVICE'
  readonly version: string
  readonly developer: string
  readonly contact: string
}

/** What is new with every request. */
export interface NavRequest {
  readonly user: NavUser
  readonly software: NavSoftware
  /** At most 30 letters, digits, `_` and `+`, unique for the taxpayer for ever */
  readonly requestId: string
  /** UTC: `2026-11-25T09:30:00.000Z`; the authority takes no request more than a day off */
  readonly timestamp: string
}

export interface NavOperation {
  readonly operation: 'CREATE' | 'MODIFY' | 'STORNO'
  /** Of `writeNavInvoiceData` */
  readonly invoiceData: string
}

/** Documents in one request */
export const NAV_OPERATIONS_MAX = 100

const upperHex = (algorithm: 'sha512' | 'sha3-512', text: string): string =>
  createHash(algorithm).update(text, 'utf8').digest('hex').toUpperCase()

/**
 * SHA3-512 of the request's number, its moment as `yyyyMMddHHmmss` in UTC, the signing key, and for each invoice the hash of its
 * operation and Base64 content. The interface's own example is in the tests.
 *
 * @throws RangeError for a moment that is none.
 */
export function requestSignature(
  {
    requestId,
    timestamp,
    user,
  }: Pick<NavRequest, 'requestId' | 'timestamp'> & { readonly user: Pick<NavUser, 'signingKey'> },
  operations: readonly { readonly operation: string; readonly base64: string }[] = [],
): string {
  const moment = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,3})?Z$/.exec(timestamp)
  if (!moment) throw new RangeError(`"${timestamp}" is no moment in UTC such as 2026-11-25T09:30:00.000Z`)
  const hashes = operations.map(({ operation, base64 }) => upperHex('sha3-512', operation + base64))
  return upperHex('sha3-512', [requestId, ...moment.slice(1), user.signingKey, ...hashes].join(''))
}

/** Asks for the token that one `manageInvoiceRequest` needs. */
export const tokenExchangeRequest = (request: NavRequest): string =>
  documentOf('TokenExchangeRequest', request, [], '')

/**
 * Reports up to a hundred invoices. `token` is the decoded one.
 *
 * @throws RangeError for none or too many.
 */
export function manageInvoiceRequest(
  request: NavRequest,
  token: string,
  operations: readonly NavOperation[],
): string {
  if (operations.length === 0 || operations.length > NAV_OPERATIONS_MAX)
    throw new RangeError(`a request reports 1 to ${NAV_OPERATIONS_MAX} invoices, not ${operations.length}`)
  const encoded = operations.map(({ operation, invoiceData }) => ({
    operation,
    base64: Buffer.from(invoiceData, 'utf8').toString('base64'),
  }))
  const list = encoded.map(({ operation, base64 }, index) =>
    branch(
      'invoiceOperation',
      `<index>${index + 1}</index>`,
      `<invoiceOperation>${operation}</invoiceOperation>`,
      `<invoiceData>${base64}</invoiceData>`,
    ),
  )
  return documentOf(
    'ManageInvoiceRequest',
    request,
    encoded,
    `<exchangeToken>${escapeXml(token)}</exchangeToken>${branch('invoiceOperations', '<compressedContent>false</compressedContent>', ...list)}`,
  )
}

/** Asks what became of the invoices of a transaction. */
export const queryTransactionStatusRequest = (request: NavRequest, transactionId: string): string =>
  documentOf(
    'QueryTransactionStatusRequest',
    request,
    [],
    `<transactionId>${escapeXml(transactionId)}</transactionId>`,
  )

function documentOf(
  root: string,
  request: NavRequest,
  operations: readonly { readonly operation: string; readonly base64: string }[],
  inside: string,
): string {
  const { requestId, timestamp, user, software } = request
  if (!/^[+a-zA-Z0-9_]{1,30}$/.test(requestId))
    throw new RangeError('a request has a number of at most 30 letters, digits, _ and +')
  const leaves = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([tag, text]) => `<${tag}>${escapeXml(text)}</${tag}>`).join('')
  const header = leaves([
    ['common:requestId', requestId],
    ['common:timestamp', timestamp],
    ['common:requestVersion', '3.0'],
    ['common:headerVersion', '1.0'],
  ])
  const who = [
    leaves([['common:login', user.login]]),
    `<common:passwordHash cryptoType="SHA-512">${upperHex('sha512', user.password)}</common:passwordHash>`,
    leaves([['common:taxNumber', user.taxNumber]]),
    `<common:requestSignature cryptoType="SHA3-512">${requestSignature(request, operations)}</common:requestSignature>`,
  ]
  const program = leaves([
    ['softwareId', software.id],
    ['softwareName', software.name],
    ['softwareOperation', software.operation],
    ['softwareMainVersion', software.version],
    ['softwareDevName', software.developer],
    ['softwareDevContact', software.contact],
  ])
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${API}" xmlns:common="${COMMON}">`,
    `<common:header>${header}</common:header><common:user>${who.join('')}</common:user>`,
    `<software>${program}</software>${inside}</${root}>`,
  ].join('')
}

/**
 * The token a `manageInvoiceRequest` carries, from its encoded form: AES-128 in ECB mode with the exchange key (from memory,
 * unverified against the specification).
 *
 * @throws RangeError where key and token do not fit.
 */
export function decodeExchangeToken(encoded: string, exchangeKey: string): string {
  try {
    const decipher = createDecipheriv('aes-128-ecb', Buffer.from(exchangeKey, 'utf8'), null)
    return Buffer.concat([decipher.update(Buffer.from(encoded, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    throw new RangeError('the exchange token cannot be decoded with this exchange key')
  }
}

/** What the authority says of a request or an invoice. */
export interface NavMessage {
  /** `CRITICAL` and `ERROR` keep an invoice from being taken, `WARN` and `INFO` do not. */
  readonly level: 'CRITICAL' | 'ERROR' | 'WARN' | 'INFO'
  readonly code: string | undefined
  readonly text: string | undefined
  /** The element it is about, where it says so */
  readonly place: string | undefined
}

/** Thrown for an answer that refuses the whole request, or is no answer of the interface. */
export class NavRefusal extends Error {
  /** Of the interface, such as `INVALID_SECURITY_USER`; absent where the answer was not understood */
  readonly code: string | undefined
  readonly messages: readonly NavMessage[]

  constructor(text: string, code?: string, messages: readonly NavMessage[] = []) {
    super(text)
    this.code = code
    this.messages = messages
  }
}

/** @throws NavRefusal */
export function readTokenExchange(xml: string) {
  const root = answer(xml, 'TokenExchangeResponse')
  return {
    encodedToken: wanted(root, 'encodedExchangeToken'),
    validFrom: wanted(root, 'tokenValidityFrom'),
    validTo: wanted(root, 'tokenValidityTo'),
  }
}

/** The number under which the invoices' fate can be asked for. @throws NavRefusal */
export const readManageInvoice = (xml: string): string =>
  wanted(answer(xml, 'ManageInvoiceResponse'), 'transactionId')

const STATUSES = ['RECEIVED', 'PROCESSING', 'SAVED', 'DONE', 'ABORTED'] as const

export interface NavResult {
  /** Which of the request's invoices, from 1 */
  readonly index: number
  /** `DONE` and `ABORTED` are final: reported, or refused */
  readonly status: (typeof STATUSES)[number]
  readonly messages: readonly NavMessage[]
}

/** What became of each invoice of a transaction; nothing while the authority knows of none. @throws NavRefusal */
export function readTransactionStatus(xml: string): NavResult[] {
  const root = answer(xml, 'QueryTransactionStatusResponse')
  return all(at(root, 'processingResults'), 'processingResult').map((result) => {
    const said = wanted(result, 'invoiceStatus')
    const status = STATUSES.find((one) => one === said)
    const index = Number(wanted(result, 'index'))
    if (status === undefined || !Number.isSafeInteger(index))
      throw new NavRefusal(`The answer has an invoice ${index} in the state "${said}".`)
    return {
      index,
      status,
      messages: [
        ...all(result, 'technicalValidationMessages'),
        ...all(result, 'businessValidationMessages'),
      ].map(messageOf),
    }
  })
}

function messageOf(element: XmlElement): NavMessage {
  return {
    level: (textAt(element, 'validationResultCode') ?? 'ERROR') as NavMessage['level'],
    code: textAt(element, 'validationErrorCode'),
    text: textAt(element, 'message'),
    place: textAt(element, 'pointer', 'tag'),
  }
}

function wanted(element: XmlElement, name: string): string {
  const text = textAt(element, name)
  if (text === undefined) throw new NavRefusal(`The answer has no ${name}.`)
  return text
}

function answer(xml: string, name: string): XmlElement {
  let root: XmlElement
  try {
    root = parseXml(xml)
  } catch (error) {
    if (error instanceof XmlError) throw new NavRefusal(`The answer is no XML: ${error.message}.`)
    throw error
  }
  // A general exception has its result at the root, every other answer in an element of its own.
  const result = at(root, 'result') ?? root
  if (textAt(result, 'funcCode') === 'ERROR') {
    const code = textAt(result, 'errorCode')
    const messages = all(root, 'technicalValidationMessages').map(messageOf)
    throw new NavRefusal(textAt(result, 'message') ?? code ?? 'The request was refused.', code, messages)
  }
  if (root.name !== name || root.namespace !== API)
    throw new NavRefusal(`The answer is a <${root.name}>, not a <${name}>.`)
  return root
}
