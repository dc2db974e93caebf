import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleFile, serveBundle } from '../../electron/bundle.ts'

let folder: string
let root: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-bundle-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<p>trang</p>')
  writeFileSync(join(root, 'assets', 'màu sắc.css'), 'p { color: teal }')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  mkdirSync(join(folder, 'renderer-other'))
  writeFileSync(join(folder, 'renderer-other', 'secret.txt'), 'secret')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('files of the window come with their type and the headers that shut the rest out', async () => {
  const page = await serveBundle(root, 'app://bundle/index.html')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('<p>trang</p>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')

  const style = await serveBundle(root, 'app://bundle/assets/m%C3%A0u%20s%E1%BA%AFc.css?v=1')
  expect(await style.text()).toBe('p { color: teal }')
})

describe('nothing else is served', () => {
  test.each([
    'app://bundle/../secret.txt',
    'app://bundle/../../etc/passwd',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/%2e%2e%2fsecret.txt',
    'app://bundle/..%5csecret.txt',
    'app://bundle/../renderer-other/secret.txt',
    'app://bundle/assets/../../secret.txt',
    'app://bundle//etc/passwd',
    'app://bundle/%00',
    'app://bundle/%ff',
    'app://bundle/',
    'app://bundle/assets',
    'app://bundle/missing.js',
    'app://bundle/index.html/more',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'not an address',
  ])('%s', async (url) => {
    const answer = await serveBundle(root, url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  test('and no address leads out of the folder, whatever it looks like', () => {
    const parts = ['..', '.', '%2e%2e', 'assets', 'index.html', '..;', '...', '%252e%252e', '\\..\\..', 'C:']
    for (const a of parts)
      for (const b of parts)
        for (const c of parts) {
          const file = bundleFile(root, `app://bundle/${a}/${b}/${c}`)
          if (file !== undefined)
            expect(file.startsWith(`${root}/`) || file.startsWith(`${root}\\`)).toBe(true)
        }
  })
})
