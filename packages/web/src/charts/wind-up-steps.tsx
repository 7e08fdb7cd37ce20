import './wind-up-steps.css'

export interface WindUpStep {
  readonly id: string
  readonly label: string
  /** What is known of it: a day, names, how much is left. */
  readonly detail: string
  readonly isDone: boolean
}

/** The way from the decision to the end: what is done is filled, what comes next is marked. */
export function WindUpSteps({
  label,
  doneLabel,
  steps,
}: {
  label: string
  /** Read out before what is done. */
  doneLabel: string
  steps: readonly WindUpStep[]
}) {
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <ol className="wind-up-steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={step.isDone ? 'done' : ''}
          aria-current={step === next ? 'step' : undefined}
        >
          <span className="mark" aria-hidden="true">
            {step.isDone ? '✓' : ''}
          </span>
          <span>
            {step.isDone && <span className="unseen">{doneLabel} </span>}
            <b>{step.label}</b>
            <span className="small soft">{step.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
