/** No acknowledged edit is lost when the program is killed; `npm run soak` does the same a thousand times. */
import { expect, test } from 'vitest'
import { killAgainAndAgain } from './killing.ts'

test('50 kills in the middle of edits lose nothing that was acknowledged', { timeout: 110_000 }, async () => {
  let killed = 0
  const edits = await killAgainAndAgain(50, (kills) => (killed = kills))
  expect(killed).toBe(50)
  expect(edits).toBeGreaterThan(50)
})
