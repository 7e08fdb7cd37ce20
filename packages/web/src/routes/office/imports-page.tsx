import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Import, importFile } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'

/** Files in: contracts as CSV, bank statements as camt.053, camt.054 or CODA, a central bank's rates. What is wrong in them is said line by line; the rest is taken. */
export function ImportsPage() {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const importing = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const reports: { name: string; done?: Import; error?: unknown }[] = []
      for (const file of files) {
        try {
          reports.push({ name: file.name, done: await importFile(slug, file) })
        } catch (error) {
          reports.push({ name: file.name, error })
        }
      }
      return reports
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['office', slug] }),
  })
  return (
    <Page title={t('imports.title')} intro={t('imports.intro')}>
      <DropZone
        className="drop"
        aria-label={t('imports.drop')}
        onDrop={async ({ items }) => {
          const files = await Promise.all(
            items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])),
          )
          if (files.length > 0) importing.mutate(files)
        }}
      >
        <Text slot="label">
          <h2>{t('imports.drop')}</h2>
        </Text>
        <p className="soft">{t('imports.kinds')}</p>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={[
            '.csv',
            'text/csv',
            '.xml',
            'application/xml',
            'text/xml',
            '.cod',
            '.coda',
            '.bc2',
          ]}
          onSelect={(files) => files && importing.mutate([...files])}
        >
          <Button isPending={importing.isPending}>{t('imports.choose')}</Button>
        </FileTrigger>
      </DropZone>
      <div aria-live="polite" className="stack">
        {importing.isPending && <p role="status">{t('imports.reading')}</p>}
        {importing.data?.map(({ name, done, error }) =>
          done ? (
            <Report key={name} report={done} />
          ) : (
            <section key={name} className="stack" aria-label={name}>
              <h2>{name}</h2>
              <ProblemNotice error={error} />
            </section>
          ),
        )}
      </div>
    </Page>
  )
}

function Report({ report: { kind, report } }: { report: Import }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const counts: [string, number][] =
    kind === 'contracts'
      ? (['lines', 'accepted', 'unchanged', 'refused', 'contracts'] as const).map((name) => [
          name,
          report[name],
        ])
      : kind === 'statements'
        ? (['statements', 'transactions', 'matched', 'waiting'] as const).map((name) => [name, report[name]])
        : (['quotes', 'added', 'corrected'] as const).map((name) => [name, report[name]])
  return (
    <section className="card stack due" aria-label={report.name}>
      <h2>{report.name}</h2>
      {kind === 'rates' && (
        <p className="soft">
          {t('imports.rates', {
            source: report.source.toUpperCase(),
            days: format.days(report.from, report.to),
          })}
        </p>
      )}
      {kind !== 'rates' && report.alreadyImported && <p className="notice">{t('imports.already')}</p>}
      <dl className="facts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`imports.${name}`)}</dt>
            <dd className="number">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {kind === 'contracts' && report.errors.length > 0 && (
        <DataTable
          caption={t('imports.errors', { count: report.errors.length })}
          rows={report.errors}
          rowKey={({ line, field, reason }) => `${line}${field}${reason}`}
          columns={[
            { id: 'line', head: t('imports.line'), cell: ({ line }) => format.number(line) },
            { id: 'field', head: t('imports.field'), cell: ({ field }) => field && <code>{field}</code> },
            {
              id: 'reason',
              head: t('imports.reason'),
              cell: ({ reason }) => <span lang="en">{reason}</span>,
            },
          ]}
        />
      )}
      {kind === 'statements' && report.warnings.length > 0 && (
        <ul className="notice warn" lang="en">
          {report.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
