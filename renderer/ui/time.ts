/** Times as the person's region writes them. */

/** Hours and minutes ("14:05"). */
export function timeText(iso: string, language: string): string {
  return new Intl.DateTimeFormat(region(language), {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso))
}

/** Day and time ("01/12/2023 14:05"). */
export function dateTimeText(iso: string, language: string): string {
  const day = new Intl.DateTimeFormat(region(language), { day: '2-digit', month: '2-digit', year: 'numeric' })
  return `${day.format(new Date(iso))} ${timeText(iso, language)}`
}

/** The day of an ISO date, as both languages write it here ("05/01/2024"). A date has no time zone. */
export function dayText(iso: string): string {
  return iso.split('-').reverse().join('/')
}

function region(language: string): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB'
}
