import { readFile } from 'node:fs/promises'
import type { Register } from '../corpus/index.ts'
import { HearsayError } from '../model/error.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
const isOwner = (value: unknown): value is Register['owners'][number] =>
  value !== null && typeof value === 'object' && 'owner' in value && isText(value.owner) && 'owned' in value && isList(value.owned)

const shape = '{"aliases": [["Full Name", "other name"]], "owners": [{"owner": "Group", "owned": ["Outlet"]}]}'

/** Reads a file of other names of outlets and of who owns whom. Throws a `HearsayError` with the code `register-invalid` where it is none. */
export const readRegister = async (path: string): Promise<Register> => {
  const refuse = (why: string): never => {
    throw new HearsayError('register-invalid', `register ${JSON.stringify(path)}: ${why}; write ${shape}`)
  }
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    return refuse((error as Error).message)
  }
  const { aliases = [], owners = [] } = (value ?? {}) as Record<string, unknown>
  if (!Array.isArray(aliases) || !aliases.every(isList)) return refuse('"aliases" is no list of lists of names')
  if (!Array.isArray(owners) || !owners.every(isOwner)) return refuse('"owners" is no list of owners, each with a list "owned"')
  return { aliases, owners }
}
