import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Shell } from '../../shell/shell.tsx'
import './group.css'

export function GroupPortal() {
  const { t } = useTranslation(['group', 'group-months'])
  return (
    <Shell
      place={t('place')}
      navLabel={t('nav.label')}
      nav={
        <ul>
          <li>
            <Link to="/group" activeOptions={{ exact: true, includeSearch: false }}>
              {t('nav.figures')}
            </Link>
          </li>
          <li>
            <Link to="/group/comparison" activeOptions={{ includeSearch: false }}>
              {t('consolidation.comparison.title')}
            </Link>
          </li>
          <li>
            <Link to="/group/adjustments">{t('consolidation.adjustments.title')}</Link>
          </li>
          <li>
            <Link to="/group/months">{t('group-months:title')}</Link>
          </li>
          <li>
            <Link to="/group/packs">{t('nav.packs')}</Link>
          </li>
        </ul>
      }
    >
      <Outlet />
    </Shell>
  )
}
