/** Fields that hold typed text of their own hand it over when the window is about to close. */
import { useEffect, useEffectEvent } from 'react'

const commits = new Set<() => void>()

/** `commit` takes over what the field holds, if anything. */
export function useBeforeClosing(commit: () => void): void {
  const latest = useEffectEvent(commit)
  useEffect(() => {
    const run = () => latest()
    commits.add(run)
    return () => {
      commits.delete(run)
    }
  }, [])
}

/** Everything that is being typed is taken over; one field that fails keeps no other from it. */
export function commitTyping(onError: (error: unknown) => void): void {
  for (const commit of commits) {
    try {
      commit()
    } catch (error) {
      onError(error)
    }
  }
}
