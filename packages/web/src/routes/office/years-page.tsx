import type { FiscalYears } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { appropriationsQuery, fiscalYearsQuery } from '../../api/years.ts'
import { YearResults } from '../../charts/year-results.tsx'
import { Button } from '../../design/button.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { Appropriations } from './appropriations.tsx'
import { useOffice } from './office-portal.tsx'
import { AppropriationDialog, FiscalYearDialog } from './year-dialogs.tsx'

/** When the companies' years begin, how each ended, and what assemblies did with its result. */
export function YearsPage() {
  const { t } = useTranslation('years')
  const { slug, may } = useOffice()
  const [asked, setAsked] = useState<'year' | 'appropriation'>()
  const years = useQuery(fiscalYearsQuery(slug))
  const decided = useQuery(appropriationsQuery(slug))
  const failed = [years, decided].find(({ error }) => error)
  const close = () => setAsked(undefined)
  const { data } = years
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        may('finance') &&
        data &&
        data.companies.length > 0 && (
          <>
            <Button onPress={() => setAsked('appropriation')}>{t('propose')}</Button>
            <Button look="quiet" onPress={() => setAsked('year')}>
              {t('change')}
            </Button>
          </>
        )
      }
    >
      {failed?.error && <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {!(data && decided.data) && !failed && <Loading heights={[320, 200]} />}
      {data?.companies.length === 0 && <p className="soft">{t('noCompany')}</p>}
      {data?.companies.map((company) => (
        <CompanyYears key={company.entityNo} company={company} currency={data.currency} />
      ))}
      {data && decided.data && <Appropriations items={decided.data.items} companies={data.companies} />}
      {data && asked === 'year' && <FiscalYearDialog data={data} onClose={close} />}
      {data && asked === 'appropriation' && <AppropriationDialog data={data} onClose={close} />}
    </Page>
  )
}

type Company = FiscalYears['companies'][number]

function CompanyYears({ company, currency }: { company: Company; currency: string }) {
  const { t } = useTranslation('years')
  const format = useFormats()
  return (
    <section className="card stack" aria-label={company.name}>
      <h2>{company.name}</h2>
      <dl className="facts">
        <div>
          <dt>{t('now')}</dt>
          <dd>
            {format.day(company.from)} – {format.day(company.to)}
          </dd>
        </div>
        <div>
          <dt>{t('broughtForward')}</dt>
          <dd className="number">{format.money(company.broughtForward, currency)}</dd>
        </div>
        <div>
          <dt>{t('reserves')}</dt>
          <dd className="number">{format.money(company.reserves, currency)}</dd>
        </div>
      </dl>
      <YearResults company={company} currency={currency} />
      {company.rules.length === 0 ? (
        <p className="small soft">{t('calendarYears')}</p>
      ) : (
        <DataTable
          caption={t('rules', { company: company.name })}
          rows={company.rules}
          rowKey={({ from }) => from}
          columns={[
            { id: 'from', head: t('from'), cell: ({ from }) => format.day(from) },
            { id: 'months', head: t('firstYear'), cell: ({ months }) => t('months', { count: months }) },
            { id: 'reason', head: t('reason'), cell: ({ reason }) => reason },
            { id: 'by', head: t('setBy'), cell: ({ setBy, setAt }) => `${setBy}, ${format.moment(setAt)}` },
          ]}
        />
      )}
    </section>
  )
}
