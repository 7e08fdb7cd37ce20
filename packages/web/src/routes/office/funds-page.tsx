import type { FundRules, FundsOverview } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { fundRulesQuery, openFund } from '../../api/funds.ts'
import { isZero } from '../../api/money.ts'
import { fundsQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { inForce, useFundName } from './fund-names.ts'
import { FundRuleForm } from './fund-rule-form.tsx'
import { FundTransfers } from './fund-transfers.tsx'
import { useOffice } from './office-portal.tsx'

/** The shared funds: how levies are split, a new rule tried on last year's money, what assemblies move, funds of one's own. */
export function FundsPage() {
  const { t } = useTranslation('office')
  const office = useOffice()
  const funds = useQuery(fundsQuery(office.slug))
  const rules = useQuery(fundRulesQuery(office.slug))
  const failed = [funds, rules].find(({ error }) => error)
  return (
    <Page title={t('funds.title')} intro={t('funds.intro')}>
      {failed?.error && <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {(funds.isPending || rules.isPending) && !failed && <Loading heights={[260, 420]} />}
      {funds.data && rules.data && (
        <>
          <Standing funds={funds.data} rules={rules.data} />
          <FundRuleForm funds={funds.data} rules={rules.data} />
          <FundTransfers funds={funds.data} />
          {office.may('finance') && <OpenFund />}
        </>
      )}
    </Page>
  )
}

function Standing({ funds, rules }: { funds: FundsOverview; rules: FundRules }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const nameOf = useFundName()
  const now = inForce(rules.rules)
  const coming = rules.rules.filter(({ from }) => from > today())
  const money = (amount: string) => format.money(amount, funds.currency)
  const shareOf = (fundId: string) => now?.shares.find((share) => share.fundId === fundId)?.percent
  const named = (fundId: string) => {
    const fund = funds.funds.find((one) => one.fundId === fundId)
    return fund ? nameOf(fund) : ''
  }
  return (
    <>
      <DataTable
        caption={t('funds.all')}
        rows={funds.funds}
        rowKey={({ fundId }) => fundId}
        columns={[
          { id: 'fund', head: t('funds.fund'), cell: nameOf },
          {
            id: 'share',
            head: t('funds.inForce'),
            end: true,
            cell: ({ fundId }) => {
              const share = shareOf(fundId)
              return share === undefined ? <span className="soft">–</span> : format.rate(share)
            },
          },
          {
            id: 'available',
            head: t('funds.available'),
            end: true,
            cell: ({ available }) => <b>{money(available)}</b>,
          },
          { id: 'advanced', head: t('funds.advanced'), end: true, cell: ({ advanced }) => money(advanced) },
        ]}
      />
      {coming.length > 0 && (
        <DataTable
          caption={t('funds.coming')}
          rows={coming}
          rowKey={({ from }) => from}
          columns={[
            { id: 'from', head: t('funds.from'), cell: ({ from }) => format.day(from) },
            {
              id: 'shares',
              head: t('funds.shares'),
              cell: ({ shares }) =>
                shares.map(({ fundId, percent }) => `${named(fundId)} ${format.rate(percent)}`).join(' · '),
            },
            {
              id: 'bounds',
              head: t('funds.bounds'),
              cell: ({ from }) => <Bounds of={rules} from={from} money={money} named={named} />,
            },
          ]}
        />
      )}
    </>
  )
}

interface BoundsProps {
  of: FundRules
  from: string
  money: (amount: string) => string
  named: (fundId: string) => string
}

/** Floors and caps that begin on a day, one below the other. */
function Bounds({ of: { bounds }, from, money, named }: BoundsProps) {
  const { t } = useTranslation('office')
  const begun = bounds.find((rule) => rule.from === from)?.bounds ?? []
  const texts = begun.flatMap(({ fundId, floor, cap }) => [
    ...(isZero(floor) ? [] : [`${t('funds.floorOf', { name: named(fundId) })} ${money(floor)}`]),
    ...(cap === null ? [] : [`${t('funds.capOf', { name: named(fundId) })} ${money(cap)}`]),
  ])
  if (texts.length === 0) return '–'
  return (
    <div>
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </div>
  )
}

function OpenFund() {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const opening = useMutation({
    mutationFn: () => openFund(slug, name),
    onSuccess: async (fund) => {
      setName('')
      say(t('funds.opened', { name: fund.name }))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <section className="card stack" aria-labelledby="open-fund-title">
      <h2 id="open-fund-title">{t('funds.open')}</h2>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!opening.isPending) opening.mutate()
        }}
      >
        <TextInput
          label={t('funds.name')}
          help={t('funds.openHelp')}
          value={name}
          onChange={setName}
          isRequired
          wrong={faultOf(opening.error, 'name')}
        />
        {opening.error && <ProblemNotice error={opening.error} />}
        <div>
          <Button type="submit" look="quiet" isDisabled={name.trim() === ''} isPending={opening.isPending}>
            {t('funds.open')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
