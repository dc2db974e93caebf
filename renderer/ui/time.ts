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

function region(language: string): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB'
}
