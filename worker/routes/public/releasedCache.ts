/** What was released never changes, but it may be withdrawn: five seconds later nobody is shown it any more. Asking again costs a 304. */
export const RELEASED_CACHE = 'public, max-age=5, must-revalidate'
