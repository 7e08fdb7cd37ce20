import type { Loan } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approveLoan, collectInstalments, loansQuery, withdrawLoan } from '../../api/bookkeeping.ts'
import { fundsQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useFundName } from './fund-names.ts'
import { LendDialog, LoanStatementDialog } from './loan-dialogs.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** What activities borrowed, from the office or a fund. */
export function Loans() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [lending, setLending] = useState(false)
  const [read, setRead] = useState<Loan>()
  const loans = useInfiniteQuery(loansQuery(office.slug))
  const funds = useQuery(fundsQuery(office.slug))
  const fundName = useFundName()
  const lenderOf = ({ lender }: Loan) => {
    const fund = funds.data?.funds.find(({ fundId }) => fundId === lender?.fundId)
    return fund ? fundName(fund) : (lender?.name ?? t('loans.office'))
  }
  const refresh = () => client.invalidateQueries({ queryKey: ['office', office.slug] })
  const collecting = useMutation({
    mutationFn: () => collectInstalments(office.slug),
    onSuccess: async ({ instalments, overdue }) => {
      say(`${t('loans.collected', { count: instalments })} ${t('loans.overdue', { count: overdue })}`)
      await refresh()
    },
  })
  const deciding = useMutation({
    mutationFn: ({ loan, isApproved }: { loan: Loan; isApproved: boolean }) =>
      (isApproved ? approveLoan : withdrawLoan)(office.slug, loan.loanId),
    onSuccess: async ({ state, purpose }) => {
      say(t(state === 'lent' ? 'loans.lent' : 'loans.withdrawn', { purpose }))
      await refresh()
    },
  })
  const items = loans.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="stack" aria-label={t('loans.title')}>
      <div className="row">
        <h2>{t('loans.title')}</h2>
        {office.may('finance') && (
          <>
            <Button small onPress={() => setLending(true)}>
              {t('loans.lend')}
            </Button>
            <Button look="quiet" small isPending={collecting.isPending} onPress={() => collecting.mutate()}>
              {t('loans.collect')}
            </Button>
          </>
        )}
      </div>
      {[loans.error, collecting.error, deciding.error].map(
        (error, index) => error && <ProblemNotice key={index} error={error} />,
      )}
      {loans.data && items.length === 0 && <p className="soft">{t('loans.none')}</p>}
      {items.length > 0 && (
        <DataTable
          caption={t('loans.list')}
          rows={items}
          rowKey={({ loanId }) => loanId}
          columns={[
            { id: 'purpose', head: t('loans.purpose'), cell: ({ purpose }) => purpose },
            { id: 'activity', head: t('equipment.activity'), cell: ({ activityName }) => activityName },
            {
              id: 'lender',
              head: t('loans.lender'),
              cell: lenderOf,
            },
            {
              id: 'principal',
              head: t('loans.principal'),
              end: true,
              cell: ({ principal, currency }) => format.money(principal, currency),
            },
            {
              id: 'outstanding',
              head: t('loans.outstanding'),
              end: true,
              cell: ({ state, outstanding, currency }) =>
                state === 'lent' ? format.money(outstanding, currency) : '–',
            },
            {
              id: 'next',
              head: t('loans.next'),
              cell: ({ state, next }) => {
                if (state !== 'lent') return t(`loans.state.${state}`)
                return next ? format.day(next.dueOn) : t('loans.settled')
              },
            },
            {
              id: 'do',
              head: <span className="unseen">{t('loans.statement')}</span>,
              label: '',
              end: true,
              cell: (loan) => (
                <div className="row">
                  {loan.state === 'proposed' && office.may('approver', 'finance') && (
                    <>
                      {loan.mayApprove && (
                        <Button
                          small
                          aria-label={t('loans.approveOf', { purpose: loan.purpose })}
                          isDisabled={deciding.isPending}
                          onPress={() => deciding.mutate({ loan, isApproved: true })}
                        >
                          {t('loans.approve')}
                        </Button>
                      )}
                      <Button
                        small
                        look="quiet"
                        aria-label={t('loans.withdrawOf', { purpose: loan.purpose })}
                        isDisabled={deciding.isPending}
                        onPress={() => deciding.mutate({ loan, isApproved: false })}
                      >
                        {t('loans.withdraw')}
                      </Button>
                    </>
                  )}
                  <Button
                    small
                    look="quiet"
                    aria-label={t('loans.statementOf', { purpose: loan.purpose })}
                    onPress={() => setRead(loan)}
                  >
                    {t('loans.statement')}
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      <More list={loans} />
      {lending && <LendDialog onClose={() => setLending(false)} />}
      {read && <LoanStatementDialog loan={read} onClose={() => setRead(undefined)} />}
    </section>
  )
}
