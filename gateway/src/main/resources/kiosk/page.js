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
