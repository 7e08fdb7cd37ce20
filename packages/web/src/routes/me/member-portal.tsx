import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../design/field.tsx'
import { Shell } from '../../shell/shell.tsx'
import { chooseMemberOffice, useMemberOffice } from './member-office.tsx'

export function MemberPortal() {
  const { t } = useTranslation(['me', 'supplier-invoices', 'internal-orders'])
  const { office, all } = useMemberOffice()
  return (
    <Shell
      place={office.name}
      office={office}
      navLabel={t('nav.label')}
      nav={
        <>
          <ul>
            <li>
              <Link to="/me" activeOptions={{ exact: true }}>
                {t('nav.price')}
              </Link>
            </li>
            <li>
              <Link to="/me/jobs">{t('nav.jobs')}</Link>
            </li>
            <li>
              <Link to="/me/payslips">{t('nav.payslips')}</Link>
            </li>
            <li>
              <Link to="/me/purchases">{t('supplier-invoices:mine.nav')}</Link>
            </li>
            <li>
              <Link to="/me/internal-orders">{t('internal-orders:nav')}</Link>
            </li>
            <li>
              <Link to="/me/pool">{t('nav.pool')}</Link>
            </li>
          </ul>
          {all.length > 1 && (
            <ChoiceInput
              label={t('nav.office')}
              value={office.slug}
              onChange={chooseMemberOffice}
              choices={all.map(({ slug, name }) => ({ id: slug, label: name }))}
            />
          )}
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}
