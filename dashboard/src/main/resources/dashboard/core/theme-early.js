// @ts-check
// The stored choice, if there is one; otherwise the style sheet follows the system.
try {
  const theme = localStorage.getItem('tune-or-not.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is refused in some private modes: the system's theme it is.
}
