import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addRule, deliverySettingsQuery } from '../../api/deliveries.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** By which network and in which format invoices leave, and from when. */
export function DeliveryRules() {
  const { t } = useTranslation('delivery')
  const format = useFormats()
  const office = useOffice()
  const settings = useQuery(deliverySettingsQuery(office.slug))
  const [isAdding, setAdding] = useState(false)
  if (settings.error) return <ProblemNotice error={settings.error} onRetry={() => settings.refetch()} />
  const { rules = [], connections = [], obligations = [] } = settings.data ?? {}
  return (
    <div className="stack">
      <div className="row">
        <h2>{t('rules')}</h2>
        {office.may('approver', 'finance') && (
          <Button small look="quiet" onPress={() => setAdding(true)}>
            {t('addRule')}
          </Button>
        )}
      </div>
      {obligations.map(({ duty, to, channels, formats, byAgreement, from, source, unverified }) => (
        <p key={`${duty} ${to} ${from}`} className="notice">
          {t(duty === 'send' ? `obliged.send.${to}` : `obliged.${duty}`, {
            day: format.day(from),
            way: [...channels.map((channel) => t(`channels.${channel}`)), ...formats].join(', '),
          })}{' '}
          {byAgreement && t('obliged.byAgreement')}{' '}
          <span className="small soft" lang="en">
            {unverified === null ? source : `${source} (${unverified})`}
          </span>
        </p>
      ))}
      <p className="small soft">
        {connections.length > 0
          ? t('connected', { list: connections.map(({ channel }) => t(`channels.${channel}`)).join(', ') })
          : t('notConnected')}
      </p>
      {rules.length > 0 && (
        <DataTable
          caption={t('rules')}
          captionUnseen
          rows={rules}
          rowKey={({ deliveryRuleId }) => deliveryRuleId}
          columns={[
            { id: 'from', head: t('validFrom'), cell: ({ validFrom }) => format.day(validFrom) },
            {
              id: 'scope',
              head: t('scope'),
              cell: ({ client, clientCountry }) => client?.name ?? clientCountry ?? t('everybody'),
            },
            { id: 'channel', head: t('channel'), cell: ({ channel }) => t(`channels.${channel}`) },
            { id: 'format', head: t('format'), cell: (rule) => <code>{rule.format}</code> },
          ]}
        />
      )}
      {isAdding && <RuleDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

/** Formats each channel carries, the ordinary one first. */
const CARRIED = {
  peppol: ['peppol-ubl', 'peppol-cii', 'xrechnung-ubl', 'xrechnung-cii', 'nlcius', 'ubl-be'],
  sdi: ['fatturapa'],
  pdp: ['peppol-ubl', 'peppol-cii'],
  nav: ['nav'],
  email: [
    'peppol-ubl',
    'peppol-cii',
    'xrechnung-ubl',
    'xrechnung-cii',
    'nlcius',
    'ubl-be',
    'facturae',
    'ebinterface',
  ],
  none: ['peppol-ubl'],
} as const
type RuleChannel = keyof typeof CARRIED

function RuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('delivery')
  const office = useOffice()
  const client = useQueryClient()
  const [validFrom, setValidFrom] = useState('')
  const [clientCountry, setClientCountry] = useState('')
  const [channel, setChannel] = useState<RuleChannel>('peppol')
  const [chosen, setChosen] = useState<string>('peppol-ubl')
  const carried: readonly string[] = CARRIED[channel]
  const format = carried.includes(chosen) ? chosen : (carried[0] as string)
  const adding = useMutation({
    mutationFn: () =>
      addRule(office.slug, {
        validFrom,
        channel,
        format: format as 'peppol-ubl',
        ...(clientCountry !== '' && { clientCountry: clientCountry.toUpperCase() }),
      }),
    onSuccess: async () => {
      onClose()
      say(t('ruleAdded'))
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'deliveries'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('addRule')}>
      <TextInput
        label={t('validFrom')}
        type="date"
        value={validFrom}
        onChange={setValidFrom}
        isRequired
        wrong={faultOf(adding.error, 'validFrom')}
      />
      <TextInput
        label={t('clientCountry')}
        help={t('clientCountryHelp')}
        value={clientCountry}
        onChange={setClientCountry}
        wrong={faultOf(adding.error, 'clientCountry')}
      />
      <ChoiceInput
        label={t('channel')}
        value={channel}
        onChange={(id) => setChannel(id as RuleChannel)}
        choices={Object.keys(CARRIED).map((id) => ({ id, label: t(`channels.${id}`) }))}
      />
      <ChoiceInput
        label={t('format')}
        value={format}
        onChange={setChosen}
        choices={carried.map((id) => ({ id, label: id }))}
        wrong={faultOf(adding.error, 'format')}
      />
      {adding.error && <ProblemNotice error={adding.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isDisabled={validFrom === ''} isPending={adding.isPending} onPress={() => adding.mutate()}>
          {t('addRule')}
        </Button>
      </div>
    </Dialog>
  )
}
