interface Policy {
  createScriptURL(url: string): string
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes

const policy: Policy = {
  createScriptURL: url => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`a worker of ${url} is none of this site`)
    return url
  },
}
const trusted = factory?.createPolicy('hearsay-worker', policy) ?? policy

/** The address of a script of this site, as browsers with trusted types ask for it. */
export const trustScript = (url: string): string => trusted.createScriptURL(url)

/** Starts a worker of this site; browsers with trusted types start no other. */
export const startWorker = (url: string): Worker => new Worker(trustScript(url), { type: 'module' })
