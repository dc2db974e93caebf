/** What the program was started with: "--name VALUE" or "--name=VALUE" anywhere behind the program's own name. */

/** Undefined when the argument is not there or nothing follows it. */
export function startArgument(argv: readonly string[], name: string): string | undefined {
  return startArguments(argv, name, 1)?.[0]
}

/** The `count` values that follow the argument; undefined when it is not there or fewer follow. */
export function startArguments(
  argv: readonly string[],
  name: string,
  count: number,
): readonly string[] | undefined {
  const joined = argv.find((text) => text.startsWith(`${name}=`))
  if (joined !== undefined && count === 1) return [joined.slice(name.length + 1)]
  const index = argv.indexOf(name)
  if (index < 0) return undefined
  const values = argv.slice(index + 1, index + 1 + count)
  return values.length === count ? values : undefined
}
