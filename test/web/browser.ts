import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether Debian's Chromium is here; tests that need it are skipped, and counted as such, where it is not. */
export const hasChromium = existsSync(executablePath)

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

const root = new URL('../../', import.meta.url)

/** Builds the pages into a folder, as they are built to be published. */
export const buildPages = async (outDir: string): Promise<void> => {
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', root))
  const options = ['--config', 'web/vite.config.ts', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir']
  await promisify(execFile)(process.execPath, [vite, 'build', ...options], {
    cwd: fileURLToPath(root),
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** A page that is watched: whatever its console or its policy complains of is kept. */
export interface WatchedPage {
  readonly page: Page
  readonly complaints: string[]
}

export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return { page, complaints }
}

/** Axe finds nothing on what is shown. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 200)).join('\n')}`)).toEqual([])
}

/** Nothing sticks out of the page to the right. */
export const expectNoOverflow = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}
