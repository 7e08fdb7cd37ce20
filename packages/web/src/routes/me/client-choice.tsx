import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { similarClientsQuery } from '../../api/quotes.ts'
import { Button } from '../../design/button.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useRested } from '../../shell/hooks.ts'

interface ClientChoiceProps {
  office: string
  name: string
  email: string
  /** The client taken from the office's own, if any. */
  chosen: string
  onChoose: (clientId: string, name: string) => void
}

/** Did you mean one the office has already? Asked while the name is typed; nothing is chosen by itself. */
export function ClientChoice({ office, name, email, chosen, onChoose }: ClientChoiceProps) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const similar = useQuery(similarClientsQuery(office, useRested(name.trim(), 350), useRested(email, 350)))
  const items = similar.data?.items ?? []
  return (
    <div role="status" className="stack">
      {chosen !== '' && (
        <p className="row">
          <span>{t('client.chosen', { name })}</span>
          <Button small look="plain" onPress={() => onChoose('', name)}>
            {t('client.other')}
          </Button>
        </p>
      )}
      {chosen === '' && items.length > 0 && (
        <div className="row">
          <span>{t('client.didYouMean')}</span>
          {items.map((client) => (
            <Button
              key={client.clientId}
              small
              look="quiet"
              onPress={() => onChoose(client.clientId, client.name)}
            >
              {[client.name, client.town ?? format.country(client.country)].join(', ')}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
