import { parentPort } from 'node:worker_threads'
import { compilePdf, type PdfSource } from './compile.ts'

export interface PdfOrder {
  readonly id: number
  readonly source: PdfSource
}
export type PdfAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly error: string })

const port = parentPort
if (!port) throw new Error('This is a worker: render-pdf.ts starts it.')

port.on('message', ({ id, source }: PdfOrder) => {
  try {
    port.postMessage({ id, pdf: compilePdf(source) } satisfies PdfAnswer)
  } catch (error) {
    port.postMessage({ id, error: (error as Error).message } satisfies PdfAnswer)
  }
})
