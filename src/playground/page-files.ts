import { readdir, readFile } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'

export type PageFile = { readonly type: string; readonly body: string }

const PAGE = join(import.meta.dirname, 'page')

/** The files of the page by path. The browser gets the TypeScript without its types. */
export async function loadPageFiles(): Promise<Map<string, PageFile>> {
  const files = new Map<string, PageFile>()
  const blocks = join(dirname(createRequire(import.meta.url).resolve('slack-blocks-to-jsx')), 'style.css')
  files.set('/blocks.css', {
    type: 'text/css',
    // The library's styles, but the page's own rules win over them.
    body: (await readFile(blocks, 'utf8'))
      .replaceAll('#slack_blocks_to_jsx', '[data-blocks]')
      .replaceAll('!important', ''),
  })
  for (const name of await readdir(PAGE)) {
    const source = await readFile(join(PAGE, name), 'utf8')
    if (name === 'index.html') files.set('/', { type: 'text/html', body: source })
    if (name.endsWith('.css')) files.set(`/${name}`, { type: 'text/css', body: source })
    if (name.endsWith('.ts'))
      files.set(`/${name}`, { type: 'text/javascript', body: stripTypeScriptTypes(source) })
  }
  return files
}
