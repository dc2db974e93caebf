/** What the program asks of the operating system: tests get to know it instead of looking at other programs. */

/** Told over the channel to the test, if a test drives the program. */
export function record(kind: string, argument: unknown): void {
  process.send?.({ recorded: { kind, argument } })
}
