/** The window of remembered templates: what is in it is on disk; a failure is told in the window itself. */
import type { Id } from '../../shared/model.ts'
import type { Profile, ProfileColumn } from '../../shared/profile.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import { isCorrected } from '../import/drafts.ts'
import { useStore, type Profiles } from '../store.ts'
import { planAgain } from './importing.ts'
import { valueOrMessage } from './messages.ts'
import { enqueue } from './queue.ts'

export async function openProfiles(): Promise<void> {
  const list = valueOrMessage(await api.listProfiles())
  if (list === undefined) return
  const shown = matchedTemplate() ?? list[0]?.id ?? null
  useStore.setState({ profiles: { list, shown, changed: false } })
}

/** A preview in which nothing is corrected yet is worked out anew by what is remembered now. */
export async function closeProfiles(): Promise<void> {
  await enqueue(() => Promise.resolve())
  const { profiles, importing } = useStore.getState()
  useStore.setState({ profiles: null })
  const isUntouched = importing?.step === 'preview' && !Object.values(importing.drafts).some(isCorrected)
  if (profiles?.changed === true && isUntouched) await planAgain()
}

export function showProfile(shown: Id): void {
  change(() => ({ shown }))
}

export async function renameProfile(id: Id, name: string): Promise<void> {
  await enqueue(async () => take(await api.renameProfile({ profile: id, name })))
}

/** Another role for one of its columns, or whether it is left out; `place` counts from 0. */
export async function setProfileColumn(
  id: Id,
  place: number,
  set: { readonly role?: ProfileColumn['role']; readonly leftOut?: boolean },
): Promise<void> {
  await enqueue(async () => {
    const profile = useStore.getState().profiles?.list.find((each) => each.id === id)
    if (profile === undefined) return
    const columns = profile.columns.map(({ role, leftOut = false }, each) => ({
      role,
      leftOut,
      ...(each === place && set),
    }))
    await take(await api.saveProfile({ profile: id, columns }))
  })
}

export async function deleteProfile(id: Id): Promise<void> {
  await enqueue(async () => {
    const deleted = await api.deleteProfile({ profile: id })
    if (!deleted.ok) {
      told(deleted)
      return
    }
    change(({ list }) => {
      const place = list.findIndex((each) => each.id === id)
      const left = list.filter((each) => each.id !== id)
      return { list: left, shown: (left[place] ?? left.at(-1))?.id ?? null, changed: true }
    })
  })
}

export async function exportProfile(id: Id): Promise<void> {
  const exported = await api.exportProfile({ profile: id })
  if (exported.ok) change(() => ({ exported: exported.value }))
  else told(exported)
}

export async function importProfile(): Promise<void> {
  await take(await api.importProfile())
}

/** The template as it is on disk now, shown in its place in the list. */
async function take(saved: Result<Profile>): Promise<void> {
  if (!saved.ok) {
    told(saved)
    return
  }
  const list = await api.listProfiles()
  if (list.ok) change(() => ({ list: list.value, shown: saved.value.id, changed: true }))
  else told(list)
}

function told(result: Result<unknown>): void {
  if (!result.ok && result.failure.code !== 'cancelled') change(() => ({ failure: result.failure }))
}

/** What was told of the last thing done is over with the next. */
function change(to: (profiles: Profiles) => Partial<Profiles>): void {
  useStore.setState(({ profiles }) => {
    if (profiles === null) return {}
    const { failure: _failure, exported: _exported, ...rest } = profiles
    return { profiles: { ...rest, ...to(profiles) } }
  })
}

/** Of the table in the preview. */
function matchedTemplate(): Id | undefined {
  const { importing } = useStore.getState()
  return importing?.step === 'preview' ? importing.plan.tables[importing.table]?.profile?.id : undefined
}
