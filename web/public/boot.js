// Runs before the first paint so that a stored theme or language never flashes. Kept outside the page for the CSP.
function junhengStored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

;(function boot(root) {
  const asked = new URLSearchParams(location.search).get('lang')
  const lang = asked || junhengStored('jh.lang') || 'zh-CN'
  const stored = junhengStored('jh.theme')
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.setAttribute('data-theme', stored === 'light' || stored === 'dark' ? stored : system)
  root.lang = lang.slice(0, 2) === 'en' ? 'en' : 'zh-CN'
})(document.documentElement)
