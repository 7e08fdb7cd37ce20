import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { type LineDraft, newLine, type QuoteFormDraft, UNITS } from './quote-draft.ts'

const SUPPLIES = [
  'service',
  'performance',
  'copyright',
  'event-admission',
  'training',
  'electronic-service',
] as const

interface QuoteLinesProps {
  draft: QuoteFormDraft
  onChange: (lines: LineDraft[]) => void
  /** What the server finds wrong with a field of the form. */
  wrong: (...paths: string[]) => ReactNode
}

/** The lines of a quote as they are typed; on a phone each is a card. */
export function QuoteLines({ draft, onChange, wrong }: QuoteLinesProps) {
  const { t } = useTranslation('quotes')
  const { lines } = draft
  const nextKey = Math.max(0, ...lines.map(({ key }) => key)) + 1
  const change = (key: number, part: Partial<LineDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <fieldset className="stack">
      <legend>
        <h2>{t('edit.lines')}</h2>
      </legend>
      <ul className="quote-lines">
        {lines.map((line, index) => (
          <li key={line.key} className="quote-line">
            <TextInput
              label={t('edit.what', { no: index + 1 })}
              value={line.description}
              onChange={(description) => change(line.key, { description })}
              isRequired
              wrong={wrong(`lines[${index}].description`)}
            />
            <TextInput
              label={t('edit.quantity')}
              value={line.quantity}
              onChange={(quantity) => change(line.key, { quantity })}
              inputMode="decimal"
              isRequired
              wrong={wrong(`lines[${index}].quantity`)}
            />
            <ChoiceInput
              label={t('edit.unit')}
              value={line.unit}
              onChange={(unit) => change(line.key, { unit: unit as LineDraft['unit'] })}
              choices={UNITS.map((id) => ({ id, label: t(`unit.${id}`) }))}
            />
            <TextInput
              label={t('edit.unitPrice')}
              value={line.unitPrice}
              onChange={(unitPrice) => change(line.key, { unitPrice })}
              inputMode="decimal"
              isRequired
              wrong={wrong(`lines[${index}].unitPrice`)}
            />
            <div className="quote-line-foot">
              <ChoiceInput
                label={t('edit.kind')}
                value={line.kind === 'expense' ? 'expense' : line.supply}
                onChange={(chosen) =>
                  change(
                    line.key,
                    chosen === 'expense'
                      ? { kind: 'expense', supply: draft.supply }
                      : { kind: 'work', supply: chosen as LineDraft['supply'] },
                  )
                }
                choices={[
                  ...SUPPLIES.map((id) => ({ id, label: t(`me:supply.${id}`) })),
                  { id: 'expense', label: t('edit.expense') },
                ]}
              />
              {line.kind === 'work' && (
                <TextInput
                  label={t('edit.lineDiscount')}
                  help={t('edit.lineDiscountHelp')}
                  value={line.discount}
                  onChange={(discount) => change(line.key, { discount })}
                  wrong={wrong(
                    ...['', '.percent', '.amount'].map((part) => `lines[${index}].discount${part}`),
                  )}
                />
              )}
              <CheckInput isChecked={line.optional} onChange={(optional) => change(line.key, { optional })}>
                {t('edit.optional')}
              </CheckInput>
              {lines.length > 1 && (
                <Button
                  small
                  look="plain"
                  onPress={() => onChange(lines.filter(({ key }) => key !== line.key))}
                  aria-label={t('edit.removeLine', { no: index + 1 })}
                >
                  {t('edit.remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" onPress={() => onChange([...lines, newLine(nextKey, draft.supply)])}>
          {t('edit.addLine')}
        </Button>
      </div>
    </fieldset>
  )
}
