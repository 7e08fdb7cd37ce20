import type { Mandate } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { endMandate, fileMandatePaper, mandatePaperAddress, mandatesQuery } from '../../api/direct-debits.ts'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { MandateDialog } from './mandate-dialog.tsx'
import { useOffice } from './office-portal.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** What a client signed so that the office collects from its account. */
export function ClientMandates({ clientId, clientName }: { clientId: string; clientName: string }) {
  const { t } = useTranslation('direct-debits')
  const format = useFormats()
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const mandates = useQuery(mandatesQuery(slug, clientId))
  const [isRecording, setRecording] = useState(false)
  const [ending, setEnding] = useState<Mandate>()
  const filing = useMutation({
    mutationFn: ({ mandateId, file }: { mandateId: string; file: File }) =>
      fileMandatePaper(slug, mandateId, file),
    onSuccess: async () => {
      say(t('paperFiled'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const mayWrite = may('staff', 'approver', 'finance')
  return (
    <div className="stack">
      <div className="row">
        <h2>{t('mandates')}</h2>
        {mayWrite && (
          <Button small onPress={() => setRecording(true)}>
            {t('record')}
          </Button>
        )}
      </div>
      <p className="small soft">{t('mandatesMeaning')}</p>
      {mandates.error && <ProblemNotice error={mandates.error} onRetry={() => mandates.refetch()} />}
      {filing.error && <ProblemNotice error={filing.error} />}
      {mandates.data && mandates.data.length > 0 && (
        <DataTable
          caption={t('mandates')}
          captionUnseen
          rows={mandates.data}
          rowKey={({ mandateId }) => mandateId}
          columns={[
            {
              id: 'reference',
              head: t('reference'),
              cell: ({ reference, scheme, recurring }) =>
                `${reference} · ${scheme} · ${t(recurring ? 'recurring' : 'oneOff')}`,
            },
            { id: 'iban', head: 'IBAN', cell: ({ iban }) => iban },
            { id: 'signed', head: t('signedOn'), cell: ({ signedOn }) => format.day(signedOn) },
            {
              id: 'state',
              head: t('state'),
              cell: ({ endedOn, endReason, hasPaper }) =>
                endedOn ? (
                  <>
                    <Badge mood="bad">{t('endedOn', { day: format.shortDay(endedOn) })}</Badge> {endReason}
                  </>
                ) : (
                  <Badge mood={hasPaper ? 'good' : 'warn'}>
                    {t(hasPaper ? 'usable' : 'obstacles.no-paper')}
                  </Badge>
                ),
            },
            {
              id: 'act',
              head: <span className="unseen">{t('action')}</span>,
              label: '',
              end: true,
              cell: (mandate) => (
                <span className="row">
                  {mandate.hasPaper ? (
                    <a
                      className="button quiet small"
                      href={mandatePaperAddress(slug, mandate.mandateId)}
                      download
                    >
                      {t('paper')}
                    </a>
                  ) : (
                    mayWrite &&
                    mandate.endedOn === null && (
                      <FileTrigger
                        acceptedFileTypes={['application/pdf', 'image/png', 'image/jpeg']}
                        onSelect={(files) =>
                          files?.[0] && filing.mutate({ mandateId: mandate.mandateId, file: files[0] })
                        }
                      >
                        <Button small isPending={filing.isPending}>
                          {t('filePaper')}
                        </Button>
                      </FileTrigger>
                    )
                  )}
                  {mandate.endedOn === null && mayWrite && (
                    <Button small look="quiet" onPress={() => setEnding(mandate)}>
                      {t('end')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {isRecording && (
        <MandateDialog clientId={clientId} clientName={clientName} onClose={() => setRecording(false)} />
      )}
      {ending && (
        <ReasonDialog
          title={t('end')}
          meaning={t('endMeaning', { reference: ending.reference })}
          confirm={t('end')}
          done={t('endedNow')}
          onConfirm={(reason) => endMandate(slug, ending.mandateId, reason)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  )
}
