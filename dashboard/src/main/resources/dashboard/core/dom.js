/** Elements from data. Text goes in as text nodes, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element: {@code h('a', {href: '#', onclick: f}, 'text', otherElement)}. */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element, likewise. */
export function s(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** Sets the text only where it differs, so that a screen reader's place and a selection stay. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
    return true;
  }
  return false;
}

/** Plays the "this changed" highlight once. */
export function flash(element) {
  element.classList.remove('flash');
  // Reading a layout property between the two restarts the animation.
  void element.offsetWidth;
  element.classList.add('flash');
}

/** Says something to screen readers, without moving the focus. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

/**
 * Runs at once where it is idle, and otherwise once more when the interval and the run in progress
 * are over: however many calls come, the work is done at most once an interval.
 */
export function coalesce(work, intervalMillis) {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    again = false;
    try {
      await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, intervalMillis))]);
    } finally {
      running = false;
    }
    if (again) {
      run();
    }
  };
  return () => {
    if (running) {
      again = true;
    } else {
      run();
    }
  };
}
