import type { EInvoicing } from '@samen/core/country'

/** Every invoice within the country goes by the exchange system (SdI). */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'anybody',
      channels: ['sdi'],
      from: '2019-01-01',
      source: 'D.Lgs. 127/2015, art. 1(3), as L. 205/2017, art. 1(909) has it',
      unverified: 'The articles are from memory; the day was read in second sources.',
    },
    {
      duty: 'receive',
      to: 'business',
      channels: ['sdi'],
      from: '2019-01-01',
      source: 'D.Lgs. 127/2015, art. 1(3)',
      unverified: 'The article is from memory.',
    },
  ],
}
