import { all, at, decodeXml, parseXml, type XmlElement, XmlError } from '../xml/index.ts'
import { readStatement } from './camt053.ts'
import { readNotification } from './camt054.ts'
import { looksLikeCoda, parseCoda } from './coda.ts'
import { type BankMessage, STATEMENT_BYTES_MAX, unreadable } from './statement.ts'

/** What each message of ISO 20022 that is read here is called, holds, and is read by. */
const MESSAGES: Readonly<
  Record<string, { message: string; part: string; read: (part: XmlElement) => BankMessage }>
> = {
  'camt.053': { message: 'BkToCstmrStmt', part: 'Stmt', read: readStatement },
  'camt.054': { message: 'BkToCstmrDbtCdtNtfctn', part: 'Ntfctn', read: readNotification },
}

/**
 * Reads what a bank sends about its accounts, whichever way it writes it: a camt.053 statement or camt.054 notification of any
 * version, or a Belgian CODA file. The file says itself what it is.
 *
 * @throws Problem `invalid-field` on a file that is not whole, of no known kind, in another encoding than it claims, larger than
 *   20 MB, or that names no account, mixes currencies or does not add up; nothing of such a file is used.
 */
export function readStatements(bytes: Uint8Array): readonly BankMessage[] {
  if (bytes.length > STATEMENT_BYTES_MAX) throw unreadable('the file is larger than 20 MB')
  if (looksLikeCoda(bytes)) return parseCoda(bytes)
  const document = readDocument(bytes)
  const namespace =
    document.attributes.xmlns ??
    Object.entries(document.attributes).find(
      ([key, value]) => key.startsWith('xmlns:') && value.includes('camt.'),
    )?.[1]
  const kind = /\b(camt\.05[34])\.001\.\d\d$/.exec(namespace ?? '')?.[1]
  const known = kind === undefined ? undefined : MESSAGES[kind]
  if (document.name !== 'Document' || !known)
    throw unreadable(
      `this is not a camt.053 account statement, a camt.054 notification or a CODA file (its namespace is ${namespace ?? 'absent'})`,
    )
  const parts = all(at(document, known.message), known.part)
  if (parts.length === 0) throw unreadable('the file holds no statement')
  return parts.map(known.read)
}

function readDocument(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(decodeXml(bytes))
  } catch (error) {
    if (error instanceof XmlError) throw unreadable(`line ${error.line}: ${error.message}`)
    throw error
  }
}
