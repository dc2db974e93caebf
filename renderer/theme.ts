/** The look of everything around the table: Fluent's light theme in the system's font. */
import { webLightTheme, type Theme } from '@fluentui/react-components'

export const theme: Theme = {
  ...webLightTheme,
  fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', 'Liberation Sans', Arial, sans-serif",
}
