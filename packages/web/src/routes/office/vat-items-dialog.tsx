import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { type VatQuestion, vatItemsQuery } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

interface VatItemsDialogProps {
  title: string
  currency: string
  question: VatQuestion & ({ box: string } | { clientNumber: string } | { country: string })
  onClose: () => void
}

/** The documents that a figure is made of. */
export function VatItemsDialog({ title, currency, question, onClose }: VatItemsDialogProps) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const { slug } = useOffice()
  const items = useInfiniteQuery(vatItemsQuery(slug, question))
  const rows = items.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Dialog isOpen onClose={onClose} title={title} wide>
      {items.error && <ProblemNotice error={items.error} onRetry={() => items.refetch()} />}
      {items.isPending && !items.error && <Loading heights={[240]} />}
      {items.data && (
        <DataTable
          caption={title}
          captionUnseen
          rows={rows}
          rowKey={({ documentId, kind, rate }) => documentId + kind + rate}
          columns={[
            {
              id: 'number',
              head: t('document'),
              cell: ({ number, contractId, kind }) => (
                <>
                  {contractId === null ? (
                    number || t(`kind.${kind}`)
                  ) : (
                    <Link to="/office/$office/contracts/$id" params={{ office: slug, id: contractId }}>
                      {number}
                    </Link>
                  )}
                  {kind !== 'invoice' && (
                    <>
                      <br />
                      <span className="soft small">{t(`kind.${kind}`)}</span>
                    </>
                  )}
                </>
              ),
            },
            { id: 'date', head: t('date'), cell: ({ date }) => format.shortDay(date) },
            { id: 'client', head: t('client'), cell: ({ client }) => client ?? '–' },
            { id: 'base', head: t('base'), end: true, cell: ({ base }) => format.money(base, currency) },
            { id: 'vat', head: t('tax'), end: true, cell: ({ vat }) => format.money(vat, currency) },
            {
              id: 'late',
              head: t('late'),
              end: true,
              cell: ({ lateBase, lateVat }) =>
                isZero(lateBase) && isZero(lateVat) ? '–' : format.money(lateVat, currency),
            },
          ]}
        />
      )}
      <More list={items} />
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
