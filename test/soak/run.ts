/**
 * `npm run soak`: what takes too long for `npm test`. Runs every `test/soak/<name>.soak.ts` to its end in a Node
 * process of its own (`npm run soak -- <name>` only that); each says what it found and ends with 0 if all was well.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'

function runApart(file: string): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status) => resolve(status === 0))
  })
}

const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.soak.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort()

let failed = 0
for (const file of files) {
  console.log(file)
  const well = await runApart(file)
  console.log(`${well ? '✓' : '✗'} ${file}`)
  if (!well) failed += 1
}
console.log(`${files.length - failed} passed, ${failed} failed`)
process.exitCode = files.length > 0 && failed === 0 ? 0 : 1
