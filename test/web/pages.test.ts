import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/corpus/index.ts'
import type { RunningServer } from '../../src/http/index.ts'
import { loadModel } from '../../src/node.ts'
import { readBytes, readText } from '../../src/read/index.ts'
import { trace } from '../../src/trace.ts'
import { dropFolder, makeCorpus, makeFolder, serveAt, storyRecords } from '../http/site.ts'
import { buildPages, expectAccessible, expectNoOverflow, hasChromium, openBrowser, openPage, type WatchedPage } from './browser.ts'

const articles = fileURLToPath(new URL('../../bench/articles/', import.meta.url))
const names = readdirSync(articles)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .slice(0, 10)
const script = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>'

let folder: string
let server: RunningServer
let browser: Browser
const opens: WatchedPage[] = []

const traceHere = async (bytes: Uint8Array, input: string) =>
  JSON.parse(JSON.stringify(trace(await readBytes(bytes, { input }), await loadModel(), { explain: true })))
const ask = async (path: string) => (await fetch(server.url + path)).json()

const open = async (path: string, options: Parameters<typeof openPage>[1] = {}): Promise<WatchedPage> => {
  const opened = await openPage(browser, options)
  opens.push(opened)
  await opened.page.goto(server.url + path)
  return opened
}
const readDownload = async (page: Page) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the trace' }).click()])
  return JSON.parse(readFileSync(await download.path(), 'utf8'))
}
const openStory = async (): Promise<string> => `/stories/${(await ask('/api/stories')).items[0].id}`

