/** Situations that show the ordinary cases, invented; the kit, the demo and the benchmarks use them. */
export const samples: readonly { readonly title: string; readonly situation: unknown }[] = []
