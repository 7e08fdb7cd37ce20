/** The first day these rules know: all figures begin in 2025. */
export const START = '2025-01-01'
