import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { officePayslipPdfAddress, officePayslipQuery } from '../../api/office.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { PayslipPdf } from '../../wages/payslip-pdf.tsx'
import { PayslipSheet } from '../../wages/payslip-sheet.tsx'
import { useOffice } from './office-portal.tsx'

export function OfficePayslipPage() {
  const { t, i18n } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const { id = '' } = useParams({ strict: false })
  const payslip = useQuery(officePayslipQuery(slug, id))
  if (payslip.error) {
    return (
      <Page title={t('run.payslip')}>
        <ProblemNotice error={payslip.error} onRetry={() => payslip.refetch()} />
      </Page>
    )
  }
  if (!payslip.data) return <Loading heights={[60, 320, 260]} />
  const { data } = payslip
  return (
    <Page
      title={data.member.name}
      intro={`${data.contract.title}, ${format.days(data.periodFrom, data.periodTo)}`}
      actions={
        <>
          <PayslipPdf address={officePayslipPdfAddress(slug, id, i18n.language)} />
          <Link
            className="button quiet"
            to="/office/$office/pay-runs/$id"
            params={{ office: slug, id: data.payRunId }}
          >
            {t('run.back')}
          </Link>
        </>
      }
    >
      <PayslipSheet
        payslip={data}
        original={
          data.corrects && (
            <Link to="/office/$office/payslips/$id" params={{ office: slug, id: data.corrects }}>
              {t('payslip.original')}
            </Link>
          )
        }
      />
    </Page>
  )
}
