/** Where the window opens: where it was, if a screen is still there. */
import type { WindowPlace } from './settings.ts'

/** In the screen's pixels, without the taskbar. */
export interface WorkArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Enough of the title bar to take hold of the window with the mouse. */
const REACHABLE = { width: 100, height: 30 }

/** `areas` has the main screen first. A place no screen shows is dropped, a size beyond the screen cut. */
export function placeOnScreen(place: WindowPlace, areas: readonly WorkArea[]): WindowPlace {
  const { x, y } = place
  const area =
    x === undefined || y === undefined
      ? undefined
      : areas.find((candidate) => showsTitleBar(candidate, x, y, place.width))
  const screen = area ?? areas[0]
  const size =
    screen === undefined
      ? { width: place.width, height: place.height }
      : { width: Math.min(place.width, screen.width), height: Math.min(place.height, screen.height) }
  return { ...(area === undefined ? {} : { x, y }), ...size, maximised: place.maximised }
}

function showsTitleBar(area: WorkArea, x: number, y: number, width: number): boolean {
  const shownWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return shownWidth >= REACHABLE.width && y >= area.y && y + REACHABLE.height <= area.y + area.height
}
