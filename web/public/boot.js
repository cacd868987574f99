// Runs before the first paint so that a theme or language never flashes. Kept outside the page for the CSP.
// The language by the rule of web/i18n/chooseLocale.ts: asked for, chosen before, the browser's, the first there is.
const junhengLanguages = ['zh-CN', 'en'] // As in web/i18n/languages.ts.

function junhengStored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function junhengFits(pattern) {
  return new RegExp('^' + pattern.replace(/:[^/]+/g, '[^/]+') + '/?$').test(location.pathname)
}

function junhengPrimary(tag) {
  return String(tag).toLowerCase().split(/\W/)[0]
}

function junhengSpoken(tag) {
  return junhengLanguages.find((known) => junhengPrimary(known) === junhengPrimary(tag))
}

;(function boot(root) {
  const asked = new URLSearchParams(location.search).get('lang')
  const wishes = [asked, junhengStored('jh.lang')].concat(navigator.languages || [])
  const stored = junhengStored('jh.theme')
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.setAttribute('data-theme', stored === 'light' || stored === 'dark' ? stored : system)
  root.lang = wishes.map(junhengSpoken).find(Boolean) || junhengLanguages[0]
})(document.documentElement)

// The code of the page one is on, asked for beside the frame's own; the table is written by the build (scripts/web-preload.ts).
;(function ahead(table) {
  if (!table) return
  const pages = JSON.parse(table.textContent)
  const pattern = Object.keys(pages).find(junhengFits)
  for (const file of pages[pattern] || []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = '/' + file
    document.head.append(link)
  }
})(document.getElementById('pages'))
