/** A number that changes whenever the canvas colours may have: theme switched, or motion preference changed. */
import { useEffect, useState } from 'preact/hooks'

export function useLook(): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    const changed = () => setVersion((n) => n + 1)
    const observer = new MutationObserver(changed)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const motion = matchMedia('(prefers-reduced-motion: reduce)')
    motion.addEventListener('change', changed)
    return () => {
      observer.disconnect()
      motion.removeEventListener('change', changed)
    }
  }, [])
  return version
}
