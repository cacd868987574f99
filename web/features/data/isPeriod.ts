/** A period as the wire writes it: 2024, 2024-H1, 2024-Q1, 2024-01. */
export const isPeriod = (text: string): boolean => /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(text)
