import type { Statements } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type StatementsQuestion,
  statementsAddress,
  statementsPdfAddress,
  statementsQuery,
} from '../../api/office.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { PeriodChoice } from '../../shell/period-choice.tsx'
import { useOffice } from './office-portal.tsx'
import { YearDownloads } from './year-downloads.tsx'

const ALL = 'all'

/** Balance sheet, profit and loss and cash flow of the year so far, beside the year before. */
export function StatementsPage() {
  const { t, i18n } = useTranslation('office')
  const { slug } = useOffice()
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? today().slice(0, 7)
  const [chart, setChart] = useState<StatementsQuestion['chart']>('national')
  const [entity, setEntity] = useState(ALL)
  const question = { period, chart, ...(entity !== ALL && { entity }) }
  const statements = useQuery(statementsQuery(slug, question))
  const { data } = statements
  return (
    <Page
      title={t('statements.title')}
      intro={t('statements.intro')}
      actions={
        <>
          <PeriodChoice period={period} />
          <ChoiceInput
            label={t('statements.chart')}
            value={chart}
            onChange={(chosen) => setChart(chosen === 'group' ? 'group' : 'national')}
            choices={(['national', 'group'] as const).map((id) => ({ id, label: t(`statements.${id}`) }))}
          />
          {data && data.companies.length > 1 && (
            <ChoiceInput
              label={t('statements.company')}
              value={entity}
              onChange={setEntity}
              choices={[
                { id: ALL, label: t('statements.all') },
                ...data.companies.map(({ entityNo, name }) => ({ id: String(entityNo), label: name })),
              ]}
            />
          )}
          <a className="button" href={statementsPdfAddress(slug, question, i18n.language)} download>
            {t('statements.pdf')}
          </a>
          <a className="button" href={statementsAddress(slug, question)} download>
            {t('statements.csv')}
          </a>
        </>
      }
    >
      {statements.error && <ProblemNotice error={statements.error} onRetry={() => statements.refetch()} />}
      {statements.isPending && !statements.error && <Loading heights={[320, 320, 200]} />}
      {data && <Tables data={data} />}
      <YearDownloads year={period.slice(0, 4)} entity={entity === ALL ? '1' : entity} />
    </Page>
  )
}

function Tables({ data }: { data: Statements }) {
  const { t } = useTranslation('office')
  const { balanceSheet, profitAndLoss, cashFlow } = data
  return (
    <>
      <h2>{t('statements.balanceSheet')}</h2>
      <SectionTable data={data} caption={t('statements.assets')} section={balanceSheet.assets} />
      <SectionTable data={data} caption={t('statements.liabilities')} section={balanceSheet.liabilities} />
      <SectionTable data={data} caption={t('statements.equity')} section={balanceSheet.equity} />
      <h2>{t('statements.profitAndLoss')}</h2>
      <SectionTable data={data} caption={t('statements.income')} section={profitAndLoss.income} />
      <SectionTable
        data={data}
        caption={t('statements.expenses')}
        section={profitAndLoss.expenses}
        after={[[t('statements.resultLine'), profitAndLoss.result]]}
      />
      <h2>{t('statements.cashFlow')}</h2>
      <SectionTable
        data={data}
        caption={t('statements.flows')}
        section={cashFlow.flows}
        after={[
          [t('statements.opening'), cashFlow.opening],
          [t('statements.closing'), cashFlow.closing],
        ]}
      />
    </>
  )
}

interface Figure {
  amount: string
  before: string
}

interface SectionTableProps {
  data: Statements
  caption: string
  section: Statements['balanceSheet']['assets']
  /** Further figures under the total. */
  after?: readonly [string, Figure][]
}

function SectionTable({ data, caption, section, after = [] }: SectionTableProps) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, data.currency)
  const feet: readonly [string, Figure][] = [[t('statements.total'), section], ...after]
  return (
    <DataTable
      caption={caption}
      rows={section.lines}
      rowKey={({ number, result }) => result ?? number}
      wide
      columns={[
        {
          id: 'account',
          head: t('statements.account'),
          cell: ({ number, name, result }) => (result ? t(`statements.${result}`) : `${number} ${name}`),
        },
        { id: 'amount', head: format.day(data.to), end: true, cell: ({ amount }) => money(amount) },
        { id: 'before', head: format.day(data.toBefore), end: true, cell: ({ before }) => money(before) },
      ]}
      foot={feet.map(([label, figure]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td className="end">{money(figure.amount)}</td>
          <td className="end">{money(figure.before)}</td>
        </tr>
      ))}
    />
  )
}
