import type { HiringDeclaration } from '@samen/core/country'

/** What an authority must be told before a job starts; `required: false` where no single hiring is declared. */
export const hiring: HiringDeclaration = { name: '', authority: '', source: '' }
