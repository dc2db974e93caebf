/** Tells by its first bytes what a file is, whatever its name says. */
import { refuse } from './refusal.ts'

/** What a file is made of; which workbook an archive holds, its parts say. */
export type Container =
  /** An archive: .xlsx and .ods. */
  | 'zip'
  /** The container of old Office: .xls. */
  | 'compound'
  /** A web page, which many systems save as .xls. */
  | 'html'
  /** Anything that may be text: .csv. */
  | 'text'

/** Refuses empty files, and those that are known to be something else. */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) refuse('not-a-workbook', 'file-empty')
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip'
  if (startsWith(bytes, 'PK\x05\x06')) refuse('not-a-workbook', 'not-a-workbook')
  if (startsWith(bytes, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return 'compound'
  // BIFF2 to BIFF4 sheets, from before Excel 5, stand without a container.
  if (/^\t[\0\x02\x04][\x04\x06\b]\0/.test(latin1(bytes.subarray(0, 4)))) refuse('not-a-workbook', 'old-xls')
  const beginning = beginningAsText(bytes)
  if (/^\s*(<!doctype\s+html|<html|<table|<head|<body|<meta|<style|<div)/i.test(beginning)) return 'html'
  // Other markup, printed pages, formatted text: lines with commas, but no table.
  if (/^\s*(<|%PDF|%!PS|\{\\rtf|[{[]\s*["{[])/.test(beginning)) refuse('not-a-workbook', 'not-a-workbook')
  return 'text'
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return latin1(bytes.subarray(0, signature.length)) === signature
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function beginningAsText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding)
    .decode(bytes.subarray(0, 1024))
    .replace(/^(\s*<!--[^]*?-->|\s*<\?[^]*?\?>)+/, '')
}
