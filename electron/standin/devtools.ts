/** The part of Chromium's DevTools protocol that the stand-in speaks: its commands and events, as types. */

interface Command<Params, Reply> {
  readonly params: Params
  readonly reply: Reply
}
type Nothing = Readonly<Record<string, never>>

export interface Header {
  readonly name: string
  readonly value: string
}

export interface RemoteValue {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}

export interface Commands {
  'Browser.close': Command<Nothing, Nothing>
  'Browser.getWindowForTarget': Command<
    { targetId: string },
    {
      windowId: number
      bounds: { left?: number; top?: number; width?: number; height?: number; windowState?: string }
    }
  >
  'Browser.setWindowBounds': Command<
    {
      windowId: number
      bounds: { left?: number; top?: number; width?: number; height?: number; windowState?: string }
    },
    Nothing
  >
  'Emulation.setDeviceMetricsOverride': Command<
    { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    Nothing
  >
  'Fetch.continueRequest': Command<{ requestId: string }, Nothing>
  'Fetch.enable': Command<{ patterns: readonly { urlPattern: string }[] }, Nothing>
  'Fetch.failRequest': Command<
    { requestId: string; errorReason: 'Aborted' | 'BlockedByClient' | 'Failed' },
    Nothing
  >
  'Fetch.fulfillRequest': Command<
    { requestId: string; responseCode: number; responseHeaders: readonly Header[]; body: string },
    Nothing
  >
  'Page.addScriptToEvaluateOnNewDocument': Command<{ source: string; worldName?: string }, Nothing>
  'Page.bringToFront': Command<Nothing, Nothing>
  'Page.captureScreenshot': Command<{ format: 'png' }, { data: string }>
  'Page.createIsolatedWorld': Command<{ frameId: string; worldName: string }, { executionContextId: number }>
  'Page.enable': Command<Nothing, Nothing>
  'Page.getFrameTree': Command<Nothing, { frameTree: { frame: { id: string } } }>
  'Page.handleJavaScriptDialog': Command<{ accept: boolean }, Nothing>
  'Page.navigate': Command<{ url: string }, { errorText?: string }>
  'Page.printToPDF': Command<
    {
      landscape: boolean
      printBackground: boolean
      preferCSSPageSize: boolean
      paperWidth: number
      paperHeight: number
      generateTaggedPDF: boolean
      transferMode: 'ReturnAsBase64'
    },
    { data: string }
  >
  'Page.reload': Command<Nothing, Nothing>
  'Page.setLifecycleEventsEnabled': Command<{ enabled: boolean }, Nothing>
  'Runtime.addBinding': Command<{ name: string; executionContextName: string }, Nothing>
  'Runtime.callFunctionOn': Command<
    {
      executionContextId: number
      functionDeclaration: string
      arguments: readonly { value: unknown }[]
      awaitPromise?: boolean
      returnByValue?: boolean
      userGesture?: boolean
    },
    RemoteValue
  >
  'Runtime.enable': Command<Nothing, Nothing>
  'Runtime.evaluate': Command<
    { expression: string; awaitPromise: boolean; returnByValue: boolean; userGesture: boolean },
    RemoteValue
  >
  'Target.attachToTarget': Command<{ targetId: string; flatten: true }, { sessionId: string }>
  'Target.closeTarget': Command<{ targetId: string }, Nothing>
  'Target.createTarget': Command<
    { url: string; newWindow?: boolean; width?: number; height?: number },
    { targetId: string }
  >
  'Target.getTargets': Command<
    Nothing,
    { targetInfos: readonly { targetId: string; type: string; url: string }[] }
  >
  'Target.setDiscoverTargets': Command<{ discover: boolean }, Nothing>
}

export interface Events {
  'Fetch.requestPaused': {
    readonly requestId: string
    readonly resourceType: string
    readonly request: {
      readonly url: string
      readonly method: string
      readonly headers: Readonly<Record<string, string>>
    }
  }
  'Inspector.targetCrashed': Nothing
  'Page.frameNavigated': {
    readonly frame: { readonly id: string; readonly url: string; readonly parentId?: string }
  }
  'Page.javascriptDialogOpening': { readonly type: string; readonly message: string }
  'Page.lifecycleEvent': { readonly name: string; readonly frameId: string }
  'Page.loadEventFired': Nothing
  'Runtime.bindingCalled': {
    readonly name: string
    readonly payload: string
    readonly executionContextId: number
  }
  'Runtime.exceptionThrown': {
    readonly exceptionDetails: {
      readonly text: string
      readonly exception?: { readonly description?: string }
    }
  }
  'Target.targetCreated': {
    readonly targetInfo: { readonly targetId: string; readonly type: string; readonly openerId?: string }
  }
  'Target.targetDestroyed': { readonly targetId: string }
}

export type Method = keyof Commands
export type EventName = keyof Events
