import type { OneStopShopReturn, SalesList, VatReturn } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  oneStopShopQuery,
  salesListQuery,
  VAT_FORMS,
  type VatForm,
  type VatQuestion,
  vatReturnQuery,
} from '../../api/vat.ts'
import { TreatmentBars } from '../../charts/treatment-bars.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'
import { VatBoxes } from './vat-boxes.tsx'
import { VatFilingDialog } from './vat-filing-dialog.tsx'
import { VatOneStopShop } from './vat-one-stop-shop.tsx'
import { VatSalesList } from './vat-sales-list.tsx'
import { VatSettingsDialog } from './vat-settings-dialog.tsx'

interface Search extends VatQuestion {
  form?: VatForm
}

/**
 * What a company owes the authority in VAT, in the form's own boxes; its services to businesses elsewhere in the Union, and
 * what it owes other Member States.
 */
export function VatPage() {
  const { t } = useTranslation('vat')
  const { slug } = useOffice()
  const navigate = useNavigate()
  const { form = 'return', ...question } = useSearch({ strict: false }) as Search
  const figures = useQuery({ ...vatReturnQuery(slug, question), enabled: form === 'return' })
  const list = useQuery({ ...salesListQuery(slug, question), enabled: form === 'sales-list' })
  const shop = useQuery({ ...oneStopShopQuery(slug, question), enabled: form === 'one-stop-shop' })
  const [choosing, setChoosing] = useState(false)
  const shown = { return: figures, 'sales-list': list, 'one-stop-shop': shop }[form]
  const { data } = shown
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          <ChoiceInput
            label={t('form')}
            value={form}
            onChange={(id) => navigate({ to: '.', search: { ...question, form: id as VatForm } })}
            choices={VAT_FORMS.map((id) => ({ id, label: t(`forms.${id}`) }))}
          />
          {data && (
            <Button look="quiet" onPress={() => setChoosing(true)}>
              {t('settings.open')}
            </Button>
          )}
          {data && data.companies.length > 1 && (
            <ChoiceInput
              label={t('company')}
              value={String(data.company.entityNo)}
              onChange={(entity) => navigate({ to: '.', search: { ...question, form, entity } })}
              choices={data.companies.map(({ entityNo, name }) => ({ id: String(entityNo), label: name }))}
            />
          )}
        </>
      }
    >
      {shown.error && <ProblemNotice error={shown.error} onRetry={() => shown.refetch()} />}
      {shown.isPending && !shown.error && <Loading heights={[160, 320, 320]} />}
      {data && <Period data={data} form={form} question={question} />}
      {form === 'return' && figures.data && <Figures data={figures.data} question={question} />}
      {form === 'sales-list' && list.data && <VatSalesList data={list.data} question={question} />}
      {form === 'one-stop-shop' && shop.data && <VatOneStopShop data={shop.data} question={question} />}
      {choosing && data && (
        <VatSettingsDialog entity={data.company.entityNo} onClose={() => setChoosing(false)} />
      )}
    </Page>
  )
}

interface PeriodProps {
  data: VatReturn | SalesList | OneStopShopReturn
  form: VatForm
  question: VatQuestion
}

/** Which days, whether they are filed, and the way to the period before and after. */
function Period({ data, form, question }: PeriodProps) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const office = useOffice()
  const [filing, setFiling] = useState(false)
  const to = (period: string) => ({ ...question, form, period })
  return (
    <section className="card stack" aria-labelledby="vat-period">
      <h2 id="vat-period">
        {data.period} <Badge mood={data.filed ? 'good' : 'plain'}>{t(data.filed ? 'filed' : 'open')}</Badge>
      </h2>
      <p className="soft">
        {data.form ?? t('noForm')} · {format.day(data.from)} – {format.day(data.to)}
      </p>
      {data.filed && (
        <p>{t('filedAs', { day: format.day(data.filed.filedOn), reference: data.filed.reference })}</p>
      )}
      <div className="row">
        <Link to="." search={to(data.previous)} className="button quiet">
          {t('before', { period: data.previous })}
        </Link>
        <Link to="." search={to(data.next)} className="button quiet">
          {t('after', { period: data.next })}
        </Link>
        {data.canFile && office.may('approver', 'finance') && (
          <Button onPress={() => setFiling(true)}>{t('file')}</Button>
        )}
      </div>
      {filing && (
        <VatFilingDialog
          form={form}
          period={data.period}
          entity={data.company.entityNo}
          onClose={() => setFiling(false)}
        />
      )}
    </section>
  )
}

function Figures({ data, question }: { data: VatReturn; question: VatQuestion }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, data.currency)
  const { agreement } = data
  const back = data.result.startsWith('-')
  if (data.treatments.length === 0)
    return (
      <Empty title={t('nothing')}>
        <p>{t('nothingNext')}</p>
      </Empty>
    )
  return (
    <>
      <section className="card stack" aria-labelledby="vat-result">
        <h2 id="vat-result">{t(back ? 'comesBack' : 'toPay')}</h2>
        <p className="number">
          <b>{money(back ? data.result.slice(1) : data.result)}</b>
        </p>
        <p className="soft">{t(`due.${data.dueOn}`)}</p>
        <p>
          <Badge mood={agreement.agrees ? 'good' : 'bad'}>
            {t(agreement.agrees ? 'agrees' : 'disagrees')}
          </Badge>{' '}
          {t('agreement', {
            books: money(agreement.charged.books),
            documents: money(agreement.charged.documents),
          })}
        </p>
      </section>
      <TreatmentBars data={data} />
      {data.boxes.length > 0 && <VatBoxes data={data} question={question} />}
    </>
  )
}
