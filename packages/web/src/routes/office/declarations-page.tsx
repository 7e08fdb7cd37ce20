import type { Declaration } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declarationsQuery } from '../../api/declarations.ts'
import { DeadlineLines } from '../../charts/deadline-lines.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { DeclarationDialog } from './declaration-dialog.tsx'
import { useOffice } from './office-portal.tsx'

const MOODS = { overdue: 'bad', due: 'warn', coming: 'plain', filed: 'good' } as const

/** What the office files with its authorities: what is overdue first, then what is due and coming. */
export function DeclarationsPage() {
  const { t } = useTranslation('declarations')
  const office = useOffice()
  const [shown, setShown] = useState<'open' | 'all'>('open')
  const [filing, setFiling] = useState<Declaration>()
  const list = useQuery(declarationsQuery(office.slug, shown === 'open'))
  const items = list.data?.items ?? []
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <ChoiceInput
          label={t('shown')}
          value={shown}
          onChange={(id) => setShown(id as 'open' | 'all')}
          choices={(['open', 'all'] as const).map((id) => ({ id, label: t(`show.${id}`) }))}
        />
      }
    >
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && !list.error && <Loading heights={[160, 320]} />}
      {list.data && items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <section className="card">
            <DeadlineLines items={items} today={today()} />
          </section>
          <Deadlines items={items} onFile={setFiling} />
        </>
      )}
      {filing && <DeclarationDialog declaration={filing} onClose={() => setFiling(undefined)} />}
    </Page>
  )
}

function Deadlines({ items, onFile }: { items: readonly Declaration[]; onFile: (one: Declaration) => void }) {
  const { t } = useTranslation('declarations')
  const format = useFormats()
  const office = useOffice()
  const severalCompanies = new Set(items.map(({ entityNo }) => entityNo)).size > 1
  return (
    <DataTable
      caption={t('title')}
      captionUnseen
      rows={items}
      rowKey={({ filing, entityNo, period }) => `${filing} ${entityNo} ${period}`}
      columns={[
        {
          id: 'name',
          head: t('declaration'),
          cell: ({ name, authority, company }) => (
            <>
              {name}
              <span className="soft small">
                {' '}
                {authority}
                {severalCompanies && `, ${company}`}
              </span>
            </>
          ),
        },
        { id: 'period', head: t('period'), cell: ({ period }) => <span className="number">{period}</span> },
        {
          id: 'due',
          head: t('dueOn'),
          cell: ({ dueOn, source, unverified }) => (
            <span title={source}>
              {format.day(dueOn)}
              {unverified !== null && (
                <span className="soft small">
                  {' '}
                  {t('unverified')} {unverified}
                </span>
              )}
            </span>
          ),
        },
        {
          id: 'state',
          head: t('state'),
          cell: ({ state, filed }) => (
            <>
              <Badge mood={MOODS[state]}>{t(`states.${state}`)}</Badge>
              {filed.map((one) => (
                <span key={one.declarationId} className="soft small">
                  {' '}
                  {t(one.corrects === null ? 'filedAs' : 'correctedAs', {
                    day: format.day(one.filedOn),
                    reference: one.reference,
                    by: one.recordedBy,
                  })}
                </span>
              ))}
            </>
          ),
        },
        {
          id: 'act',
          head: <span className="unseen">{t('file')}</span>,
          label: '',
          end: true,
          cell: (one) =>
            one.form !== null ? (
              <Link
                to="/office/$office/vat"
                params={{ office: office.slug }}
                search={{ form: one.form, period: one.period, entity: String(one.entityNo) }}
              >
                {t('toForm', { period: one.period })}
              </Link>
            ) : (
              office.may('approver', 'finance') && (
                <Button
                  small
                  look="quiet"
                  onPress={() => onFile(one)}
                  aria-label={t(one.state === 'filed' ? 'correctOf' : 'fileOf', {
                    name: one.name,
                    period: one.period,
                  })}
                >
                  {t(one.state === 'filed' ? 'correct' : 'file')}
                </Button>
              )
            ),
        },
      ]}
    />
  )
}
