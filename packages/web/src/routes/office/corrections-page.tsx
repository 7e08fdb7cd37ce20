import type { CorrectionPreview } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { computeCorrection, correctionPreviewQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { Claims } from './claims.tsx'
import { Differences } from './correction-differences.tsx'
import { Excluded } from './excluded.tsx'
import { useOffice } from './office-portal.tsx'

/** Law that came late: what it makes of payslips that were paid, before anything is stored; and the claims it left. */
export function CorrectionsPage() {
  const { t } = useTranslation('office')
  const office = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { from?: string }
  const preview = useQuery(correctionPreviewQuery(office.slug, search.from))
  return (
    <Page
      title={t('corrections.title')}
      intro={t('corrections.intro')}
      actions={
        <TextInput
          label={t('corrections.from')}
          type="date"
          value={search.from ?? `${today().slice(0, 4)}-01-01`}
          max={today()}
          onChange={(from) => from && navigate({ to: '.', search: { from }, replace: true })}
        />
      }
    >
      {preview.error && <ProblemNotice error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isPending && !preview.error && <Loading heights={[200, 300]} />}
      {preview.data && !preview.error && <Preview preview={preview.data} />}
      <Claims />
    </Page>
  )
}

function Preview({ preview }: { preview: CorrectionPreview }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const navigate = useNavigate()
  const computing = useMutation({
    mutationFn: () => computeCorrection(office.slug, preview.from),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'pay-runs'] })
      say(t('corrections.prepared', { count: run.payslips }))
      await navigate({
        to: '/office/$office/pay-runs/$id',
        params: { office: office.slug, id: run.payRunId },
      })
    },
  })
  if (preview.payslips === 0)
    return (
      <>
        <Empty title={t('corrections.nothing')}>
          <p>{t('corrections.nothingNext', { day: format.day(preview.from) })}</p>
        </Empty>
        {preview.excluded.length > 0 && <Excluded excluded={preview.excluded} />}
      </>
    )
  return (
    <>
      <section className="row apart" aria-labelledby="found-title">
        <h2 id="found-title">{t('corrections.found', { count: preview.payslips })}</h2>
        {office.may('staff', 'approver') && (
          <Button onPress={() => computing.mutate()} isPending={computing.isPending}>
            {t('corrections.prepare')}
          </Button>
        )}
      </section>
      {computing.error && <ProblemNotice error={computing.error} />}
      {preview.excluded.length > 0 && <Excluded excluded={preview.excluded} />}
      <Differences correction={preview} paidOn={preview.paidOn} />
    </>
  )
}
