import { expect, test } from 'vitest'
import { fromBrowser, handlerFor, protocol, toBrowser } from '../../electron/standin/schemes.ts'

protocol.handle('app', () => new Response('served'))

test.each([
  ['app://bundle/index.html?x=1#y', 'http://bundle.app.localhost/index.html?x=1#y'],
  ['app://bundle/', 'http://bundle.app.localhost/'],
  ['https://example.org/x', 'https://example.org/x'],
  ['file:///tmp/page.html', 'file:///tmp/page.html'],
])('%s is %s for the browser, and back', (own, ofBrowser) => {
  expect(toBrowser(own)).toBe(ofBrowser)
  expect(fromBrowser(ofBrowser)).toBe(own)
})

test('only registered schemes have a handler, and each has one', () => {
  expect(handlerFor('app://bundle/index.html')).toBeDefined()
  expect(handlerFor('apps://bundle/index.html')).toBeUndefined()
  expect(handlerFor('http://bundle.app.localhost.example.org/')).toBeUndefined()
  expect(fromBrowser('http://bundle.other.localhost/')).toBe('http://bundle.other.localhost/')
  expect(() => protocol.handle('app', () => new Response())).toThrow('Failed to register protocol: app')
})
