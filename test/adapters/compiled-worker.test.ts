import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startCompiled } from '../../src/adapters/compiled-worker.ts'

/** A worker that tells where it finds code compiled, what it was given, and how many settings it sees. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { getCompileCacheDir } from 'node:module'
    import { parentPort, workerData } from 'node:worker_threads'
    parentPort.postMessage([getCompileCacheDir(), workerData.given, Object.keys(process.env).length])
  `)}`,
)

it('a worker finds its compiled code in our folder, and gets its work but none of our settings', async () => {
  const worker = startCompiled(SCRIPT, { name: 'brag.md' }, {})
  const [folder, given, settings] = await new Promise<[string, unknown, number]>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  expect(folder).toContain(join('node_modules', '.cache', 'ladder-coach'))
  expect(given).toEqual({ name: 'brag.md' })
  expect(settings).toBe(0)
  await worker.terminate()
})
