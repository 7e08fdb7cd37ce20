import { useTranslation } from 'react-i18next'
import { type BooksFormat, booksAddress } from '../../api/office.ts'
import { useOffice } from './office-portal.tsx'

/** What a country's authority or bookkeepers read; CSV everywhere. */
const FORMATS: Readonly<Record<string, readonly BooksFormat[]>> = {
  FR: ['fec', 'csv'],
  SE: ['sie', 'csv'],
  NL: ['xaf', 'csv'],
}

/** A company's books of a year, to take away; the office's first company unless told. */
export function YearDownloads({ year, entity = '1' }: { year: string; entity?: string }) {
  const { t } = useTranslation('office')
  const { slug, country } = useOffice()
  return (
    <section className="card waiting-run" aria-labelledby="books-of-year">
      <h2 id="books-of-year">{t('trial.booksOf', { year })}</h2>
      <div className="row">
        {(FORMATS[country] ?? ['csv']).map((format) => (
          <a key={format} className="button" href={booksAddress(slug, format, year, entity)} download>
            {t(`trial.format.${format}`)}
          </a>
        ))}
      </div>
    </section>
  )
}
