/** The names of the remembered templates: one stop of the Tab key, the arrows go from one to the next. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { showProfile } from '../actions/profiles.ts'

export interface ProfileListProps {
  readonly list: readonly Profile[]
  readonly shown: Id
}

export function ProfileList({ list, shown }: ProfileListProps) {
  const { t } = useTranslation('profiles')
  const box = useRef<HTMLUListElement>(null)
  // After the dialog's own effect, which gives the focus to what comes first in it.
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    // The template that had the focus is gone.
    if (document.activeElement === document.body) box.current?.focus()
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const at = list.findIndex(({ id }) => id === shown)
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeAfter(event.key, at, list.length)
    const next = place === undefined ? undefined : list[place]
    if (next === undefined) return
    event.preventDefault()
    showProfile(next.id)
  }
  return (
    <ul
      ref={box}
      role="listbox"
      className="profile-list"
      tabIndex={0}
      aria-label={t('profiles:title')}
      aria-activedescendant={`profile-${shown}`}
      data-testid="profile-list"
      onKeyDown={onKeyDown}
    >
      {list.map(({ id, name }) => (
        <li
          key={id}
          id={`profile-${id}`}
          role="option"
          aria-selected={id === shown}
          title={name}
          data-testid="profile-item"
          onClick={() => showProfile(id)}
        >
          {name}
        </li>
      ))}
    </ul>
  )
}

function placeAfter(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
