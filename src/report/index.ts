export { describeCounts, renderEntries, renderFailures, renderHits } from './corpus-list.ts'
export { renderPage } from './page.ts'
export { countNoun, type ReportOptions } from './style.ts'
