import {
  type AnyCountryPlugin,
  eInvoicingParameters,
  filingParameters,
  latePaymentParameters,
  unverified,
} from '@samen/core/country'

/** What a country plugin covers, and which of its figures rest on memory or a disputed reading. */
export function aboutCountry(plugin: AnyCountryPlugin) {
  const all = { ...plugin.payroll.parameters, levy: plugin.levy, payDeadlineDays: plugin.payDeadlineDays }
  const changes = Object.values(all).flatMap(({ series }) => series.map(({ from }) => from))
  const firsts = Object.values(all).map(({ series }) => series[0]?.from ?? '')
  const lawFrom = firsts.sort().at(-1) ?? ''
  return {
    country: plugin.country,
    name: plugin.name,
    version: plugin.version,
    currency: plugin.currency,
    languages: [...plugin.languages],
    regions: [...plugin.regions],
    lawFrom,
    lawChanges: [...new Set(changes)].filter((from) => from >= lawFrom).sort(),
    hiring: {
      name: plugin.hiring.name,
      authority: plugin.hiring.authority,
      required: plugin.hiring.required ?? true,
    },
    unverified: unverified({
      ...all,
      ...latePaymentParameters(plugin.latePayment),
      ...filingParameters(plugin.filings),
      ...eInvoicingParameters(plugin.eInvoicing),
    }),
  }
}
