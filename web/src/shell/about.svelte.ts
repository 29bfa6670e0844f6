import { askFor } from './ask.ts'

/** What this server has: a corpus or none, and the model file for the paste page. */
export interface About {
  readonly corpus: { readonly publications: number; readonly stories: number } | null
  readonly model: { readonly language: string; readonly url: string; readonly bytes: number }
}

export const about = $state<{ known: boolean; value: About | null }>({ known: false, value: null })

/** Asks what the server has; again after something was added. */
export const learnAbout = (): Promise<void> =>
  askFor<About>('/api')
    .then(value => {
      about.value = value
    })
    .catch(() => undefined)
    .finally(() => {
      about.known = true
    })

learnAbout()
