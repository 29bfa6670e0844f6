export { renderPage } from './page.ts'
export type { ReportOptions } from './style.ts'
