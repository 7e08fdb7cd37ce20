import type { MemberCeiling } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedAmount } from '../../api/money.ts'
import { ceilingsQuery, setCeiling } from '../../api/validations.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today, useRested } from '../../shell/hooks.ts'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** How much each member agrees alone. */
export function Ceilings() {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const office = useOffice()
  const [search, setSearch] = useState('')
  const [setting, setSetting] = useState<MemberCeiling>()
  const ceilings = useInfiniteQuery(ceilingsQuery(office.slug, useRested(search.trim(), 250)))
  const items = ceilings.data?.pages.flatMap((page) => page.items) ?? []
  const amount = (value: string | null, currency: string) =>
    value === null ? <span className="soft">{t('ceilings.none')}</span> : format.money(value, currency)
  return (
    <div className="stack">
      <h2>{t('ceilings.title')}</h2>
      <p className="soft">{t('ceilings.intro')}</p>
      <search className="filters">
        <TextInput label={t('queue.member')} type="search" value={search} onChange={setSearch} />
      </search>
      {ceilings.error && <ProblemNotice error={ceilings.error} onRetry={() => ceilings.refetch()} />}
      {items.length > 0 && (
        <DataTable
          caption={t('ceilings.title')}
          captionUnseen
          rows={items}
          rowKey={({ memberId }) => memberId}
          columns={[
            { id: 'member', head: t('queue.member'), cell: ({ name }) => name },
            {
              id: 'contract',
              head: t('ceilings.perContract'),
              end: true,
              cell: ({ perContract, currency }) => amount(perContract, currency),
            },
            {
              id: 'month',
              head: t('ceilings.perMonth'),
              end: true,
              cell: ({ perMonth, currency }) => amount(perMonth, currency),
            },
            {
              id: 'act',
              head: <span className="unseen">{t('ceilings.set')}</span>,
              label: '',
              end: true,
              cell: (ceiling) =>
                office.may('approver') && (
                  <Button
                    small
                    look="plain"
                    onPress={() => setSetting(ceiling)}
                    aria-label={`${t('ceilings.set')}: ${ceiling.name}`}
                  >
                    {t('ceilings.set')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <More list={ceilings} />
      {setting && <CeilingDialog ceiling={setting} onClose={() => setSetting(undefined)} />}
    </div>
  )
}

function CeilingDialog({ ceiling, onClose }: { ceiling: MemberCeiling; onClose: () => void }) {
  const { t } = useTranslation('quotes')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [perContract, setPerContract] = useState(ceiling.perContract ?? '')
  const [perMonth, setPerMonth] = useState(ceiling.perMonth ?? '')
  const [validFrom, setValidFrom] = useState(today())
  // What is no amount goes as it is, and the server says so beside its field.
  const amountOf = (text: string) => (text.trim() === '' ? null : (typedAmount(text) ?? text))
  const setting = useMutation({
    mutationFn: () =>
      setCeiling(slug, ceiling.memberId, {
        perContract: amountOf(perContract),
        perMonth: amountOf(perMonth),
        validFrom,
      }),
    onSuccess: async () => {
      say(t('ceilings.done'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug, 'ceilings'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={`${t('ceilings.set')}: ${ceiling.name}`}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setting.mutate()
        }}
      >
        <TextInput
          label={t('ceilings.perContract')}
          help={t('ceilings.empty')}
          value={perContract}
          onChange={setPerContract}
          inputMode="decimal"
          wrong={faultOf(setting.error, 'perContract')}
        />
        <TextInput
          label={t('ceilings.perMonth')}
          help={t('ceilings.empty')}
          value={perMonth}
          onChange={setPerMonth}
          inputMode="decimal"
          wrong={faultOf(setting.error, 'perMonth')}
        />
        <TextInput
          label={t('ceilings.from')}
          type="date"
          min={today()}
          value={validFrom}
          onChange={setValidFrom}
          wrong={faultOf(setting.error, 'validFrom')}
        />
        {setting.error && <ProblemNotice error={setting.error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('shell:actions.cancel')}
          </Button>
          <Button type="submit" isPending={setting.isPending}>
            {t('ceilings.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
