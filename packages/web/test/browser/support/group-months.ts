import type { GroupMonth, GroupReopening } from '@samen/api/client'

const now = new Date().toISOString()

export const closed: GroupMonth[] = [
  { period: '2026-09', closedBy: 'Greta Lindqvist', closedAt: now, isOpen: true, restatedBy: ['be', 'hu'] },
  { period: '2026-08', closedBy: 'Greta Lindqvist', closedAt: now, isOpen: false, restatedBy: [] },
]

export const reopenings: GroupReopening[] = [
  {
    groupReopeningId: 'reopening-2',
    period: '2026-08',
    reason: 'A loan between FR and BE was missing',
    state: 'asked',
    askedBy: 'Hugo Vance',
    askedAt: now,
    decidedBy: null,
    decidedAt: null,
    closedThrough: null,
    mayConfirm: true,
  },
  {
    groupReopeningId: 'reopening-1',
    period: '2026-09',
    reason: 'BE and HU correct their packs',
    state: 'confirmed',
    askedBy: 'Hugo Vance',
    askedAt: now,
    decidedBy: 'Greta Lindqvist',
    decidedAt: now,
    closedThrough: null,
    mayConfirm: false,
  },
]
