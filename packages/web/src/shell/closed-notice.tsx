import { useTranslation } from 'react-i18next'
import type { OfficeRight } from '../api/session.ts'
import { useFormats } from '../i18n/format.ts'

/** Told on every page of an office that can only be read here, before anybody types what would be refused. */
export function ClosedNotice({ office: { name, closed } }: { office: OfficeRight }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (!closed) return null
  const { kind, since, reason } = closed
  return (
    <aside className="notice warn closed-office">
      <strong>{t(`closedOffice.${kind}.title`, { office: name })}</strong>
      <p>{t(`closedOffice.${kind}.meaning`, { day: format.day(since.slice(0, 10)), reason })}</p>
    </aside>
  )
}
