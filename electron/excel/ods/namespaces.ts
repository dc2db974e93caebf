/** The vocabularies of OpenDocument that spreadsheets are written in. */
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

export const OFFICE = `${ODF}:office:1.0`
export const TABLE = `${ODF}:table:1.0`
export const TEXT = `${ODF}:text:1.0`
export const STYLE = `${ODF}:style:1.0`
export const NUMBER = `${ODF}:datastyle:1.0`
/** LibreOffice's own, where it says that a cell holds an error. */
export const CALC = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'
