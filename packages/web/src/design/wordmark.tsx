/**
 * The letters hold on to each other: a and m share one stem, m leans into e, e reaches for n. The shared stem is the
 * house they all live in, and carries the colour.
 */
export function Wordmark({ height = 34 }: { height?: number }) {
  return (
    <svg
      className="wordmark"
      role="img"
      aria-label="Samen"
      height={height}
      viewBox="0 0 236 64"
      fill="none"
      strokeWidth="9.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      stroke="currentColor"
    >
      <path d="M34 22C29 14 9 13 9 25c0 12 26 6 26 20 0 13-22 12-28 4" />
      <circle cx="65" cy="35" r="19.5" />
      <path d="M85 35a16.5 16.5 0 0 1 33 0v20M118 35a16.5 16.5 0 0 1 33 0" />
      <path d="M151 36h38A19 19 0 1 0 183 49.5C189 55 194 55 201 55" />
      <path d="M201 55V16M201 35a14.5 14.5 0 0 1 29 0v20" />
      <path d="M85 16v39" stroke="var(--sun)" />
    </svg>
  )
}
