import { amountSchema } from './route.ts'

/** How much of a receipt an invoice takes, and what that pays of one in another currency. */
export const partOfReceipt = {
  amount: amountSchema.optional().meta({ description: 'Of the receipt; all that fits unless told' }),
  billedAmount: amountSchema.optional().meta({
    description:
      'Of an invoice in another currency: what of it is paid, in that; what the payer’s bank was told unless told here',
  }),
}
