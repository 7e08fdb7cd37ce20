import type { Client } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bankPayersQuery, bankRulesQuery, dropBankRule, forgetPayer, writeBankRule } from '../../api/bank.ts'
import { clientsQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** What suggestions learn from: rules that staff wrote, and whose accounts and names payers' were. Both can be taken away. */
export function BankMemory() {
  const { t } = useTranslation('office')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="bank-memory" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('bankList.memory')}</summary>
      {isOpen && (
        <div className="stack">
          <p className="soft">{t('bankList.memoryIntro')}</p>
          <Rules />
          <Payers />
        </div>
      )}
    </details>
  )
}

function Rules() {
  const { t } = useTranslation('office')
  const { slug, may } = useOffice()
  const rules = useQuery(bankRulesQuery(slug))
  const dropping = useRemoval(dropBankRule)
  const mayWrite = may('staff', 'approver', 'finance')
  return (
    <div className="stack">
      <h2>{t('bankList.rules')}</h2>
      {[rules.error, dropping.error].map(
        (error) => error && <ProblemNotice key={error.name} error={error} />,
      )}
      {rules.data?.length === 0 && <p className="soft">{t('bankList.noRules')}</p>}
      {rules.data && rules.data.length > 0 && (
        <DataTable
          caption={t('bankList.rules')}
          captionUnseen
          rows={rules.data}
          rowKey={({ bankRuleId }) => bankRuleId}
          columns={[
            { id: 'contains', head: t('bankList.contains'), cell: ({ contains }) => `“${contains}”` },
            { id: 'client', head: t('bankList.client'), cell: ({ client }) => client.name },
            { id: 'by', head: t('bankList.writtenBy'), cell: ({ writtenBy }) => writtenBy },
            {
              id: 'drop',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: ({ bankRuleId, contains }) =>
                mayWrite && (
                  <Button
                    small
                    look="quiet"
                    onPress={() => dropping.mutate(bankRuleId)}
                    aria-label={t('bankList.dropOf', { contains })}
                  >
                    {t('bankList.drop')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {mayWrite && <RuleForm />}
    </div>
  )
}

function RuleForm() {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [contains, setContains] = useState('')
  const [search, setSearch] = useState('')
  const [clientId, setClientId] = useState<string>()
  const found = useInfiniteQuery(clientsQuery(slug, search.trim()))
  const clients: readonly Client[] = found.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = clients.find((one) => one.clientId === clientId)
  const writing = useMutation({
    mutationFn: () => writeBankRule(slug, { contains, clientId: chosen?.clientId ?? '' }),
    onSuccess: async () => {
      setContains('')
      say(t('bankList.ruleWritten'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen && contains.trim()) writing.mutate()
      }}
    >
      <TextInput
        label={t('bankList.whenContains')}
        help={t('bankList.whenContainsHelp')}
        value={contains}
        onChange={setContains}
        wrong={faultOf(writing.error, 'contains')}
      />
      <TextInput label={t('bankList.searchClient')} type="search" value={search} onChange={setSearch} />
      {clients.length > 0 && (
        <ChoiceInput
          label={t('bankList.thenClient')}
          value={chosen?.clientId ?? ''}
          onChange={setClientId}
          choices={clients.map(({ clientId: id, name }) => ({ id, label: name }))}
        />
      )}
      {writing.error && <ProblemNotice error={writing.error} />}
      <div className="actions">
        <Button type="submit" isDisabled={!chosen || !contains.trim()} isPending={writing.isPending}>
          {t('bankList.writeRule')}
        </Button>
      </div>
    </form>
  )
}

function Payers() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, may } = useOffice()
  const payers = useQuery(bankPayersQuery(slug))
  const forgetting = useRemoval(forgetPayer)
  return (
    <div className="stack">
      <h2>{t('bankList.payers')}</h2>
      {[payers.error, forgetting.error].map(
        (error) => error && <ProblemNotice key={error.name} error={error} />,
      )}
      {payers.data?.length === 0 && <p className="soft">{t('bankList.noPayers')}</p>}
      {payers.data && payers.data.length > 0 && (
        <DataTable
          caption={t('bankList.payers')}
          captionUnseen
          rows={payers.data}
          rowKey={({ bankPayerId }) => bankPayerId}
          columns={[
            { id: 'value', head: t('bankList.accountOrName'), cell: ({ value }) => value },
            { id: 'client', head: t('bankList.client'), cell: ({ client }) => client.name },
            {
              id: 'times',
              head: t('bankList.times'),
              end: true,
              cell: ({ times }) => format.number(times),
            },
            { id: 'last', head: t('bankList.last'), cell: ({ lastOn }) => format.day(lastOn) },
            {
              id: 'forget',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: ({ bankPayerId, value }) =>
                may('staff', 'approver', 'finance') && (
                  <Button
                    small
                    look="quiet"
                    onPress={() => forgetting.mutate(bankPayerId)}
                    aria-label={t('bankList.forgetOf', { value })}
                  >
                    {t('bankList.forget')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </div>
  )
}

function useRemoval(remove: (office: string, id: string) => Promise<unknown>) {
  const { slug } = useOffice()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => remove(slug, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['office', slug] }),
  })
}
