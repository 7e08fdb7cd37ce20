import type { Contract } from '@samen/api/client'
import type { Mood } from '../design/feedback.tsx'

export const CONTRACT_MOOD: Record<Contract['state'], Mood> = {
  quote: 'plain',
  order: 'brand',
  split: 'plain',
  started: 'brand',
  done: 'warn',
  invoiced: 'good',
  closed: 'plain',
  cancelled: 'plain',
}
