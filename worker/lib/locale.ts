/** The languages of answers. */
export type Locale = 'zh-CN' | 'en'
