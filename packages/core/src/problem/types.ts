/**
 * Every cause of refusal the product knows, by its stable name: the last part of the problem's `type` in an HTTP
 * answer (RFC 9457). A name, once published, keeps its meaning; new causes get new lines.
 */
export const problemTypes = {
  'invalid-field': { status: 422, title: 'A field is missing or wrong' },
  'invalid-request': { status: 400, title: 'The request cannot be read' },
  'malformed-json': { status: 400, title: 'This is not JSON' },
  'line-too-long': { status: 413, title: 'A line is too long' },
  'no-law': { status: 422, title: 'The law of that day is not known here' },
  'budget-too-small': { status: 422, title: 'The budget does not pay a wage' },
  'wrong-method': { status: 405, title: 'This address does not answer that method' },
  'too-large': { status: 413, title: 'The request is too large' },
  'sign-in-failed': { status: 401, title: 'The sign-in failed' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'This does not fit what is already there' },
  'rate-missing': { status: 422, title: 'An exchange rate is missing' },
  'office-unknown': { status: 403, title: 'The group does not know this office' },
  'office-left': { status: 403, title: 'The office has left the group' },
  'invitation-invalid': { status: 403, title: 'The invitation is not valid' },
  'pack-signature': { status: 422, title: 'The signature is not the office’s' },
  'pack-gap': { status: 409, title: 'A pack before this one is missing' },
  'pack-fork': { status: 409, title: 'The pack contradicts one received before' },
  'pack-replay': { status: 409, title: 'The month has been reported before' },
  'pack-period-closed': { status: 409, title: 'The group has closed this month' },
  'pack-final': { status: 409, title: 'The office was wound up' },
  'pack-unmapped-account': { status: 422, title: 'An account has no place in the group chart' },
  'pack-unbalanced': { status: 422, title: 'The pack does not balance' },
  'pack-history': { status: 422, title: 'The pack does not begin where the one before ended' },
  refused: { status: 422, title: 'A rule refuses this' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
  'not-ready': { status: 503, title: 'The server is not ready' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemType = keyof typeof problemTypes
