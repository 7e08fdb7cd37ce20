import type { PayslipDetail } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero, negated } from '../api/money.ts'
import { countryTextsQuery } from '../api/texts.ts'
import { WageRiver } from '../charts/wage-river.tsx'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import { KeptBack } from './kept-back.tsx'
import { Earnings, Lines } from './lines.tsx'
import './payslip-sheet.css'

/** A payslip to read: the same for the person it pays and the officer who checks it. */
export function PayslipSheet({
  payslip,
  yearToDate,
  original,
}: {
  payslip: PayslipDetail
  yearToDate?: YearToDate | undefined
  /** Of a correction: the way to the payslip it corrects. */
  original?: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const format = useFormats()
  const { data: texts = {} } = useQuery(countryTextsQuery(payslip.country, i18n.language))
  const money = (amount: string) => format.money(amount, payslip.currency)
  const contributions = payslip.lines.filter(({ kind }) => kind === 'contribution')
  const groups = [
    {
      id: 'employee',
      total: payslip.employeeContributions,
      side: 'employee',
      lines: contributions.filter((line) => !isZero(line.employee)),
    },
    {
      id: 'tax',
      total: payslip.wageTax,
      side: 'employee',
      lines: payslip.lines.filter(({ kind }) => kind === 'wage-tax'),
    },
    {
      id: 'employer',
      total: payslip.employerContributions,
      side: 'employer',
      lines: payslip.lines.filter(({ kind, employer }) => kind !== 'mutual' && !isZero(employer)),
    },
    {
      id: 'mutual',
      total: negated(payslip.mutualised),
      side: 'employer',
      lines: payslip.lines.filter(({ kind }) => kind === 'mutual'),
    },
  ] as const
  return (
    <div className="sheet">
      {payslip.corrects ? (
        <CorrectionHead payslip={payslip} original={original} />
      ) : (
        <WageHead payslip={payslip} texts={texts} />
      )}
      <KeptBack payslip={payslip} />
      {groups.map(
        ({ id, total, side, lines }) =>
          lines.length > 0 && (
            <section className="card" id={`group-${id}`} key={id}>
              <GroupHead
                title={t(`payslip.groups.${id}`)}
                total={payslip.corrects ? format.change(total, payslip.currency) : money(total)}
              />
              <Lines lines={lines} texts={texts} currency={payslip.currency} side={side} />
            </section>
          ),
      )}
      {Object.keys(payslip.figures).length > 0 && (
        <DataTable
          caption={t('payslip.figures')}
          rows={Object.entries(payslip.figures)}
          rowKey={([code]) => code}
          columns={[
            {
              id: 'name',
              head: t('payslip.figure'),
              cell: ([code]) => <span lang={texts.language}>{texts[`figures.${code}`] ?? code}</span>,
            },
            { id: 'amount', head: t('payslip.amount'), end: true, cell: ([, amount]) => money(amount) },
          ]}
        />
      )}
      {yearToDate && (
        <DataTable
          caption={t('payslip.yearToDate', { year: payslip.paidOn.slice(0, 4) })}
          rows={Object.entries(yearToDate)}
          rowKey={([code]) => code}
          columns={[
            { id: 'name', head: t('payslip.figure'), cell: ([code]) => t(`payslip.${code}`) },
            { id: 'amount', head: t('payslip.amount'), end: true, cell: ([, amount]) => money(amount) },
          ]}
        />
      )}
      <p className="soft small">{t('payslip.made', { version: payslip.pluginVersion })}</p>
    </div>
  )
}

/** Sums of the payslips of the year up to and with this one, by the name of what they sum. */
export type YearToDate = Readonly<
  Record<'gross' | 'employeeContributions' | 'taxable' | 'wageTax' | 'net', string>
>

const ANCHOR: Record<string, string> = {
  'employer-contributions': 'employer',
  'employee-contributions': 'employee',
  'wage-tax': 'tax',
}

function WageHead({ payslip, texts }: { payslip: PayslipDetail; texts: Record<string, string> }) {
  const { t } = useTranslation()
  const format = useFormats()
  const money = (amount: string) => format.money(amount, payslip.currency)
  return (
    <>
      <div className="card stack">
        <dl className="facts">
          <Fact name={t('payslip.net')} value={money(payslip.net)} />
          <Fact name={t('payslip.gross')} value={money(payslip.gross)} />
          <Fact name={t('payslip.employerCost')} value={money(payslip.employerCost)} />
          <Fact name={t('payslip.paidOn')} value={format.shortDay(payslip.paidOn)} />
        </dl>
        <WageRiver
          currency={payslip.currency}
          chosen={undefined}
          onChoose={(code) =>
            document
              .getElementById(`group-${ANCHOR[code] ?? 'gross'}`)
              ?.scrollIntoView({ behavior: 'smooth' })
          }
          steps={[
            { code: 'fee', amount: payslip.fee },
            { code: 'levy', amount: negated(payslip.levy) },
            { code: 'employer-contributions', amount: negated(payslip.employerContributions) },
            { code: 'gross', amount: payslip.gross },
            { code: 'employee-contributions', amount: negated(payslip.employeeContributions) },
            { code: 'wage-tax', amount: negated(payslip.wageTax) },
            { code: 'net', amount: payslip.net },
          ]}
        />
      </div>
      <section className="card" id="group-gross">
        <GroupHead title={t('payslip.earnings')} total={money(payslip.gross)} />
        <Earnings earnings={payslip.earnings} texts={texts} currency={payslip.currency} />
      </section>
    </>
  )
}

/** A correction: differences alone, and what they are differences to. */
function CorrectionHead({ payslip, original }: { payslip: PayslipDetail; original: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormats()
  const change = (amount: string) => format.change(amount, payslip.currency)
  return (
    <div className="card stack">
      <p>{t('payslip.correctionMeaning')}</p>
      {original && <p>{original}</p>}
      <dl className="facts">
        <Fact name={t('payslip.netDifference')} value={change(payslip.net)} />
        <Fact name={t('payslip.contributionsDifference')} value={change(payslip.employeeContributions)} />
        <Fact name={t('payslip.taxDifference')} value={change(payslip.wageTax)} />
        <Fact name={t('payslip.costDifference')} value={change(payslip.employerCost)} />
        <Fact name={t('payslip.paidOn')} value={format.shortDay(payslip.paidOn)} />
      </dl>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}

function GroupHead({ title, total }: { title: string; total: string }) {
  return (
    <div className="row apart group-head">
      <h2>{title}</h2>
      <b className="number">{total}</b>
    </div>
  )
}
