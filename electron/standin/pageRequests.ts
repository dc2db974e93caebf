/** Every request of a page passes here: own schemes are answered by the program, the network by its rules. */
import type { Connection } from './browser.ts'
import type { Events } from './devtools.ts'
import { fromBrowser, handlerFor } from './schemes.ts'
import { mayLoad } from './session.ts'

export async function answerRequest(
  { send }: Connection,
  { requestId, request }: Events['Fetch.requestPaused'],
  refused: boolean,
): Promise<void> {
  const url = fromBrowser(request.url)
  const handler = handlerFor(url)
  if (refused) {
    await send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  } else if (handler !== undefined) {
    const response = await handler(new Request(url, { method: request.method, headers: request.headers }))
    await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  } else if (mayLoad(url)) {
    await send('Fetch.continueRequest', { requestId })
  } else {
    await send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  }
}
