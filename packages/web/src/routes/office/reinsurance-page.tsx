import type { Reinsurance } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fundsQuery } from '../../api/office.ts'
import { reinsuranceQuery } from '../../api/reinsurance.ts'
import { CededLosses } from '../../charts/ceded-losses.tsx'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { AssumeDialog } from './assume-dialog.tsx'
import { accountable, CedeDialog } from './cede-dialog.tsx'
import { useFundName } from './fund-names.ts'
import { useOffice } from './office-portal.tsx'
import { ReinsuranceMonths } from './reinsurance-months.tsx'
import { TreatyDialog } from './treaty-dialog.tsx'

/** What the guarantee fund passes on of its losses, and what it takes on from other offices. */
export function ReinsurancePage() {
  const { t } = useTranslation('reinsurance')
  const { slug, may } = useOffice()
  const [asked, setAsked] = useState<'agree' | 'cede' | 'assume'>()
  const whole = useQuery(reinsuranceQuery(slug))
  const funds = useQuery(fundsQuery(slug))
  const failed = [whole, funds].find(({ error }) => error)
  const close = () => setAsked(undefined)
  const { data } = whole
  const mayCede = data && accountable(data.treaties).length > 0
  const takesOn = data?.treaties.some(({ direction }) => direction === 'assumed')
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        may('finance') &&
        data &&
        funds.data && (
          <>
            {mayCede && <Button onPress={() => setAsked('cede')}>{t('cede')}</Button>}
            {takesOn && <Button onPress={() => setAsked('assume')}>{t('assume')}</Button>}
            <Button look="quiet" onPress={() => setAsked('agree')}>
              {t('agree')}
            </Button>
          </>
        )
      }
    >
      {failed?.error && <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {!(data && funds.data) && !failed && <Loading heights={[200, 320]} />}
      {data?.treaties.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {data && (['ceded', 'assumed'] as const).map((one) => <Losses key={one} direction={one} data={data} />)}
      {data && <ReinsuranceMonths accounts={data.accounts} />}
      {data && data.treaties.length > 0 && <Treaties treaties={data.treaties} />}
      {data && asked === 'cede' && <CedeDialog treaties={data.treaties} onClose={close} />}
      {funds.data && asked === 'assume' && <AssumeDialog currency={funds.data.currency} onClose={close} />}
      {funds.data && asked === 'agree' && <TreatyDialog funds={funds.data} onClose={close} />}
    </Page>
  )
}

function Losses({ direction, data }: { direction: 'ceded' | 'assumed'; data: Reinsurance }) {
  const { t } = useTranslation('reinsurance')
  const accounts = data.accounts.filter((account) => account.direction === direction)
  if (!accounts.some(({ statement }) => statement.lines.length > 0)) return null
  const title = t(`losses.${direction}`)
  return (
    <div className="card stack">
      <h2>{title}</h2>
      <CededLosses accounts={accounts} title={title} />
    </div>
  )
}

function Treaties({ treaties }: Pick<Reinsurance, 'treaties'>) {
  const { t } = useTranslation('reinsurance')
  const format = useFormats()
  const nameOf = useFundName()
  const { slug } = useOffice()
  const funds = useQuery(fundsQuery(slug))
  const fundOf = (id: string) => {
    const fund = funds.data?.funds.find(({ fundId }) => fundId === id)
    return fund ? nameOf(fund) : ''
  }
  return (
    <DataTable
      caption={t('treaties')}
      rows={treaties}
      rowKey={({ counterparty, direction, fromYear }) => `${counterparty} ${direction} ${fromYear}`}
      columns={[
        {
          id: 'what',
          head: t('treaty'),
          cell: ({ counterparty, direction, fromYear, fundId }) => (
            <>
              {t(`directions.${direction}`, { office: counterparty.toUpperCase() })}
              <div className="small soft">
                {[`${t('fromYear')} ${fromYear}`, fundOf(fundId)].filter(Boolean).join(', ')}
              </div>
            </>
          ),
        },
        {
          id: 'perLoss',
          head: t('retentionPerLoss'),
          end: true,
          cell: ({ retentionPerLoss, currency }) => format.money(retentionPerLoss, currency),
        },
        {
          id: 'perYear',
          head: t('retentionPerYear'),
          end: true,
          cell: ({ retentionPerYear, currency }) => format.money(retentionPerYear, currency),
        },
        { id: 'share', head: t('share'), end: true, cell: ({ sharePercent }) => format.rate(sharePercent) },
        {
          id: 'premium',
          head: t('premiumShare'),
          end: true,
          cell: ({ premiumPercent }) => format.rate(premiumPercent),
        },
      ]}
    />
  )
}
