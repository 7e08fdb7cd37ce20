import type { OfficeContext } from '@samen/core/context'
import type { Transaction } from '@samen/core/database'
import { deliveredContent } from '@samen/core/delivery'
import { type Mail, type MailKind, mailSetting } from '@samen/core/mail'
import { conflict } from '@samen/core/problem'
import { linkByToken, pdfOf } from '@samen/core/quotes'
import { type PdfSource, renderPdf } from '../documents/index.ts'
import { invoiceToPrint } from '../queries/documents.ts'
import { letterToPrint } from '../queries/dunning.ts'
import { linkToken, type MailPort } from './port.ts'
import { ATTACHED_BYTES_MAX, type Attachment, type WrittenMail, writeMail } from './write.ts'

/** What is attached, before it is drawn: no transaction waits for the drawing. */
type Source = Attachment | { readonly name: string; readonly source: PdfSource }

export interface ReadMail extends WrittenMail {
  readonly link: string | undefined
  readonly sources: readonly Source[]
}

export interface MailOffice {
  readonly slug: string
  readonly name: string
}

/** Where a message's link leads, and what is attached to it. @throws Problem for what is not valid any more. */
const CARRIES: Readonly<
  Record<
    MailKind,
    (
      trx: Transaction,
      context: OfficeContext,
      mail: Mail,
      token: string,
      office: MailOffice,
    ) => Promise<{ path?: string; sources?: readonly Source[] }>
  >
> = {
  test: async () => ({}),
  invoice: async (trx, context, { about, fields }) => {
    const { fileName, content } = await deliveredContent(trx, context.officeId, about)
    return {
      sources: [
        await invoiceToPrint(trx, context, fields.invoiceId ?? ''),
        { name: fileName, type: 'application/xml', bytes: Buffer.from(content, 'utf8') },
      ],
    }
  },
  quote: async (trx, context, _mail, token, { slug }) => {
    const { link, state } = await linkByToken(trx, context, token)
    if (state !== 'open') throw conflict('The offer was changed, answered or is over.')
    const bytes = await pdfOf(trx, context.officeId, link.linkId)
    return { path: `/q/${slug}/${token}`, sources: [{ name: 'offer.pdf', type: 'application/pdf', bytes }] }
  },
  dunning: async (trx, { officeId }, { about }) => ({
    sources: [await letterToPrint(trx, officeId, about)],
  }),
  password: async (_trx, _context, _mail, token) => ({ path: `/password/${token}` }),
  invitation: async (_trx, _context, _mail, token) => ({ path: `/password/${token}` }),
  'wage-paid': async () => ({ path: '/me/payslips' }),
  'wage-returned': async () => ({ path: '/me/payslips' }),
}

/** A message as it would leave now. @throws Problem when what it is about is not valid any more. */
export async function readMail(
  trx: Transaction,
  context: OfficeContext,
  mail: Mail,
  { port, office }: { port: MailPort; office: MailOffice },
): Promise<ReadMail> {
  const token = linkToken(port, mail.kind, mail.about)
  const { path, sources = [] } = await CARRIES[mail.kind](trx, context, mail, token, office)
  const link = path === undefined ? undefined : `${port.baseUrl}${path}`
  const signature = (await mailSetting(trx, context.officeId))?.signature
  return { ...writeMail(mail, { office: office.name, link, signature }), link, sources }
}

/** Draws what is attached. @throws RangeError when it is more than a message carries. */
export async function attached(sources: readonly Source[]): Promise<Attachment[]> {
  const files: Attachment[] = []
  for (const source of sources)
    files.push(
      'bytes' in source
        ? source
        : {
            name: `${source.name.replace(/[^\w.-]/g, '_')}.pdf`,
            type: 'application/pdf',
            bytes: await renderPdf(source.source),
          },
    )
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > ATTACHED_BYTES_MAX)
    throw new RangeError(`What is attached has ${size} bytes; a message carries ${ATTACHED_BYTES_MAX}.`)
  return files
}