describe.skipIf(!hasChromium)('in Chromium', { timeout: 90_000 }, () => {
  beforeAll(async () => {
    folder = makeFolder()
    const pages = join(folder, 'web')
    const hostile = join(folder, 'hostile.jsonl')
    writeFileSync(
      hostile,
      `${JSON.stringify({ id: 'hostile', text: `${script} may go, ${script} said.`, title: script, publisher: script, url: 'javascript:alert(1)', authors: [script] })}\n`,
    )
    const story = fileURLToPath(new URL('./story.jsonl', import.meta.url))
    const [corpus] = await Promise.all([makeCorpus(folder, [story, hostile]), buildPages(pages)])
    server = await serveAt({ corpus, pages })
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    dropFolder(folder)
  })

  afterEach(async () => {
    for (const { page } of opens.splice(0)) await page.context().close()
  })

  test('ten pasted articles are traced with the network off, and as the command traces them', { timeout: 240_000 }, async () => {
    const { page, complaints } = await open('/paste')
    await page.getByText('Ready.').waitFor()
    await page.context().setOffline(true)
    for (const name of names) {
      const bytes = readFileSync(join(articles, name))
      await page.getByLabel('Article', { exact: true }).fill(bytes.toString())
      await page.getByRole('button', { name: 'Trace it' }).click()
      const traced = await readDownload(page)
      const expected = await traceHere(new TextEncoder().encode(bytes.toString()), 'pasted')
      expect(traced).toEqual(expected)
      expect(await page.locator('.ref').count()).toBe(expected.attributions.length)
      await page.getByRole('button', { name: 'Another article' }).click()
    }
    expect(names).toHaveLength(10)
    expect(complaints).toEqual([])
  })

  const eels =
    '<!doctype html><html><head><title>Eels</title></head><body><nav>Home</nav><article><h1>Eels are back</h1><p>The eels are back in the Mere, a fisherman told the Echo on Monday. “I counted nine,” he said.</p></article></body></html>'
  const dropEels = async (page: Page) => {
    const data = await page.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'eels.html', { type: 'text/html' }))
      return transfer
    }, eels)
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    return readDownload(page)
  }

  test('a page that is dropped is read as the command reads it, by a reader that comes only then', async () => {
    const { page, complaints } = await open('/paste')
    const reader = page.waitForRequest(/\/html-/)
    await page.getByText('Ready.').waitFor()
    expect(await dropEels(page)).toEqual(await traceHere(new TextEncoder().encode(eels), 'eels.html'))
    await reader
    expect(complaints).toEqual([])
  })

  test('after one visit the page opens, is loaded again and traces text and HTML with the network off', async () => {
    const { page } = await open('/paste')
    await page.getByText('opens without it').waitFor()
    await page.context().setOffline(true)
    const expected = await traceHere(new TextEncoder().encode(eels), 'eels.html')
    expect(await dropEels(page)).toEqual(expected)
    await page.reload()
    await page.getByText('Ready.').waitFor()
    expect(await dropEels(page)).toEqual(expected)
    const again = await page.context().newPage()
    await again.goto(server.url)
    await again.getByText('Ready.').waitFor()
    await again.getByRole('button', { name: 'Try an invented article' }).click()
    await again.getByRole('button', { name: 'Trace it' }).click()
    await again.getByRole('heading', { name: 'Ferry to be sold' }).waitFor()
  })

  test('what cannot be traced is told of, and the next article is traced', async () => {
    const { page } = await open('/paste')
    await page.getByText('Ready.').waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) })
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('photo.png')
    await page.getByRole('button', { name: 'Try an invented article' }).click()
    await page.getByRole('button', { name: 'Trace it' }).click()
    await page.getByRole('heading', { name: 'Ferry to be sold' }).waitFor()
  })

  test('an article is read by keyboard alone: the chain on focus, the reasons on Enter, Escape goes back', async () => {
    const { page, complaints } = await open('/articles/b1')
    const traced = await ask('/api/publications/b1/trace')
    const ref = page.locator('.ref').first()
    await ref.waitFor()
    expect(await page.locator('.ref').count()).toBe(traced.attributions.length)
    for (let i = 0; i < 30 && !(await ref.evaluate(element => element === document.activeElement)); i++) await page.keyboard.press('Tab')
    await page.locator('.hint').waitFor()
    expect(await page.locator('.hint').textContent()).toContain(traced.chains[0].hops.at(-1).name)
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: 'Claim 1' })
    await card.waitFor()
    expect(await card.textContent()).toContain('Why it is read so')
    await card.getByText('tagger').first().waitFor()
    expect(await ref.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(0)
    expect(await ref.evaluate(element => element === document.activeElement)).toBe(true)
    expect(complaints).toEqual([])
  })

  test('hovering shows the chain, and the pointer leaving hides it', async () => {
    const { page } = await open('/articles/b1')
    await page.locator('.content').first().hover()
    await page.locator('.hint .chain').waitFor()
    await page.mouse.move(5, 5)
    await expect.poll(() => page.locator('.hint').count()).toBe(0)
  })

  test('copied text is the article’s own, without numbers and labels', async () => {
    const { page } = await open('/articles/b1')
    await page.locator('.reading').waitFor()
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('.reading') as Element)
      return getSelection()?.toString().replace(/\s+/g, ' ').trim()
    })
    expect(copied).toBe(storyRecords[0].text.replace(/\s+/g, ' ').trim())
  })

  test('a link to a claim opens it; in a text that has changed it says so', async () => {
    const { page } = await open('/articles/b1')
    await page.locator('.ref').nth(1).click()
    const address = await page.getByRole('link', { name: 'Link to these words' }).getAttribute('href')
    const again = await open(address ?? '')
    await again.page.getByRole('region', { name: 'Claim 2' }).waitFor()
    expect(await again.page.getByText('The text has changed').count()).toBe(0)
    const other = await open((address ?? '').replace('/b1', '/b2'))
    await other.page.getByText('The text has changed since the link was made').waitFor()
    const gone = await open((address ?? '').replace('/b1', '/b7'))
    await gone.page.getByText('The words that the link points at are not in this text').waitFor()
  })

  test('a switch leaves only what nobody is named for, and stays in the address', async () => {
    const { page } = await open('/articles/b1')
    await page.getByLabel('Only what nobody is named for').check()
    expect(new URL(page.url()).searchParams.get('show')).toBe('no-name')
    await page.reload()
    await page.locator('.reading.only').waitFor()
    expect(await page.locator('.is-named > .glue > .ref:visible').count()).toBe(0)
    expect(await page.locator('.is-anonymous > .glue > .ref:visible').count()).toBeGreaterThan(0)
  })

  test('a corpus is searched; the words and filters stay in the address and can be gone back from', async () => {
    const { page, complaints } = await open('/')
    await page.getByText('The story that most articles carry').waitFor()
    await page.getByRole('searchbox', { name: 'Search' }).fill('"loud bang"')
    await page.getByRole('button', { name: 'Search' }).click()
    const rows = page.getByRole('region', { name: 'Articles that were found' }).getByRole('listitem')
    await expect.poll(() => rows.count()).toBe((await ask('/api/search?q=%22loud%20bang%22')).items.length)
    await page.getByRole('combobox', { name: 'Outlet' }).selectOption('Westholm Echo')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect.poll(() => rows.count()).toBe(1)
    expect(new URL(page.url()).search).toBe('?q=%22loud+bang%22&publisher=Westholm+Echo')
    await page.goBack()
    await expect.poll(() => rows.count()).toBe(4)
    expect(await page.locator('mark').first().textContent()).toMatch(/^loud/)
    await page.goto(`${server.url}/?q=zebra`)
    await page.getByText('No article has all of these words').waitFor()
    expect(complaints).toEqual([])
  })

  test('the figures that are drawn can be had as a file', async () => {
    const { page } = await open('/')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV: By outlet' }).click(),
    ])
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
      .map(line => line.split(','))
    const { cells } = await ask('/api/figures')
    const words = cells
      .filter((cell: { publisher: string }) => cell.publisher === 'Norrin Press')
      .reduce((sum: number, cell: { words: Record<string, number> }) => sum + Object.values(cell.words).reduce((a, b) => a + b), 0)
    expect(rows.find(([name]) => name === 'Norrin Press')?.at(-1)).toBe(String(words))
  })

  test('an article is added from the page and opened', async () => {
    const { page } = await open('/')
    await page.getByRole('textbox', { name: 'Text' }).fill('The lock at Mere will open in May, a keeper said.')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('link', { name: 'open it' }).click()
    await page.getByText('The lock at Mere will open in May').first().waitFor()
  })

  test('a story tells what the interface tells, and shows two copies side by side', async () => {
    const [story] = (await ask('/api/stories')).items
    const { page, complaints } = await open(await openStory())
    const headline = await page.locator('.headline').textContent()
    const { least, most } = story.origins
    expect(headline).toContain(
      `${story.members.length} articles, ${story.outlets} outlets, ${least === most ? least : `${least} to ${most}`} independent origin`,
    )
    expect(await page.locator('.lanes a').count()).toBe(story.members.length)
    await page.locator('.pairs button').filter({ hasText: 'Haulage Weekly' }).first().click()
    await page.getByRole('region', { name: 'Side by side' }).waitFor()
    await expect.poll(() => page.locator('.pair.changed').count()).toBeGreaterThan(0)
    const { origins } = await ask(`/api/claims/${story.claim}`)
    await expect.poll(() => page.locator('g.origin').count()).toBe(origins.list.length)
    expect(complaints).toEqual([])
  })

  test('a script in every field is shown and not run', async () => {
    for (const [path, shown] of [
      ['/articles/hostile', '.reading'],
      ['/?q=onerror', '.entry'],
    ]) {
      const { page, complaints } = await open(path)
      await page.locator(shown).getByText('onerror').first().waitFor()
      expect(await page.title()).not.toBe('run')
      expect(await page.locator('main img').count()).toBe(0)
      expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
      expect(complaints).toEqual([])
    }
  })

  describe.each(['light', 'dark'] as const)('%s', colorScheme => {
    test.each([
      ['paste', async () => '/paste', '#article'],
      ['article', async () => '/articles/b1', '.reading'],
      ['article, nameless only', async () => '/articles/b1?show=no-name', '.reading'],
      ['article with a script in it', async () => '/articles/hostile', '.reading'],
      ['corpus', async () => '/', '.charts'],
      ['search', async () => '/?q=bridge', '.frame'],
      ['search without finds', async () => '/?q=zebra', '.notice'],
      ['story', openStory, 'g.origin'],
      ['no such article', async () => '/articles/none', '.error'],
      ['no such page', async () => '/paste/x', '.error'],
    ])('axe finds nothing on the page: %s', async (_, path, shown) => {
      const { page } = await open(await path(), { colorScheme })
      await page.locator(shown).first().waitFor()
      if (shown === '.reading' && (await page.locator('.ref:visible').count()) > 0) await page.locator('.ref:visible').first().click()
      await expect.poll(() => page.locator('.wait').count()).toBe(0)
      await expectAccessible(page)
    })
  })

  test.each(['light', 'dark'] as const)(
    'axe finds nothing while a corpus is waited for, cannot be read or is added to: %s',
    { timeout: 180_000 },
    async colorScheme => {
      const { page } = await openPage(browser, { colorScheme })
      const questions = /\/api\/(?:figures|stories|publications|sources)/
      const detail = 'too many questions are open; ask again in a second'
      await page.route(questions, () => {})
      await page.goto(server.url)
      await page.getByText('Counting the corpus').waitFor()
      await expectAccessible(page)
      await page.unroute(questions)
      await page.route(questions, route =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ code: 'too-busy', detail }) }),
      )
      await page.reload()
      await page.getByText('The corpus could not be counted').waitFor()
      await page.getByRole('textbox', { name: 'Text' }).fill('The lock at Mere will open in June, a keeper said.')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.locator('.failed').waitFor()
      await expectAccessible(page)
      await page.unroute(questions)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('link', { name: 'open it' }).waitFor()
      await expectAccessible(page)
      await page.context().close()
    },
  )

  test('a list of 10,000 rows draws a few of them, and more as one scrolls', async () => {
    const path = join(folder, 'long.db')
    const store = await openStore(path, 'create')
    const count = 10_000
    for (let from = 0; from < count; from += 1000)
      await store.addPublications(
        Array.from({ length: 1000 }, (_, i) => {
          const key = `row ${from + i}`
          return {
            id: String(from + i).padStart(32, '0'),
            document: readText(`Row ${from + i}.`, { input: key, key, record: { title: key } }),
          }
        }),
      )
    await store.close()
    const long = await serveAt({ corpus: path, pages: join(folder, 'web') })
    try {
      const { page, complaints } = await openPage(browser)
      await page.goto(long.url)
      await page.getByText('All 10,000 articles').waitFor()
      const frame = page.getByRole('region', { name: 'All articles' })
      const reachesLast = async () => {
        await frame.evaluate(element => element.scrollTo(0, element.scrollHeight))
        return page.getByText('row 9999', { exact: true }).isVisible()
      }
      await expect.poll(reachesLast, { timeout: 100_000, interval: 20 }).toBe(true)
      expect(await frame.getByRole('listitem').count()).toBeLessThan(60)
      expect(complaints).toEqual([])
      await page.context().close()
    } finally {
      await long.close()
    }
  }, 120_000)

  test('nothing sticks out on a phone or at 200%', async () => {
    for (const width of [360, 600])
      for (const path of ['/paste', '/articles/b1', '/', await openStory()]) {
        const { page } = await open(path, { viewport: { width, height: 740 } })
        await page.locator('h1').first().waitFor({ state: 'attached' })
        await expect.poll(() => page.locator('.wait').count()).toBe(0)
        await expectNoOverflow(page)
      }
  })

  test('on a phone the graph of a story is a list that is cut nowhere', async () => {
    const { page } = await open(await openStory(), { viewport: { width: 360, height: 740 } })
    const boxes = page.locator('.tree .box')
    await boxes.first().waitFor()
    const [story] = (await ask('/api/stories')).items
    const { members } = await ask(`/api/claims/${story.claim}`)
    const publications = new Set(members.map((member: { publication: string }) => member.publication)).size
    expect(await page.locator('.tree .box.publication').count()).toBe(publications)
    for (const box of await boxes.all()) {
      const { x, width } = (await box.boundingBox())!
      expect(x + width).toBeLessThanOrEqual(360)
    }
  })

  test('no page fetches more than 150 KB of script, gzipped, its workers counted', async () => {
    const weigh = async (path: string, until: (page: Page) => Promise<void>) => {
      const { page } = await openPage(browser)
      const fetched = new Set<string>()
      page.on('request', request => fetched.add(new URL(request.url()).pathname))
      await page.goto(server.url + path)
      await until(page)
      await page.context().close()
      const scripts = [...fetched].filter(name => name.endsWith('.js'))
      const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'web', name)), { level: 9 }).length, 0)
      return { scripts, bytes }
    }
    const drawn = async (page: Page) => {
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await expect.poll(() => page.locator('.wait').count(), { timeout: 30_000 }).toBe(0)
    }
    const paste = await weigh('/paste', async page => {
      await page.getByText('Ready.').waitFor()
      await page.getByRole('button', { name: 'Try an invented article' }).click()
      await page.getByRole('button', { name: 'Trace it' }).click()
      await page.getByRole('heading', { name: 'Ferry to be sold' }).waitFor()
    })
    expect(paste.scripts.some(name => name.includes('trace.worker'))).toBe(true)
    expect(paste.bytes).toBeLessThan(150_000)
    for (const path of ['/articles/b1', '/']) expect((await weigh(path, drawn)).bytes).toBeLessThan(150_000)
    const story = await weigh(await openStory(), page => page.locator('g.origin').first().waitFor())
    expect(story.scripts.some(name => name.includes('layout.worker'))).toBe(true)
    expect(story.bytes).toBeLessThan(150_000)
  })
})
