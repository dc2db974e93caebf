/** One remembered template: its name, and what each of its columns is imported as. */
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { deleteProfile, exportProfile, renameProfile, setProfileColumn } from '../actions/profiles.ts'
import { ROLE_NAMES } from '../ui/roles.ts'

export function ProfileDetails({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation(['common', 'profiles'])
  const { id, name, columns, rows } = profile
  const [typed, setTyped] = useState(name)
  /** Whether deleting is asked about, or was and nothing was deleted: then the focus goes back. */
  const [deleting, setDeleting] = useState<'idle' | 'asked' | 'kept'>('idle')
  const isRenamed = typed.trim() !== name
  return (
    <div className="profile-details" data-testid="profile-details">
      <form
        className="profile-name"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRenamed) void renameProfile(id, typed)
        }}
      >
        <Field label={t('profiles:name')} size="small">
          <Input
            size="small"
            data-testid="profile-name"
            maxLength={200}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <Button size="small" type="submit" data-testid="profile-rename" disabled={!isRenamed}>
          {t('profiles:rename')}
        </Button>
      </form>
      <div className="profile-columns" role="region" tabIndex={0} aria-label={t('profiles:columns')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('profiles:header')}</th>
              <th scope="col">{t('profiles:role')}</th>
              <th scope="col">{t('profiles:leftOut')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, role, leftOut = false }, place) => {
              const title = header.join(' – ') || t('profiles:noHeader')
              return (
                <tr key={place} data-testid="profile-column">
                  <th scope="row">{title}</th>
                  <td>
                    <Select
                      size="small"
                      aria-label={t('profiles:roleOf', { column: title })}
                      data-testid="profile-role"
                      value={role}
                      onChange={(_, { value }) => {
                        const chosen = ROLES.find((each) => each === value)
                        if (chosen !== undefined) void setProfileColumn(id, place, { role: chosen })
                      }}
                    >
                      {Object.entries(ROLE_NAMES).map(([each, key]) => (
                        <option key={each} value={each}>
                          {t(key)}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td>
                    <Checkbox
                      aria-label={t('profiles:leftOutOf', { column: title })}
                      data-testid="profile-left-out"
                      checked={leftOut}
                      onChange={(_, { checked }) =>
                        void setProfileColumn(id, place, { leftOut: checked === true })
                      }
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {rows.length > 0 && <p className="quiet">{t('profiles:rows', { n: rows.length })}</p>}
      <div className="profile-commands">
        <Button size="small" data-testid="profile-export" onClick={() => void exportProfile(id)}>
          {t('profiles:export')}
        </Button>
        {deleting === 'asked' ? (
          <>
            <span role="alert">{t('profiles:deleteQuestion')}</span>
            <Button
              size="small"
              autoFocus
              data-testid="profile-delete-confirm"
              onClick={() => void deleteProfile(id)}
            >
              {t('profiles:delete')}
            </Button>
            <Button size="small" data-testid="profile-delete-cancel" onClick={() => setDeleting('kept')}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            autoFocus={deleting === 'kept'}
            data-testid="profile-delete"
            onClick={() => setDeleting('asked')}
          >
            {t('profiles:delete')}
          </Button>
        )}
      </div>
    </div>
  )
}
