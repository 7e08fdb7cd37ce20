import { useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { type OfficeRight, portals, sessionQuery } from '../../api/session.ts'

const KEPT = 'samen.member-office'
const listeners = new Set<() => void>()

export function chooseMemberOffice(slug: string): void {
  localStorage.setItem(KEPT, slug)
  for (const listener of listeners) listener()
}

/** The office whose member the reader is; who is a member of several chooses in the head of the page. */
export function useMemberOffice(): { office: OfficeRight; all: readonly OfficeRight[] } {
  const { data: me } = useSuspenseQuery(sessionQuery)
  const kept = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(KEPT),
  )
  const all = me ? portals(me).member : []
  const office = all.find(({ slug }) => slug === kept) ?? all[0]
  if (!office) throw new Error('the member pages need a member')
  return { office, all }
}
