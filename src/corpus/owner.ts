import { hostname } from 'node:os'
import process from 'node:process'

let count = 0

/** A name for whoever leases jobs in this process, by which others can see whether it still runs. */
export const nameOwner = (): string => `${hostname()}/${process.pid}/${Date.now().toString(36)}${(count++).toString(36)}`

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether an owner's process on this machine has ended; of another machine that is not known, its leases run out. */
export const isGone = (owner: string): boolean => {
  const [host, pid] = owner.split('/')
  return host === hostname() && Number(pid) !== process.pid && !isRunning(Number(pid))
}
