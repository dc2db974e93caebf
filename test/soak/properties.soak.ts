/** A million cases of each property that the tests try ten thousand of. */
import { calculationProperties } from '../shared/properties/calculations.ts'
import { increaseProperties } from '../shared/properties/increases.ts'
import { quantityProperties } from '../shared/properties/quantities.ts'
import { ratioProperties } from '../shared/properties/ratios.ts'
import { verdictProperties } from '../shared/properties/verdicts.ts'

const CASES = 1_000_000

const properties = {
  ...quantityProperties,
  ...ratioProperties,
  ...increaseProperties,
  ...verdictProperties,
  ...calculationProperties,
}

for (const [property, check] of Object.entries(properties)) {
  const start = performance.now()
  check(CASES)
  console.log(`${property}: ${CASES} cases in ${Math.round((performance.now() - start) / 1000)} s`)
}
