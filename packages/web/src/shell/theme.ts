import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'
const KEPT = 'samen.theme'
const listeners = new Set<() => void>()

const kept = (): Theme => {
  const theme = localStorage.getItem(KEPT)
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

/** Puts the kept choice on the page; without one the system decides. */
export function applyTheme(): void {
  const theme = kept()
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, kept)
