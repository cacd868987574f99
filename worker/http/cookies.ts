/** The names of our cookies. Over TLS the name itself forbids that another host of the same domain, or plain http, sets it; a cookie of the plain name
 * says nothing there, so a session from before is simply over. */
const named = (name: string, url: string): string => (isTls(url) ? `__Host-${name}` : name)
export const isTls = (url: string): boolean => new URL(url).protocol === 'https:'

export const sessionCookie = (url: string): string => named('junheng_session', url)
/** Tells the browsers a person has signed in with before from others; opens nothing by itself. */
export const deviceCookie = (url: string): string => named('junheng_device', url)
export const DEVICE_LIFETIME_MS = 180 * 24 * 3600 * 1000
