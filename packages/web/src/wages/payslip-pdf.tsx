import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '../api/download.ts'
import { Button } from '../design/button.tsx'
import { ProblemNotice } from '../design/feedback.tsx'

/** The payslip on paper, in the language of the page. */
export function PayslipPdf({ address }: { address: string }) {
  const { t } = useTranslation()
  const saving = useMutation({ mutationFn: () => download(address) })
  return (
    <>
      <Button look="quiet" isPending={saving.isPending} onPress={() => saving.mutate()}>
        {t('payslip.pdf')}
      </Button>
      {saving.error && <ProblemNotice error={saving.error} />}
    </>
  )
}
