import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../i18n/i18n.ts'
import { LANGUAGES } from '../i18n/languages.ts'

/** Each language by its own name, so that whoever cannot read the page finds theirs. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <Select
      className="language"
      aria-label={t('language')}
      value={i18n.language}
      onChange={(code) => code !== null && chooseLanguage(String(code))}
    >
      <Button className="language-button">
        <svg
          width="18"
          height="18"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          aria-hidden="true"
        >
          <circle cx="10" cy="10" r="7.5" />
          <path d="M2.5 10h15M10 2.5c-5 4.6-5 10.4 0 15 5-4.6 5-10.4 0-15Z" />
        </svg>
        <SelectValue>
          {({ selectedText }) => (
            <>
              <span className="name" lang={i18n.language}>
                {selectedText}
              </span>
              <span className="code" aria-hidden="true">
                {i18n.language.toUpperCase()}
              </span>
            </>
          )}
        </SelectValue>
      </Button>
      <Popover className="popover">
        <ListBox items={LANGUAGES} className="options">
          {({ code, name }) => (
            <ListBoxItem id={code} textValue={name} className="option">
              <span lang={code}>{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
