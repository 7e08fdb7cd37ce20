import { useEffect, useState } from 'react'

/** The value once it has rested for some milliseconds. */
export function useRested<T>(value: T, restMs: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}

/** State that survives a reload and an expired session: what was typed is never lost to an error. */
export function useDraft<T extends object>(
  name: string,
  initial: T,
): [T, (change: Partial<T>) => void, () => void] {
  const key = `samen.draft.${name}`
  const [draft, setDraft] = useState<T>(() => {
    try {
      return { ...initial, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') }
    } catch {
      return initial
    }
  })
  const change = (part: Partial<T>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      sessionStorage.setItem(key, JSON.stringify(next))
      return next
    })
  const forget = () => {
    sessionStorage.removeItem(key)
    setDraft(initial)
  }
  return [draft, change, forget]
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
