import { HearsayError } from '../model/error.ts'

/** Why no page is fetched from a network address, in words; null where one may be. Every address that is not public is refused. */
export const refuseAddress = async (address: string): Promise<string | null> => {
  const { default: ipaddr } = await import('ipaddr.js')
  if (!ipaddr.isValid(address)) return 'no network address'
  const parsed = ipaddr.process(address)
  const range = parsed.range()
  if (range !== 'unicast') return words[range] ?? `an address of the range ${range}`
  if (parsed.kind() === 'ipv6' && parsed.toByteArray()[0] >> 5 !== 1) return 'an address that is not public'
  return null
}

const words: Readonly<Record<string, string>> = {
  private: 'a private address',
  uniqueLocal: 'a private address',
  loopback: 'an address of this machine',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'an address within a provider’s network',
  unspecified: 'an unspecified address',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  reserved: 'a reserved address',
}

const refuse = (name: string, what: string): HearsayError => new HearsayError('url-refused', `${JSON.stringify(name)}: ${what}`)

/** Parses an address that a page may be fetched from: http or https, without a password, not private unless allowed. Throws a `HearsayError`. */
export const checkUrl = async (name: string, base: string | null, allowPrivate: boolean): Promise<URL> => {
  let url: URL
  try {
    url = base === null ? new URL(name) : new URL(name, base)
  } catch (error) {
    throw new HearsayError('url-invalid', `${JSON.stringify(name)}: no address; write it as https://HOST/PATH`, { cause: error })
  }
  const shown = base === null ? name : `${name} (from ${base})`
  if (url.protocol === 'file:') throw refuse(shown, 'links to files are not followed; give the path itself')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse(shown, `${url.protocol}// is not fetched; give an address that begins with https:// or http://`)
  if (url.username !== '' || url.password !== '') throw refuse(shown, 'it holds a user name or password; remove them')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const { isIP } = await import('node:net')
  const reason = allowPrivate || isIP(host) === 0 ? null : await refuseAddress(host)
  if (reason) throw refuse(shown, `${host} is ${reason}; --allow-private fetches it all the same`)
  return url
}
