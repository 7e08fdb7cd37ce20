import type { Asset } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { depreciate, equipmentQuery } from '../../api/bookkeeping.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { previousPeriod } from '../../shell/period.ts'
import { DisposeDialog } from './dispose-dialog.tsx'
import { Loans } from './loans.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** What activities bought to keep, and what they borrowed. */
export function EquipmentPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [withDisposed, setWithDisposed] = useState(false)
  const [disposing, setDisposing] = useState<Asset>()
  const register = useInfiniteQuery(equipmentQuery(office.slug, withDisposed))
  const month = previousPeriod(today().slice(0, 7))
  const writingOff = useMutation({
    mutationFn: () => depreciate(office.slug, month),
    onSuccess: async ({ assets, amount, currency }) => {
      say(t('equipment.writtenOff', { count: assets, amount: format.money(amount, currency) }))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const items = register.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('equipment.title')}
      intro={t('equipment.intro')}
      actions={
        office.may('finance') && (
          <Button look="quiet" isPending={writingOff.isPending} onPress={() => writingOff.mutate()}>
            {t('equipment.writeOff', { month: format.month(month) })}
          </Button>
        )
      }
    >
      {writingOff.error && <ProblemNotice error={writingOff.error} />}
      {register.error && <ProblemNotice error={register.error} onRetry={() => register.refetch()} />}
      {register.isPending && !register.error && <Loading heights={[320]} />}
      {register.data && items.length === 0 && (
        <Empty title={t('equipment.none')}>
          <p>{t('equipment.noneNext')}</p>
          <p>
            <Link to="/office/$office/supplier-invoices" params={{ office: office.slug }}>
              {t('nav', { ns: 'supplier-invoices' })}
            </Link>
          </p>
        </Empty>
      )}
      {items.length > 0 && <Register items={items} onDispose={setDisposing} />}
      <div className="row">
        <Button look="quiet" small onPress={() => setWithDisposed(!withDisposed)}>
          {t(withDisposed ? 'equipment.hideDisposed' : 'equipment.showDisposed')}
        </Button>
        <More list={register} />
      </div>
      <Loans />
      {disposing && <DisposeDialog asset={disposing} onClose={() => setDisposing(undefined)} />}
    </Page>
  )
}

function Register({ items, onDispose }: { items: readonly Asset[]; onDispose: (asset: Asset) => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  return (
    <DataTable
      caption={t('equipment.register')}
      rows={items}
      rowKey={({ assetId }) => assetId}
      columns={[
        { id: 'name', head: t('equipment.name'), cell: ({ name }) => name },
        { id: 'activity', head: t('equipment.activity'), cell: ({ activityName }) => activityName },
        { id: 'bought', head: t('equipment.bought'), cell: ({ boughtOn }) => format.day(boughtOn) },
        {
          id: 'plan',
          head: t('equipment.plan'),
          cell: ({ months, declining }) =>
            declining === null
              ? t('equipment.linear', { count: months })
              : t('equipment.declining', { count: months, percent: declining }),
        },
        {
          id: 'cost',
          head: t('equipment.cost'),
          end: true,
          cell: ({ cost, currency }) => format.money(cost, currency),
        },
        {
          id: 'value',
          head: t('equipment.value'),
          end: true,
          cell: ({ bookValue, currency }) => format.money(bookValue, currency),
        },
        {
          id: 'gone',
          head: <span className="unseen">{t('equipment.gone')}</span>,
          label: '',
          end: true,
          cell: (asset) => {
            if (asset.disposedOn) return t('equipment.goneOn', { day: format.day(asset.disposedOn) })
            return (
              office.may('finance') && (
                <Button
                  small
                  look="quiet"
                  aria-label={t('equipment.disposeOf', { name: asset.name })}
                  onPress={() => onDispose(asset)}
                >
                  {t('equipment.dispose')}
                </Button>
              )
            )
          },
        },
      ]}
    />
  )
}
