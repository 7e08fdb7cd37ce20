import type { Cession } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { typedAmount, typedSigned } from '../../api/money.ts'
import { assumeMonth } from '../../api/reinsurance.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { CessionFigures } from './cede-dialog.tsx'
import { useOffice } from './office-portal.tsx'

/** The statement of the office that cedes is read from its file, looked at, and booked. */
export function AssumeDialog({ currency, onClose }: { currency: string; onClose: () => void }) {
  const { t } = useTranslation('reinsurance')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [statement, setStatement] = useState<Cession>()
  const [isUnread, setUnread] = useState(false)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const isForeign = statement !== undefined && statement.currency !== currency
  const changes = statement?.lines.map(({ lossYear }) => typedSigned(typed[lossYear] ?? '')) ?? []
  const premium = typedAmount(typed.premium ?? '')
  const own =
    isForeign && premium && changes.every((change) => change !== undefined)
      ? { changes: changes.filter((change) => change !== undefined), premium }
      : undefined
  const taking = useMutation({
    mutationFn: (whole: Cession) => assumeMonth(slug, whole, own),
    onSuccess: async () => {
      say(t('assumed'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const read = async (files: FileList | null) => {
    const found = readStatement((await files?.[0]?.text()) ?? '')
    setStatement(found)
    setUnread(found === undefined)
    setTyped({})
    taking.reset()
  }
  const field = (name: string, label: string) => (
    <AmountInput
      key={name}
      label={label}
      value={typed[name] ?? ''}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      isSigned={name !== 'premium'}
      wrong={faultOf(taking.error, name === 'premium' ? 'own.premium' : 'own.changes')}
      isRequired
    />
  )
  return (
    <Dialog isOpen onClose={onClose} title={t('assume')} wide>
      <p className="soft">{t('assumeMeaning')}</p>
      <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={read}>
        <Button look="quiet">{t('chooseFile')}</Button>
      </FileTrigger>
      {isUnread && (
        <p className="notice bad" role="alert">
          {t('notAStatement')}
        </p>
      )}
      {statement && <CessionFigures cession={statement} />}
      {isForeign && (
        <>
          <p className="notice">{t('foreign', { theirs: statement.currency, ours: currency })}</p>
          {statement.lines.map(({ lossYear }) =>
            field(String(lossYear), t('ownChange', { year: lossYear, currency })),
          )}
          {field('premium', t('ownPremium', { currency }))}
        </>
      )}
      {taking.error && <ProblemNotice error={taking.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!statement || (isForeign && !own)}
          isPending={taking.isPending}
          onPress={() => statement && taking.mutate(statement)}
        >
          {t('assumeYes')}
        </Button>
      </div>
    </Dialog>
  )
}

/** The server checks all of it; here only whether the file is such a statement at all. */
function readStatement(text: string): Cession | undefined {
  try {
    const found = JSON.parse(text) as Partial<Cession> | null
    return found?.format === 'samen-cession-1' && Array.isArray(found.lines) ? (found as Cession) : undefined
  } catch {
    return undefined
  }
}
