/**
 * The number formats that files name by number only, as Excel shows them under Vietnamese regional settings:
 * short date dd/MM/yyyy, minus sign in place of parentheses, the đồng after the figure.
 */

const SHORT_DATE = 'dd/mm/yyyy'

const BUILTIN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '#,##0\\ "₫";-#,##0\\ "₫"'],
  [6, '#,##0\\ "₫";-#,##0\\ "₫"'],
  [7, '#,##0.00\\ "₫";-#,##0.00\\ "₫"'],
  [8, '#,##0.00\\ "₫";-#,##0.00\\ "₫"'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, SHORT_DATE],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, `${SHORT_DATE} h:mm`],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'],
  [42, '_-* #,##0\\ "₫"_-;-* #,##0\\ "₫"_-;_-* "-"\\ "₫"_-;_-@_-'],
  [43, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'],
  [44, '_-* #,##0.00\\ "₫"_-;-* #,##0.00\\ "₫"_-;_-* "-"??\\ "₫"_-;_-@_-'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [59, '0'],
  [60, '0.00'],
  [61, '#,##0'],
  [62, '#,##0.00'],
  [67, '0%'],
  [68, '0.00%'],
])

/** The code of a format number that the file does not define; General for one that nobody knows. */
export function builtinFormat(id: number): string {
  const isLocaleDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isLocaleDate ? SHORT_DATE : (BUILTIN.get(id) ?? 'General')
}
