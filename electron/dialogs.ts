/** The dialogs the handlers ask for: pick a workbook, choose where to save, show a file outside the program. */
import { basename, dirname, extname } from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import { failure, success } from '../shared/result.ts'
import { WORKBOOK_EXTENSIONS } from '../shared/workbookFile.ts'
import { freePath } from './freeName.ts'
import type { Dialogs } from './handlers.ts'
import type { Texts } from './texts.ts'

const SAVE_TITLES = { xlsx: 'dialogSaveXlsx', pdf: 'dialogSavePdf', json: 'dialogSaveProfile' }
const FORMAT_NAMES = { xlsx: 'formatXlsx', pdf: 'formatPdf', json: 'formatProfile' }

/** Texts are asked for at each dialog, because the person may have changed the language. */
export function createDialogs(window: BrowserWindow, texts: () => Texts): Dialogs {
  /** Where the person saved last; people export several reports into one folder. */
  let saveFolder = app.getPath('documents')

  return {
    async pickWorkbooks() {
      const { t } = texts()
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: t('dialogPickWorkbook'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: t('formatWorkbooks'), extensions: [...WORKBOOK_EXTENSIONS, 'txt'] },
          { name: t('formatAny'), extensions: ['*'] },
        ],
      })
      return filePaths
    },

    async pickFolder() {
      const { t } = texts()
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: t('dialogPickFolder'),
        properties: ['openDirectory'],
      })
      return filePaths[0]
    },

    async pickProfile() {
      const { t } = texts()
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: t('dialogPickProfile'),
        properties: ['openFile'],
        filters: [{ name: t('formatProfile'), extensions: ['json'] }],
      })
      return filePaths[0]
    },

    async pickSaveTarget(suggestedName, format) {
      const { t } = texts()
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: t(SAVE_TITLES[format]),
        defaultPath: freePath(saveFolder, suggestedName),
        filters: [{ name: t(FORMAT_NAMES[format]), extensions: [format] }],
      })
      if (canceled || filePath === '') return undefined
      saveFolder = dirname(filePath)
      return withExtension(filePath, `.${format}`)
    },

    async openPath(path) {
      const problem = await shell.openPath(path)
      return problem === ''
        ? success(null)
        : failure('not-found', 'file-not-opened', { file: basename(path), problem })
    },

    showInFolder: (path) => {
      shell.showItemInFolder(path)
    },
  }
}

/** The system asked about overwriting the name as typed; with an extension added it must be a new file. */
function withExtension(path: string, extension: string): string {
  if (extname(path).toLowerCase() === extension) return path
  return freePath(dirname(path), basename(path) + extension)
}
