/** What the person who asked can mend; its message is a whole sentence. */
export class Refusal extends Error {}
