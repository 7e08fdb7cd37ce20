import type { SupplierInvoice } from '@samen/api/client'
import { useMutation } from '@tanstack/react-query'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/button.tsx'
import { ProblemNotice } from '../design/feedback.tsx'

interface DropSupplierInvoicesProps {
  bring: (file: File) => Promise<SupplierInvoice>
  onDone: () => void
  isDisabled?: boolean
}

/** Files in, one after the other; each that is refused says why, and the others are taken. */
export function DropSupplierInvoices({ bring, onDone, isDisabled = false }: DropSupplierInvoicesProps) {
  const { t } = useTranslation('supplier-invoices')
  const bringing = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const done: { name: string; supplierInvoice?: SupplierInvoice; error?: unknown }[] = []
      for (const file of files) {
        try {
          done.push({ name: file.name, supplierInvoice: await bring(file) })
        } catch (error) {
          done.push({ name: file.name, error })
        }
      }
      return done
    },
    onSuccess: onDone,
  })
  return (
    <>
      <DropZone
        className="drop"
        aria-label={t('drop')}
        isDisabled={isDisabled}
        onDrop={async ({ items }) => {
          const files = await Promise.all(
            items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])),
          )
          if (files.length > 0) bringing.mutate(files)
        }}
      >
        <Text slot="label">
          <b>{t('drop')}</b>
        </Text>
        <p className="soft">{t('dropKinds')}</p>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.xml', 'application/xml', 'text/xml']}
          onSelect={(files) => files && bringing.mutate([...files])}
        >
          <Button isDisabled={isDisabled} isPending={bringing.isPending}>
            {t('choose')}
          </Button>
        </FileTrigger>
      </DropZone>
      <div aria-live="polite" className="stack">
        {bringing.data?.map(({ name, supplierInvoice, error }) =>
          supplierInvoice ? (
            <p key={name} className="notice">
              {t('taken', { number: supplierInvoice.number, supplier: supplierInvoice.supplier.name })}
            </p>
          ) : (
            <section key={name} className="stack" aria-label={name}>
              <b>{name}</b>
              <ProblemNotice error={error} />
            </section>
          ),
        )}
      </div>
    </>
  )
}
