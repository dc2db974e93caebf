/** What the program has to say about a figure, before it is put into words: a key of the `figures` texts and what to fill in. */

export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Figures among `params` are already in Vietnamese form ("99,67"), words as they stand in the table. */
export function sentence(key: string, params: Sentence['params'] = {}): Sentence {
  return { key, params }
}
