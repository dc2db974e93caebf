/** Ten thousand cases of each property of the calculation; a million of them in the soak. */
import { describe, it } from 'vitest'
import { calculationProperties } from './properties/calculations.ts'
import { increaseProperties } from './properties/increases.ts'
import { ratioProperties } from './properties/ratios.ts'
import { verdictProperties } from './properties/verdicts.ts'

const CASES = 10_000
const SLOWEST = 60_000

describe.each([
  ['ratios', ratioProperties],
  ['increases', increaseProperties],
  ['verdicts', verdictProperties],
  ['calculations', calculationProperties],
])('%s', (_about, properties) => {
  it.each(Object.entries(properties))(
    '%s',
    (_property, check) => {
      check(CASES)
    },
    SLOWEST,
  )
})
