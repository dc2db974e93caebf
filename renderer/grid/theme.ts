/** AG Grid's look: a quiet ruled table in the font of the window. */
import { themeQuartz } from 'ag-grid-community'

/** Pixels. One line of text, and what a row has beside its lines. */
export const LINE_HEIGHT = 17
export const ROW_PADDING = 7
/** A row of one line. */
export const ROW_HEIGHT = LINE_HEIGHT + ROW_PADDING
export const HEADER_PADDING = 9
export const FONT_SIZE = 13
export const FONT_FAMILY = "'Segoe UI', 'Segoe UI Web (West European)', 'Liberation Sans', Arial, sans-serif"

export const gridTheme = themeQuartz.withParams({
  accentColor: '#0f6cbd',
  backgroundColor: '#ffffff',
  foregroundColor: '#242424',
  borderColor: '#d1d1d1',
  browserColorScheme: 'light',
  cellHorizontalPadding: 6,
  columnBorder: true,
  fontFamily: FONT_FAMILY,
  fontSize: FONT_SIZE,
  headerBackgroundColor: '#f3f4f6',
  headerColumnBorder: true,
  headerFontSize: FONT_SIZE,
  headerRowBorder: false,
  headerFontWeight: 600,
  headerTextColor: '#242424',
  rowHoverColor: 'transparent',
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
})
