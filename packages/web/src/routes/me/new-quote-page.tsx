import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import { QuoteEditor } from './quote-editor.tsx'

export function NewQuotePage() {
  const { t } = useTranslation('quotes')
  const navigate = useNavigate()
  return (
    <Page title={t('edit.title')} intro={t('edit.intro')}>
      <QuoteEditor
        onDone={(id) => void navigate({ to: '/me/quotes/$id', params: { id } })}
        onCancel={() => void navigate({ to: '/me/jobs' })}
      />
    </Page>
  )
}
