import { createCipheriv } from 'node:crypto'
import {
  decodeExchangeToken,
  manageInvoiceRequest,
  NavRefusal,
  queryTransactionStatusRequest,
  readManageInvoice,
  readTokenExchange,
  readTransactionStatus,
  requestSignature,
  tokenExchangeRequest,
} from '@samen/core/e-invoice'
import { describe, expect, test } from 'vitest'
import { REQUEST } from './nav.ts'

const API =
  'xmlns="http://schemas.nav.gov.hu/OSA/3.0/api" xmlns:c="http://schemas.nav.gov.hu/NTCA/1.0/common"'
const OK = '<c:result><c:funcCode>OK</c:funcCode></c:result>'

test('the signature of the specification’s own example comes out', () => {
  const operations = [
    { operation: 'CREATE', base64: 'QWJjZDEyMzQ=' },
    { operation: 'MODIFY', base64: 'RGNiYTQzMjE=' },
  ]
  expect(requestSignature(REQUEST, operations)).toBe(
    '60BC80609EE3B8F42FE904200A49A1921A1DADA08D55319ACD40C59F626514B74EEA49011D372600A10DBCF8199D590DA9C2841D987308F2D83DAE17C2470C42',
  )
})

test('a request shows neither password nor keys', () => {
  const documents = [
    tokenExchangeRequest(REQUEST),
    manageInvoiceRequest(REQUEST, 'token', [{ operation: 'CREATE', invoiceData: '<a/>' }]),
    queryTransactionStatusRequest(REQUEST, '4ABCDEF'),
  ]
  const { password, signingKey, exchangeKey } = REQUEST.user
  for (const xml of documents)
    for (const secret of [password, signingKey, exchangeKey]) expect(xml).not.toContain(secret)
})

test('invoices travel in Base64, numbered from one, and change the signature', () => {
  const xml = manageInvoiceRequest(REQUEST, 'token', [
    { operation: 'CREATE', invoiceData: 'Őrség' },
    { operation: 'STORNO', invoiceData: '<b/>' },
  ])
  expect(xml).toContain(
    '<invoiceOperation><index>1</index><invoiceOperation>CREATE</invoiceOperation><invoiceData>xZByc8OpZw==</invoiceData>',
  )
  const signatureOf = (document: string) => /SHA3-512">(\w+)</.exec(document)?.[1]
  expect(signatureOf(xml)).toBe(
    requestSignature(REQUEST, [
      { operation: 'CREATE', base64: 'xZByc8OpZw==' },
      { operation: 'STORNO', base64: 'PGIvPg==' },
    ]),
  )
  expect(signatureOf(xml)).not.toBe(signatureOf(tokenExchangeRequest(REQUEST)))
})

test('none, more than a hundred, or a request without a number are refused', () => {
  const one = { operation: 'CREATE', invoiceData: '<a/>' } as const
  expect(() => manageInvoiceRequest(REQUEST, 'token', [])).toThrow(RangeError)
  expect(() => manageInvoiceRequest(REQUEST, 'token', Array(101).fill(one))).toThrow(/not 101/)
  expect(() => tokenExchangeRequest({ ...REQUEST, requestId: 'a b' })).toThrow(RangeError)
  expect(() => tokenExchangeRequest({ ...REQUEST, timestamp: '2026-11-25' })).toThrow(/no moment in UTC/)
})

test('a token is opened with the exchange key and with no other', () => {
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(REQUEST.user.exchangeKey), null)
  const encoded = Buffer.concat([cipher.update('the token', 'utf8'), cipher.final()]).toString('base64')
  expect(decodeExchangeToken(encoded, REQUEST.user.exchangeKey)).toBe('the token')
  expect(() => decodeExchangeToken(encoded, 'short')).toThrow(RangeError)
  expect(() => decodeExchangeToken(encoded.slice(4), REQUEST.user.exchangeKey)).toThrow(RangeError)
})

