/** Marks in front of the names of items: "- Đàn lợn", "+ Lúa xuân". */

const MARK = /^[-–—−+*•●○▪]$/u
const MARKED_NAME = /^\s*([-–—−+*•●○▪])\s*(?![\d\s])(.+)$/su

export function isMark(text: string): boolean {
  return MARK.test(text)
}

/** "- Đàn lợn" → "-" and "Đàn lợn"; a figure such as "- 7,4" is no name. What follows the mark stays as it is. */
export function splitMark(text: string): { readonly mark?: string; readonly name: string } {
  const [, mark, name] = MARKED_NAME.exec(text) ?? []
  return mark === undefined || name === undefined ? { name: text } : { mark, name }
}
