// @ts-check
/** Elements from data. Text goes in as text nodes, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Node | string | false | null | undefined} Piece nothing of false, null and undefined
 * @typedef {Piece | (Piece | Piece[])[]} Child
 * @typedef {string | number | boolean | null | undefined} Value of an attribute; without one for false, null and undefined
 * @typedef {{
 *   onclick?: (event: MouseEvent) => void, onchange?: (event: Event) => void, oninput?: (event: Event) => void,
 *   [name: string]: Value | ((event: never) => void)
 * }} Attributes and handlers of events
 */

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      // The name of the attribute says which events it gets.
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flatMap(nodes));
  return element;
}

/**
 * @param {Child} child
 * @returns {(Node | string)[]}
 */
function nodes(child) {
  if (Array.isArray(child)) {
    return child.flatMap(nodes);
  }
  return child === null || child === undefined || child === false ? [] : [child];
}

/**
 * An HTML element: {@code h('a', {href: '#', onclick: f}, 'text', otherElement)}.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * An SVG element, likewise.
 *
 * @template {keyof SVGElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
export function s(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/**
 * An element that index.html has, or a view that is in the document.
 *
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) {
    throw new Error(`The page has no element ${id}.`);
  }
  return element;
}

/**
 * The nearest element around where an event came from.
 *
 * @param {Event} event
 * @param {string} selector
 */
export function closest(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * Sets the text only where it differs, so that a screen reader's place and a selection stay.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
    return true;
  }
  return false;
}

/**
 * Plays the "this changed" highlight once.
 *
 * @param {HTMLElement} element
 */
export function flash(element) {
  element.classList.remove('flash');
  // Reading a layout property between the two restarts the animation.
  void element.offsetWidth;
  element.classList.add('flash');
}

/**
 * Says something to screen readers, without moving the focus.
 *
 * @param {string} text
 */
export function announce(text) {
  byId('announcer').textContent = text;
}

/**
 * Runs at once where it is idle, and otherwise once more when the interval and the run in progress
 * are over: however many calls come, the work is done at most once an interval.
 *
 * @param {() => unknown} work its promise is awaited
 * @param {number} intervalMillis
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