describe('an answer', () => {
  test('of the token', () => {
    expect(
      readTokenExchange(
        `<TokenExchangeResponse ${API}>${OK}<encodedExchangeToken>QUJD</encodedExchangeToken><tokenValidityFrom>2026-11-25T09:00:00Z</tokenValidityFrom><tokenValidityTo>2026-11-25T09:05:00Z</tokenValidityTo></TokenExchangeResponse>`,
      ),
    ).toEqual({ encodedToken: 'QUJD', validFrom: '2026-11-25T09:00:00Z', validTo: '2026-11-25T09:05:00Z' })
  })

  test('of the report, and of its fate: each invoice with its state and what was found', () => {
    expect(
      readManageInvoice(
        `<ManageInvoiceResponse ${API}>${OK}<transactionId>4ABC</transactionId></ManageInvoiceResponse>`,
      ),
    ).toBe('4ABC')
    const status = (inside: string) =>
      readTransactionStatus(
        `<QueryTransactionStatusResponse ${API}>${OK}${inside}</QueryTransactionStatusResponse>`,
      )
    expect(status('')).toEqual([])
    expect(
      status(
        `<processingResults><processingResult><index>1</index><invoiceStatus>DONE</invoiceStatus>
          <businessValidationMessages><validationResultCode>WARN</validationResultCode><validationErrorCode>LINE_SUMMARY</validationErrorCode><message>Eltérés</message><pointer><tag>lineNetAmount</tag></pointer></businessValidationMessages></processingResult>
        <processingResult><index>2</index><invoiceStatus>ABORTED</invoiceStatus>
          <technicalValidationMessages><c:validationResultCode>ERROR</c:validationResultCode><c:validationErrorCode>SCHEMA_VIOLATION</c:validationErrorCode></technicalValidationMessages></processingResult></processingResults>`,
      ),
    ).toEqual([
      {
        index: 1,
        status: 'DONE',
        messages: [{ level: 'WARN', code: 'LINE_SUMMARY', text: 'Eltérés', place: 'lineNetAmount' }],
      },
      {
        index: 2,
        status: 'ABORTED',
        messages: [{ level: 'ERROR', code: 'SCHEMA_VIOLATION', text: undefined, place: undefined }],
      },
    ])
    expect(() =>
      status(
        '<processingResults><processingResult><index>1</index><invoiceStatus>LOST</invoiceStatus></processingResult></processingResults>',
      ),
    ).toThrow(/the state "LOST"/)
  })

  test.each([
    [
      'a refusal with its code',
      `<GeneralErrorResponse ${API}><c:result><c:funcCode>ERROR</c:funcCode><c:errorCode>INVALID_SECURITY_USER</c:errorCode><c:message>Helytelen</c:message></c:result></GeneralErrorResponse>`,
      { code: 'INVALID_SECURITY_USER', message: 'Helytelen' },
    ],
    [
      'an exception, whose result is the root',
      '<GeneralExceptionResponse xmlns="http://schemas.nav.gov.hu/NTCA/1.0/common"><funcCode>ERROR</funcCode><errorCode>NOT_FOUND</errorCode></GeneralExceptionResponse>',
      { code: 'NOT_FOUND', message: 'NOT_FOUND' },
    ],
    [
      'a page of a proxy',
      '<html/>',
      { code: undefined, message: 'The answer is a <html>, not a <ManageInvoiceResponse>.' },
    ],
    ['no XML', 'Bad gateway', { code: undefined }],
    [
      'an answer without its number',
      `<ManageInvoiceResponse ${API}>${OK}</ManageInvoiceResponse>`,
      { message: 'The answer has no transactionId.' },
    ],
  ])('that is %s is thrown', (_, xml, expected) => {
    expect(() => readManageInvoice(xml)).toThrow(NavRefusal)
    expect(() => readManageInvoice(xml)).toThrow(expect.objectContaining(expected))
  })
})
