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
import { select } from '../actions/program.ts'
import { closeSettings, openSettings } from '../actions/settings.ts'
import { singleCell } from '../grid/sheet.ts'
import { useStore, type EditRequest, type MenuPlace } from '../store.ts'
import './columns.css'
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
  const cursor = useStore((state) => state.selection?.cursor)
  const { id } = column
  const hidden = report.columns.filter((each) => each.hidden === true)
  const visible = report.columns.filter((each) => each.hidden !== true)
  const hasStated = report.rows.some(({ stated }) => stated[id] !== undefined)

  /** One edit, and back to the table, where the cursor stays on a column that is there. */
  function run(made: Extract<EditRequest, { readonly type: 'column' | 'removeColumn' }>): void {
    if (made.type === 'removeColumn' || column.id === made.column) leave()
    void edit([made])
    closeSettings()
  }

  function leave(): void {
    const place = visible.indexOf(column)
    const beside = visible[place + 1] ?? visible[place - 1]
    if (cursor !== undefined && beside !== undefined) select(singleCell({ ...cursor, column: beside.id }))
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
      <MenuPopover className="column-menu" data-testid="column-menu">
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
            <MenuItem data-testid="menu-remove" onClick={() => run({ type: 'removeColumn', column: id })}>
              {t('settings:menuRemove')}
            </MenuItem>
          )}
          {visible.length > 1 && column.hidden !== true && (
            <MenuItem
              data-testid="menu-hide"
              onClick={() => run({ type: 'column', column: id, set: { hidden: true } })}
            >
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
                    <MenuItem
                      key={each.id}
                      data-testid="menu-show"
                      onClick={() => run({ type: 'column', column: each.id, set: { hidden: false } })}
                    >
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
