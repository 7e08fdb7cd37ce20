/** First day the package knows the law of. */
export const START = '2025-01-01'
