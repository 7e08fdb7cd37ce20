import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { historyAddress, payslipsQuery } from '../../api/member.ts'
import { sum } from '../../api/money.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { ClaimNotice } from './claim-notice.tsx'
import { useMemberOffice } from './member-office.tsx'
import { ReturnedNotice } from './returned-notice.tsx'

/** The member's payslips, a table a year. */
export function PayslipsPage() {
  const { t } = useTranslation('me')
  const format = useFormats()
  const { office } = useMemberOffice()
  const payslips = useQuery(payslipsQuery(office.slug))
  const items = payslips.data?.items ?? []
  const years = Object.entries(Object.groupBy(items, ({ paidOn }) => paidOn.slice(0, 4))).reverse()
  return (
    <Page title={t('payslips.title')} intro={t('payslips.intro')}>
      <ReturnedNotice slug={office.slug} />
      <ClaimNotice slug={office.slug} />
      {payslips.error && <ProblemNotice error={payslips.error} onRetry={() => payslips.refetch()} />}
      {payslips.isPending && !payslips.error && <Loading heights={[320]} />}
      {payslips.data && items.length === 0 && (
        <Empty title={t('payslips.none')}>
          <p>{t('payslips.noneNext')}</p>
        </Empty>
      )}
      {years.map(([year, rows = []]) => (
        <DataTable
          key={year}
          caption={year}
          rows={rows}
          rowKey={({ payslipId }) => payslipId}
          columns={[
            {
              id: 'job',
              head: t('payslips.job'),
              cell: ({ payslipId, contract, corrects }) => (
                <>
                  <Link to="/me/payslips/$id" params={{ id: payslipId }}>
                    {contract.title}
                  </Link>{' '}
                  {corrects && <Badge>{t('payslip.correction')}</Badge>}
                </>
              ),
            },
            {
              id: 'days',
              head: t('payslips.days'),
              cell: ({ periodFrom, periodTo }) => format.days(periodFrom, periodTo),
            },
            { id: 'paidOn', head: t('payslips.paidOn'), cell: ({ paidOn }) => format.shortDay(paidOn) },
            {
              id: 'gross',
              head: t('payslips.gross'),
              end: true,
              cell: ({ gross, currency }) => format.money(gross, currency),
            },
            {
              id: 'net',
              head: t('payslips.net'),
              end: true,
              cell: ({ net, currency }) => <b>{format.money(net, currency)}</b>,
            },
          ]}
          foot={
            <tr>
              <th scope="row" colSpan={3}>
                {t('payslips.total', { count: rows.length })}
              </th>
              <td className="end" data-label={t('payslips.gross')}>
                {format.money(sum(rows.map(({ gross }) => gross)), rows[0]?.currency ?? office.currency)}
              </td>
              <td className="end" data-label={t('payslips.net')}>
                {format.money(sum(rows.map(({ net }) => net)), rows[0]?.currency ?? office.currency)}
              </td>
            </tr>
          }
        />
      ))}
      <TakeAlong slug={office.slug} />
    </Page>
  )
}

/** The member's whole history as one signed file. */
function TakeAlong({ slug }: { slug: string }) {
  const { t } = useTranslation('me')
  const taking = useMutation({ mutationFn: () => download(historyAddress(slug)) })
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('history.title')}</h2>
      <p className="soft">{t('history.meaning')}</p>
      {taking.error && <ProblemNotice error={taking.error} />}
      <div>
        <Button look="quiet" isPending={taking.isPending} onPress={() => taking.mutate()}>
          {t('history.download')}
        </Button>
      </div>
    </section>
  )
}
