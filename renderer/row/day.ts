/** A day as people type it. */

/**
 * The ISO date of "30/6/2024", "30-06-2024" or "30.6.2024"; of "30/6" in the given year, where there is one. Undefined
 * for what is no day of the calendar.
 */
export function parseDay(text: string, year?: number): string | undefined {
  const match = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, day = '', month = '', typedYear = year === undefined ? '' : String(year)] = match
  if (typedYear === '') return undefined
  const iso = `${typedYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}
