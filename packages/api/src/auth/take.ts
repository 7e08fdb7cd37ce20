import { Problem } from '@samen/core/problem'
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts one try against a limit. @throws Problem `too-many-requests`, saying how long to wait */
export async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.ceil(refusal.msBeforeNext / 1000)
    throw new Problem('too-many-requests', `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes.`, {
      extra: { retryAfterSeconds: seconds },
    })
  }
}
