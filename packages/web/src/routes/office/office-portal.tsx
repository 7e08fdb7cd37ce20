import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type OfficeRight, type Role, sessionQuery } from '../../api/session.ts'
import { Shell } from '../../shell/shell.tsx'
import './office.css'

/** The office of the address, and whether the reader has one of some roles in it. */
export function useOffice(): OfficeRight & { may: (...roles: Role[]) => boolean } {
  const { office: slug } = useParams({ strict: false })
  const { data: me } = useSuspenseQuery(sessionQuery)
  const office = me?.offices.find((one) => one.slug === slug)
  if (!office) throw new Error('the office pages need an office')
  return { ...office, may: (...roles) => office.roles.some((role) => roles.includes(role)) }
}

export function OfficePortal() {
  const { t } = useTranslation([
    'office',
    'supplier-invoices',
    'internal-orders',
    'client-merges',
    'quotes',
    'delivery',
    'mail',
    'years',
    'reinsurance',
    'declarations',
    'direct-debits',
    'wind-up',
  ])
  const office = useOffice()
  const params = { office: office.slug }
  return (
    <Shell
      place={office.name}
      office={office}
      navLabel={t('nav.label')}
      nav={
        <>
          <h2>{t('nav.wages')}</h2>
          <ul>
            <li>
              <Link
                to="/office/$office"
                params={params}
                activeOptions={{ exact: true, includeSearch: false }}
              >
                {t('nav.payDay')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/contracts" params={params}>
                {t('nav.contracts')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/validations" params={params}>
                {t('quotes:queue.title')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/corrections" params={params} activeOptions={{ includeSearch: false }}>
                {t('nav.corrections')}
              </Link>
            </li>
          </ul>
          <h2>{t('nav.money')}</h2>
          <ul>
            <li>
              <Link to="/office/$office/fund" params={params}>
                {t('nav.fund')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/funds" params={params}>
                {t('nav.funds')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/reinsurance" params={params}>
                {t('reinsurance:title')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/invoices" params={params}>
                {t('nav.invoices')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/deliveries" params={params}>
                {t('delivery:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/supplier-invoices" params={params}>
                {t('supplier-invoices:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/mail" params={params}>
                {t('mail:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/receipts" params={params}>
                {t('nav.receipts')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/returned-payments" params={params}>
                {t('nav.returned')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/direct-debits" params={params}>
                {t('direct-debits:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/clients" params={params}>
                {t('nav.clients')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/late" params={params}>
                {t('nav.late')}
              </Link>
            </li>
          </ul>
          <h2>{t('nav.books')}</h2>
          <ul>
            <li>
              <Link to="/office/$office/imports" params={params}>
                {t('nav.imports')}
              </Link>
            </li>
            <li>
              <Link
                to="/office/$office/trial-balance"
                params={params}
                activeOptions={{ includeSearch: false }}
              >
                {t('nav.trialBalance')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/statements" params={params} activeOptions={{ includeSearch: false }}>
                {t('nav.statements')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/intercompany" params={params}>
                {t('intercompany.title')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/internal-orders" params={params}>
                {t('internal-orders:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/equipment" params={params}>
                {t('nav.equipment')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/provisions" params={params} activeOptions={{ includeSearch: false }}>
                {t('nav.provisions')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/vat" params={params} activeOptions={{ includeSearch: false }}>
                {t('nav.vat')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/years" params={params}>
                {t('years:title')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/declarations" params={params}>
                {t('declarations:nav')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/close" params={params}>
                {t('nav.close')}
              </Link>
            </li>
            <li>
              <Link to="/office/$office/wind-up" params={params}>
                {t('wind-up:title')}
              </Link>
            </li>
          </ul>
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}
