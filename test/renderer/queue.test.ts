import { describe, expect, it } from 'vitest'
import { enqueue } from '../../renderer/actions/queue.ts'

describe('enqueue', () => {
  it('runs jobs one after the other, in order, whatever time they take', async () => {
    const log: string[] = []
    const job = (name: string, milliseconds: number) => async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      log.push(`${name} ends`)
    }
    await Promise.all([enqueue(job('a', 20)), enqueue(job('b', 1)), enqueue(job('c', 5))])
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('goes on after a job that fails, and hands its error to the one who asked', async () => {
    const failed = enqueue(() => Promise.reject(new Error('broken')))
    const next = enqueue(() => Promise.resolve('done'))
    await expect(failed).rejects.toThrow('broken')
    await expect(next).resolves.toBe('done')
  })
})
