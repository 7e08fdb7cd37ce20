import type { Payslip } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { payslipPdfAddress, payslipQuery, payslipsQuery } from '../../api/member.ts'
import { sum } from '../../api/money.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { PayslipPdf } from '../../wages/payslip-pdf.tsx'
import { PayslipSheet, type YearToDate } from '../../wages/payslip-sheet.tsx'
import { useMemberOffice } from './member-office.tsx'

export function PayslipPage() {
  const { t, i18n } = useTranslation('me')
  const format = useFormats()
  const { office } = useMemberOffice()
  const { id = '' } = useParams({ strict: false })
  const payslip = useQuery(payslipQuery(office.slug, id))
  const all = useQuery(payslipsQuery(office.slug))
  if (payslip.error) {
    return (
      <Page title={t('payslips.one')}>
        <ProblemNotice error={payslip.error} onRetry={() => payslip.refetch()} />
      </Page>
    )
  }
  if (!payslip.data) return <Loading heights={[60, 320, 260]} />
  const { data } = payslip
  // The list holds the newest; a year it does not reach to the beginning of is not summed at all.
  const year = all.data?.next === null ? yearToDate(all.data.items, data) : undefined
  return (
    <Page
      title={data.contract.title}
      intro={t('payslips.head', {
        days: format.days(data.periodFrom, data.periodTo),
        name: data.member.name,
      })}
      actions={<PayslipPdf address={payslipPdfAddress(office.slug, id, i18n.language)} />}
    >
      <PayslipSheet
        payslip={data}
        yearToDate={year}
        original={
          data.corrects && (
            <Link to="/me/payslips/$id" params={{ id: data.corrects }}>
              {t('payslip.original')}
            </Link>
          )
        }
      />
    </Page>
  )
}

function yearToDate(all: readonly Payslip[], last: Payslip): YearToDate {
  const upTo = all.filter(
    ({ paidOn }) => paidOn.slice(0, 4) === last.paidOn.slice(0, 4) && paidOn <= last.paidOn,
  )
  const total = (name: keyof YearToDate) => sum(upTo.map((payslip) => payslip[name]))
  return {
    gross: total('gross'),
    employeeContributions: total('employeeContributions'),
    taxable: total('taxable'),
    wageTax: total('wageTax'),
    net: total('net'),
  }
}
