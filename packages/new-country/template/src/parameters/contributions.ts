/**
 * Rates, ceilings and floors of social contributions, each with the day from which it holds and the statute it was read in:
 * `pension: datedRates('Pension insurance', ['2025-01-01', '9.3', 'Social Code § 158'])`. A figure from memory carries a
 * fourth text that says why it is unverified.
 */
export const contributions = {}
