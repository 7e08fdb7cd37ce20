import type { Correction } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { correctionQuery } from '../../api/office.ts'
import { countryTextsQuery } from '../../api/texts.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Lines } from '../../wages/lines.tsx'
import { useOffice } from './office-portal.tsx'

/** The differences of a correction that was computed. */
export function StoredDifferences({ id }: { id: string }) {
  const { slug } = useOffice()
  const correction = useQuery(correctionQuery(slug, id))
  if (correction.error) return <ProblemNotice error={correction.error} onRetry={() => correction.refetch()} />
  if (!correction.data) return <Loading heights={[200, 300]} />
  return <Differences correction={correction.data} />
}

/** What a correction comes to: in all, by authority, by worker, and line by line with the reason. */
export function Differences({ correction, paidOn }: { correction: Correction; paidOn?: string }) {
  const { t, i18n } = useTranslation('office')
  const format = useFormats()
  const { data: texts = {} } = useQuery(countryTextsQuery(correction.country, i18n.language))
  const money = (amount: string) => format.money(amount, correction.currency)
  const change = (amount: string) => format.change(amount, correction.currency)
  const { difference } = correction
  const facts: [string, string][] = [
    [t('corrections.workers'), format.number(correction.workers)],
    [t('corrections.net'), change(difference.net)],
    [t('corrections.toWorkers'), money(correction.toWorkers)],
    [t('corrections.claims'), money(correction.claims)],
    [t('corrections.contributions'), change(difference.employeeContributions)],
    [t('corrections.tax'), change(difference.wageTax)],
    [t('corrections.cost'), change(difference.employerCost)],
    ...(paidOn ? [[t('corrections.paidOn'), format.shortDay(paidOn)] as [string, string]] : []),
  ]
  return (
    <>
      <section className="card stack" aria-label={t('corrections.difference')}>
        <Facts facts={facts} />
        {correction.totalsOnly > 0 && (
          <p className="small soft">{t('corrections.totalsOnly', { count: correction.totalsOnly })}</p>
        )}
        {!isZero(correction.claims) && <p className="notice">{t('corrections.claimsMeaning')}</p>}
        {!isZero(difference.employerCost) && (
          <>
            <h2>{t('corrections.bears')}</h2>
            <Facts
              facts={[
                [t('corrections.budgets'), change(correction.budgets)],
                ...correction.borneBy.map(({ name, amount }): [string, string] => [name, change(amount)]),
                ...(isZero(correction.advance)
                  ? []
                  : [[t('corrections.advance'), money(correction.advance)] as [string, string]]),
              ]}
            />
          </>
        )}
      </section>
      <DataTable
        caption={t('corrections.authorities')}
        rows={correction.authorities}
        rowKey={({ authority }) => authority}
        columns={[
          {
            id: 'authority',
            head: t('corrections.authority'),
            cell: ({ authority }) => (
              <span lang={texts.language}>{texts[`authorities.${authority}`] ?? authority}</span>
            ),
          },
          { id: 'before', head: t('corrections.before'), end: true, cell: ({ before }) => money(before) },
          { id: 'now', head: t('corrections.now'), end: true, cell: ({ now }) => money(now) },
          {
            id: 'difference',
            head: t('corrections.difference'),
            end: true,
            cell: (row) => <b>{change(row.difference)}</b>,
          },
        ]}
      />
      <section className="stack" aria-labelledby="by-worker">
        <h2 id="by-worker">{t('corrections.byWorker')}</h2>
        {correction.largest.length < correction.workers && (
          <p className="small soft">
            {t('corrections.shown', {
              count: correction.workers,
              shown: format.number(correction.largest.length),
            })}
          </p>
        )}
        {correction.largest.map((worker) => (
          <Worker
            key={`${worker.memberId}${worker.legalEntityId}`}
            worker={worker}
            texts={texts}
            currency={correction.currency}
          />
        ))}
      </section>
    </>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type WorkerDifference = Correction['largest'][number]

function Worker({
  worker,
  texts,
  currency,
}: {
  worker: WorkerDifference
  texts: Record<string, string>
  currency: string
}) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const money = (amount: string) => format.money(amount, currency)
  const change = (amount: string) => format.change(amount, currency)
  const rows = (
    [
      ['net', 'net'],
      ['contributions', 'employeeContributions'],
      ['tax', 'wageTax'],
      ['employer', 'employerCost'],
    ] as const
  ).map(([id, figure]) => ({
    id,
    before: worker.before[figure],
    now: worker.now[figure],
    difference: worker.difference[figure],
  }))
  return (
    <article className="card stack correction-worker">
      <h3>{worker.memberName}</h3>
      <DataTable
        caption={worker.memberName}
        captionUnseen
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', head: t('payslip.figure'), cell: ({ id }) => t(`corrections.${id}`) },
          { id: 'before', head: t('corrections.before'), end: true, cell: ({ before }) => money(before) },
          { id: 'now', head: t('corrections.now'), end: true, cell: ({ now }) => money(now) },
          {
            id: 'difference',
            head: t('corrections.difference'),
            end: true,
            cell: (row) => <b>{change(row.difference)}</b>,
          },
        ]}
      />
      {worker.payslips.map((payslip) => (
        <section key={payslip.payslipId} className="correction-payslip">
          <div className="row apart">
            <h4>
              {t('corrections.payslipOf', {
                job: payslip.contractReference,
                days: format.days(payslip.periodFrom, payslip.periodTo),
              })}
            </h4>
            <Link to="/office/$office/payslips/$id" params={{ office: slug, id: payslip.payslipId }}>
              {t('corrections.open')}
            </Link>
          </div>
          <Lines lines={payslip.lines} texts={texts} currency={currency} side="both" />
        </section>
      ))}
    </article>
  )
}
