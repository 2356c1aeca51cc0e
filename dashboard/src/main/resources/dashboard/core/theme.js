// @ts-check
/** Light or dark: the system's choice until the reader makes one, which this browser remembers. */

const KEY = 'tune-or-not.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
/** @type {Set<() => void>} */
const listeners = new Set();

export function currentTheme() {
  return document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light');
}

/**
 * Calls back after every change, for what style sheets cannot reach (canvas).
 *
 * @param {() => void} listener
 */
export function onThemeChange(listener) {
  listeners.add(listener);
}

/** @param {HTMLElement} button */
export function bindThemeButton(button) {
  const show = () => {
    const next = currentTheme() === 'dark' ? 'light' : 'dark';
    button.textContent = next === 'dark' ? '☾' : '☀';
    button.setAttribute('aria-label', `Switch to the ${next} theme`);
    button.title = `Switch to the ${next} theme`;
  };
  const changed = () => {
    show();
    listeners.forEach((listener) => listener());
  };
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // It holds for this page then.
    }
    changed();
  });
  systemDark.addEventListener('change', changed);
  show();
}
