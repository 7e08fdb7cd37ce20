import { type ReactNode, useEffect, useRef } from 'react'

interface PageProps {
  title: string
  intro?: ReactNode
  /** What can be done here, at the head's end. */
  actions?: ReactNode
  children: ReactNode
}

let arrivals = 0

/** A page: its title names the window too, and takes the focus on arrival so that a screen reader starts here. */
export function Page({ title, intro, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrivals++ > 0) heading.current?.focus({ preventScroll: true })
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
