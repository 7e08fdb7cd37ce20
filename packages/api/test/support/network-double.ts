import { createCipheriv, createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The networks, played on this machine: a gateway as docs/operators/e-invoice-gateway.md describes it, which passes on the
 * networks' own messages, and Hungary's Online Invoice interface, which checks the signature of what it is sent.
 */
export interface NetworkDouble extends AsyncDisposable {
  /** Address of the gateway. */
  readonly gateway: string
  /** Address of the tax authority. */
  readonly nav: string
  /** What was handed over, by the number it was given; the same key is the same document. */
  readonly documents: Map<string, { key: string; body: string; query: URLSearchParams }>
  /** Lets the next requests fail with this status. */
  fail(status: number, times: number): void
  /** Puts a network's message about a document into the gateway's box. */
  say(documentId: string, message: string): string
  /** A supplier's file comes in. */
  bring(name: string, content: string, id?: string): void
  /** What becomes of what is reported to the tax authority. */
  navStatus: 'RECEIVED' | 'DONE' | 'ABORTED'
}

export const TOKEN = 'a key of this test'
export const NAV_KEYS = {
  login: 'technical1',
  password: 'invented',
  taxNumber: '12345676',
  signingKey: 'ce-8f5e-215119fa7dd621DLMRHRLH2S',
  exchangeKey: '1234567890abcdef',
  softwareId: 'HU12345676-SAMEN01',
}

const sha3 = (text: string) => createHash('sha3-512').update(text, 'utf8').digest('hex').toUpperCase()
const between = (xml: string, tag: string) =>
  new RegExp(`<(?:\\w+:)?${tag}[^>]*>([^<]*)<`).exec(xml)?.[1] ?? ''

export async function networkDouble(): Promise<NetworkDouble> {
  const documents: NetworkDouble['documents'] = new Map()
  const responses: { id: string; documentId: string; content: string }[] = []
  const incoming: { id: string; name: string; content: string }[] = []
  const used = new Set<string>()
  let failures = { status: 500, left: 0 }
  const double = { navStatus: 'RECEIVED' as NetworkDouble['navStatus'] }

  const keep = (key: string, body: string, query: URLSearchParams): string => {
    const known = [...documents].find(([, document]) => document.key === key)
    if (known) return known[0]
    const id = `N${randomUUID().replaceAll('-', '').toUpperCase()}`
    documents.set(id, { key, body, query })
    return id
  }

  const api =
    'xmlns="http://schemas.nav.gov.hu/OSA/3.0/api" xmlns:c="http://schemas.nav.gov.hu/NTCA/1.0/common"'
  const navAnswer = (root: string, inside: string) =>
    `<${root} ${api}><c:result><c:funcCode>OK</c:funcCode></c:result>${inside}</${root}>`
  const navError = (code: string) =>
    `<GeneralErrorResponse ${api}><c:result><c:funcCode>ERROR</c:funcCode><c:errorCode>${code}</c:errorCode><c:message>${code}</c:message></c:result></GeneralErrorResponse>`
  const nav = (operation: string, body: string): string => {
    const requestId = between(body, 'requestId')
    if (used.has(requestId)) return navError('REQUEST_ID_NOT_UNIQUE')
    used.add(requestId)
    const moment = between(body, 'timestamp')
      .replace(/\.\d+Z$/, '')
      .replace(/[-:TZ]/g, '')
    const hashes = [
      ...body.matchAll(/<invoiceOperation>(\w+)<\/invoiceOperation><invoiceData>([^<]*)</g),
    ].map(([, kind, data]) => sha3(`${kind}${data}`))
    const signature = sha3([requestId, moment, NAV_KEYS.signingKey, ...hashes].join(''))
    if (between(body, 'requestSignature') !== signature) return navError('INVALID_REQUEST_SIGNATURE')
    if (operation === 'tokenExchange') {
      const cipher = createCipheriv('aes-128-ecb', NAV_KEYS.exchangeKey, null)
      const token = Buffer.concat([cipher.update(`token-${randomUUID()}`), cipher.final()]).toString('base64')
      return navAnswer(
        'TokenExchangeResponse',
        `<encodedExchangeToken>${token}</encodedExchangeToken><tokenValidityFrom>2026-11-25T09:00:00Z</tokenValidityFrom><tokenValidityTo>2026-11-25T09:05:00Z</tokenValidityTo>`,
      )
    }
    if (operation === 'manageInvoice') {
      const id = keep(requestId, body, new URLSearchParams())
      return navAnswer('ManageInvoiceResponse', `<transactionId>${id}</transactionId>`)
    }
    const aborted =
      '<businessValidationMessages><validationResultCode>ERROR</validationResultCode><validationErrorCode>INVOICE_NUMBER_NOT_UNIQUE</validationErrorCode><message>Number taken</message></businessValidationMessages>'
    return navAnswer(
      'QueryTransactionStatusResponse',
      `<processingResults><processingResult><index>1</index><invoiceStatus>${double.navStatus}</invoiceStatus>${double.navStatus === 'ABORTED' ? aborted : ''}</processingResult></processingResults>`,
    )
  }

  const answer = (request: IncomingMessage, body: string): [number, string] => {
    const url = new URL(request.url ?? '/', 'http://double')
    if (failures.left > 0) {
      failures.left--
      return [failures.status, 'not now']
    }
    const operation = /^\/nav\/invoiceService\/v3\/(\w+)$/.exec(url.pathname)?.[1]
    if (operation) return [200, nav(operation, body)]
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return [401, 'who are you?']
    const from = Number(url.searchParams.get('after') ?? 0)
    const json = (value: unknown): [number, string] => [200, JSON.stringify(value)]
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /gateway/documents':
        return json({ id: keep(String(request.headers['idempotency-key']), body, url.searchParams) })
      case 'GET /gateway/responses':
        return json({ responses: responses.slice(from), next: String(responses.length) })
      case 'GET /gateway/incoming':
        return json({ documents: incoming.slice(from), next: String(incoming.length) })
      default:
        return [404, 'nothing here']
    }
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const [status, text] = answer(request, Buffer.concat(chunks).toString('utf8'))
    response.writeHead(status).end(text)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64')

  return Object.assign(double, {
    gateway: `${base}/gateway`,
    nav: `${base}/nav`,
    documents,
    fail(status: number, times: number) {
      failures = { status, left: times }
    },
    say(documentId: string, message: string) {
      const id = `R${responses.length + 1}`
      responses.push({ id, documentId, content: encoded(message) })
      return id
    },
    bring(name: string, content: string, id = `D${incoming.length + 1}`) {
      incoming.push({ id, name, content: encoded(content) })
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  })
}

/** Peppol's answers: of the network (`mlr`) or of the buyer (`imr`). */
export const applicationResponse = (of: 'mlr' | 'imr', code: string, reason = ''): string => {
  const customization =
    of === 'imr' ? 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3' : 'urn:fdc:peppol.eu:poacc:trns:mlr:3'
  return `<?xml version="1.0" encoding="UTF-8"?><ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:CustomizationID>${customization}</cbc:CustomizationID><cbc:ID>1</cbc:ID><cac:DocumentResponse><cac:Response><cbc:ResponseCode>${code}</cbc:ResponseCode>${reason && `<cac:Status><cbc:StatusReasonCode>OTH</cbc:StatusReasonCode><cbc:StatusReason>${reason}</cbc:StatusReason></cac:Status>`}</cac:Response></cac:DocumentResponse></ApplicationResponse>`
}

/** Messages of Italy's exchange system, by the name of their root element. */
export const sdiMessage = (root: string, inside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ns:${root} xmlns:ns="http://www.fatturapa.gov.it/sdi/messaggi/v1.0" versione="1.0"><IdentificativoSdI>111</IdentificativoSdI><NomeFile>IT01234567890_1.xml</NomeFile>${inside}<MessageId>1</MessageId></ns:${root}>`

/** The French life cycle. */
export const lifeCycle = (code: string, condition: string): string =>
  `<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"><rsm:AcknowledgementDocument><ram:ReferenceReferencedDocument><ram:IssuerAssignedID>INV-1</ram:IssuerAssignedID><ram:ProcessConditionCode>${code}</ram:ProcessConditionCode><ram:ProcessCondition>${condition}</ram:ProcessCondition></ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument></rsm:CrossDomainAcknowledgementAndResponse>`
