/** Why the program cannot go on, as the one sentence a person reads: what is wrong and what to do next. */
export class Refusal extends Error {
  override name = 'Refusal'
}
