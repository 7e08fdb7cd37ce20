import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

/**
 * What a country calls its lines, rules, figures, holidays and authorities: in the reader's language, or in English
 * where the country does not speak it. `language` says which, for the `lang` of what is shown.
 */
export const countryTextsQuery = (country: string, language: string) =>
  queryOptions({
    queryKey: ['countries', country, 'texts', language],
    staleTime: Infinity,
    queryFn: async (): Promise<Record<string, string>> => {
      const texts = async (wanted: string) => ({
        ...(await ask(
          v1.countries[':country'].locales[':language'].$get({ param: { country, language: wanted } }),
        )),
        language: wanted,
      })
      try {
        return await texts(language)
      } catch (error) {
        if (language === 'en') throw error
        return texts('en')
      }
    },
  })
