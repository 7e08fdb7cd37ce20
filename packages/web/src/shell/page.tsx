import { type ReactNode, useEffect, useRef } from 'react'

interface PageProps {
  title: string
  intro?: ReactNode
  /** What can be done here, at the head's end. */
  actions?: ReactNode
  children: ReactNode
}

let lastPlace: string | undefined

/** A page: its title names the window too, and takes the focus on arrival so that a screen reader starts here. */
export function Page({ title, intro, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const place = window.location.pathname
    // The first page opens as the browser opens it: the first Tab leads to the skip link.
    if (lastPlace !== undefined && lastPlace !== place) heading.current?.focus({ preventScroll: true })
    lastPlace = place
  }, [])
  return (
    <div className="page">
      <title>{`${title} · Samen`}</title>
      <header className="page-head">
        <div className="stack">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro && <p className="intro">{intro}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
