import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { PostgresCursorConstructor } from 'kysely'
import pg from 'pg'

/** The part of pg's connection that speaks PostgreSQL's copy protocol. */
interface CopyConnection {
  stream: Writable
  sendCopyFromChunk(chunk: Buffer): void
  sendCopyFail(reason: string): void
  endCopyFrom(): void
}

/**
 * `COPY … FROM STDIN` on the transaction's own connection. Kysely hands out that connection only to what looks
 * like a cursor, so this does: the one parameter is what to send, and reading returns no rows, at the end.
 */
class CopyIn extends pg.Query {
  readonly #chunks: Iterable<string>
  readonly #done = Promise.withResolvers<never[]>()
  readonly callback: (error: Error | null) => void

  constructor(text: string, [chunks]: unknown[]) {
    super(text)
    this.#chunks = chunks as Iterable<string>
    this.callback = (error) => (error ? this.#done.reject(error) : this.#done.resolve([]))
  }

  read(): Promise<never[]> {
    return this.#done.promise
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  /** Called by pg when the server is ready for the rows. */
  async handleCopyInResponse(connection: CopyConnection): Promise<void> {
    try {
      for (const chunk of this.#chunks) {
        connection.sendCopyFromChunk(Buffer.from(chunk))
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
      }
      connection.endCopyFrom()
    } catch (error) {
      connection.sendCopyFail(error instanceof Error ? error.message : String(error))
    }
  }
}

/** For Kysely's `cursor` setting; nothing else of ours streams. */
export const copyInCursor = CopyIn as unknown as PostgresCursorConstructor
