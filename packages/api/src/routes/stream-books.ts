import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BooksFile, exportBooks } from '@samen/core/books'
import type { OfficeContext } from '@samen/core/context'
import { type Database, inOffice } from '@samen/core/database'

/** A reader slower than this loses the connection: a download holds a database connection as long as it lasts. */
const STREAM_MS_MAX = 10 * 60_000

/**
 * A company's books of a year, flowing while the client reads them; the database transaction lives as long as the
 * stream. Refusals come before the first byte. A client that goes away ends the transaction.
 *
 * @throws Problem as `exportBooks`
 */
export function streamBooks(
  db: Database,
  context: OfficeContext,
  question: Parameters<typeof exportBooks>[2],
): Promise<Pick<BooksFile, 'fileName' | 'type'> & { content: ReadableStream<Uint8Array> }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof streamBooks>>>()
  const reading = inOffice(
    db,
    context.officeId,
    async (trx) => {
      const { content, ...file } = await exportBooks(trx, context, question)
      const out = new PassThrough()
      resolve({ ...file, content: Readable.toWeb(out) as ReadableStream<Uint8Array> })
      await pipeline(Readable.from(content), out, { signal: AbortSignal.timeout(STREAM_MS_MAX) })
    },
    { isolation: 'repeatable read' },
  )
  // Before the first byte the client is told the problem; after it, the pipeline has broken the download off.
  reading.catch(reject)
  return promise
}
