/** What is worked out of short texts that come up again and again, as names, units and verdicts do. */

/** Then everything is forgotten and begins anew, so that no long session fills the memory. */
const MOST_TEXTS = 20_000

/** The same function, which works out each text once. Its results must not be changed in place. */
export function rememberTexts<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.result
    const result = work(text)
    if (known.size >= MOST_TEXTS) known.clear()
    known.set(text, { result })
    return result
  }
}
