/** What the server answers where it cannot do what was asked: RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const tokenKey = 'hearsay-token'

const token = (): string | null => {
  try {
    const given = new URLSearchParams(location.hash.slice(1)).get('token')
    if (given) {
      sessionStorage.setItem(tokenKey, given)
      history.replaceState(null, '', location.pathname + location.search)
    }
    return sessionStorage.getItem(tokenKey)
  } catch {
    return null
  }
}
const known = token()

/** Asks the server; throws a `Problem` for any answer but a good one, and where there is none. */
export const askFor = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  let answer: Response
  try {
    answer = await fetch(path, { ...init, headers: { ...init.headers, ...(known ? { authorization: `Bearer ${known}` } : {}) } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, 'offline', 'The server did not answer. Is hearsay serve still running?')
  }
  const body = await answer.json().catch(() => null)
  if (!answer.ok) throw new Problem(answer.status, body?.code ?? 'unknown', body?.detail ?? `The server answered ${answer.status}.`)
  return body as T
}

/** Reads server-sent events as they come; each carries JSON. Throws a `Problem` like `askFor`. */
export async function* watchFor<T>(path: string): AsyncGenerator<T> {
  const answer = await fetch(path, { headers: known ? { authorization: `Bearer ${known}` } : {} })
  if (!answer.ok || !answer.body) throw new Problem(answer.status, 'unknown', `The server answered ${answer.status}.`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const events = (rest + value).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = event
        .split('\n')
        .filter(line => line.startsWith('data:'))
        .map(line => line.slice(5).trim())
        .join('\n')
      if (data !== '') yield JSON.parse(data) as T
    }
  }
}
