// Making and changing elements, without markup in strings: names come from people and may hold anything.

const SVG = 'http://www.w3.org/2000/svg';

export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** Changes the text only if it differs, so that screen readers and the layout are left in peace. */
export function say(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/**
 * Makes what `root` holds like `fresh` by touching only what differs: who draws a picture anew each second has the browser
 * paint the one bar that grew. A canvas keeps its pixels as long as its attributes say the same.
 */
export function redraw(root, ...fresh) {
  const wanted = fresh.filter(child => child !== '');
  wanted.forEach((child, i) => {
    const old = root.childNodes[i];
    if (old === undefined) {
      root.append(child);
    } else if (old.nodeName !== child.nodeName || !become(old, child)) {
      old.replaceWith(child);
    }
  });
  while (root.childNodes.length > wanted.length) {
    root.lastChild.remove();
  }
}

/** False if the old node cannot become the other. */
function become(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) {
    say(old, fresh.textContent);
    return true;
  }
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  const other = [...names].filter(name => old.getAttribute(name) !== fresh.getAttribute(name));
  if (old.nodeName === 'CANVAS' && other.some(name => name !== 'style')) {
    return false;
  }
  for (const name of other) {
    const value = fresh.getAttribute(name);
    if (name === 'style') {
      // As an attribute the content policy would refuse it.
      old.style.cssText = fresh.style.cssText;
    } else if (value === null) {
      old.removeAttribute(name);
    } else {
      old.setAttribute(name, value);
    }
  }
  redraw(old, ...fresh.childNodes);
  return true;
}

/** Size of the root letter in pixels, the measure of everything drawn. */
export function letter() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

let ruler = null;

/** Width of a text in pixels at a letter size. */
export function textWidth(text, size, weight = 'normal') {
  ruler ??= document.createElement('canvas').getContext('2d');
  ruler.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}
