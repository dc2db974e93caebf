/** What can be done with one column: opened from its header, by the mouse or by Shift+F10. */
import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isComputed } from '../../shared/columns.ts'
import type { Column, ComputedRole, Report } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { closeSettings, openSettings } from '../actions/settings.ts'
import type { MenuPlace } from '../store.ts'
import { nameOf } from './problems.ts'

export interface ColumnMenuProps {
  readonly report: Report
  readonly column: Column
  readonly place: MenuPlace
}

const ADDED: readonly (readonly [ComputedRole, string])[] = [
  ['ratio', 'settings:menuRatio'],
  ['change', 'settings:menuChange'],
  ['growth', 'settings:menuGrowth'],
  ['assessment', 'settings:menuAssessment'],
]

export function ColumnMenu({ report, column, place: { x, y } }: ColumnMenuProps) {
  const { t } = useTranslation(['common', 'settings'])
  const target = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y])
  const { id } = column
  const hidden = report.columns.filter((each) => each.hidden === true)
  const visible = report.columns.length - hidden.length
  const hasStated = report.rows.some(({ stated }) => stated[id] !== undefined)

  /** One edit, and back to the table. */
  function set(of: Column, isHidden: boolean): void {
    void edit([{ type: 'column', column: of.id, set: { hidden: isHidden } }])
    closeSettings()
  }

  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, { open, type }) => {
        // A chosen item has opened what comes next.
        if (!open && type !== 'menuItemClick') closeSettings()
      }}
    >
      <MenuPopover data-testid="column-menu">
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{nameOf(column)}</MenuGroupHeader>
            <MenuItem
              data-testid="menu-settings"
              onClick={() => openSettings({ type: 'column', column: id })}
            >
              {t('settings:menuSettings')}
            </MenuItem>
            {isComputed(column.role) && hasStated && (
              <>
                <MenuItem
                  data-testid="menu-computed"
                  onClick={() => openSettings({ type: 'wholeColumn', column: id, use: 'computed' })}
                >
                  {t('settings:menuUseComputed')}
                </MenuItem>
                <MenuItem
                  data-testid="menu-file"
                  onClick={() => openSettings({ type: 'wholeColumn', column: id, use: 'file' })}
                >
                  {t('settings:menuKeepFile')}
                </MenuItem>
              </>
            )}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('settings:menuAdd')}</MenuGroupHeader>
            {ADDED.map(([role, key]) => (
              <MenuItem
                key={role}
                data-testid={`menu-add-${role}`}
                onClick={() => openSettings({ type: 'addColumn', after: id, role })}
              >
                {t(key)}
              </MenuItem>
            ))}
          </MenuGroup>
          <MenuDivider />
          {column.added === true && (
            <MenuItem
              data-testid="menu-remove"
              onClick={() => {
                void edit([{ type: 'removeColumn', column: id }])
                closeSettings()
              }}
            >
              {t('settings:menuRemove')}
            </MenuItem>
          )}
          {visible > 1 && column.hidden !== true && (
            <MenuItem data-testid="menu-hide" onClick={() => set(column, true)}>
              {t('settings:menuHide')}
            </MenuItem>
          )}
          {hidden.length > 0 && (
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem data-testid="menu-hidden">
                  {t('settings:menuHidden', { n: hidden.length })}
                </MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {hidden.map((each) => (
                    <MenuItem key={each.id} data-testid="menu-show" onClick={() => set(each, false)}>
                      {nameOf(each)}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
