/**
 * CSS selectors over the tree of a page (the part of Selectors Level 4 that names links on a page): names, `#id`, `.class`, `[attribute]`
 * with `= ^= $= *= ~=`, `:first-child`, `:last-child`, `:nth-child(3)`, the combinators space, `>`, `+`, `~`, and commas.
 * Users give the selectors and strangers the pages, so a match costs at most the page's size times the steps of the selector
 * (css-select's `~` is quadratic in the number of siblings).
 */
import type { TreeElement } from "../../../shared/html/tree.ts";

type Test = (element: TreeElement) => boolean;
interface Step {
  /** The combinator before the step; "" for the first. */
  by: "" | " " | ">" | "+" | "~";
  tests: Test[];
}
const PART =
  /^(?:(\*|[a-z][\w-]*)|#([\w-]+)|\.([\w-]+)|\[\s*([\w:-]+)\s*(?:([\^$*~]?)=\s*(?:"([^"\]]*)"|'([^'\]]*)'|([\w./:-]+))\s*)?\]|:(first-child|last-child|nth-child\(\s*(\d{1,4})\s*\)))/i;

const FITS_NOTHING: Test = () => false;
function partOf(match: RegExpExecArray): Test {
  const [, name, id, className, attribute, how = "", double, single, bare, pseudo = "", nth] = match;
  if (name !== undefined) return name === "*" ? () => true : (e) => e.localName === name.toLowerCase();
  if (id !== undefined) return (e) => e.id === id;
  if (className !== undefined) return (e) => e.className.split(/\s+/).includes(className);
  if (attribute !== undefined) {
    const key = attribute.toLowerCase();
    const wanted = double ?? single ?? bare;
    if (wanted === undefined) return (e) => e.hasAttribute(key);
    if (wanted === "" && how !== "") return FITS_NOTHING;
    return (element) => {
      const value = element.getAttribute(key);
      if (value === null) return false;
      if (how === "^") return value.startsWith(wanted);
      if (how === "$") return value.endsWith(wanted);
      if (how === "*") return value.includes(wanted);
      return how === "~" ? value.split(/\s+/).includes(wanted) : value === wanted;
    };
  }
  if (pseudo === "first-child") return (e) => e.previousElementSibling === null;
  if (pseudo === "last-child") return (e) => e.nextElementSibling === null;
  return (element) => {
    let place = 1;
    for (let at = element.previousElementSibling; at && place <= Number(nth); at = at.previousElementSibling) place++;
    return place === Number(nth);
  };
}

function stepsOf(path: string): Step[] | null {
  const steps: Step[] = [];
  let rest = path.trim();
  let by: Step["by"] = "";
  while (rest) {
    const tests: Test[] = [];
    for (let match = PART.exec(rest); match; match = PART.exec(rest)) {
      // The element's name comes first in a step.
      if (match[1] !== undefined && tests.length) return null;
      tests.push(partOf(match));
      rest = rest.slice(match[0].length);
    }
    if (!tests.length) return null;
    steps.push({ by, tests });
    const between = /^\s*([>+~])\s*|^\s+/.exec(rest);
    if (!between) return rest ? null : steps;
    by = (between[1] ?? " ") as Step["by"];
    rest = rest.slice(between[0].length);
  }
  // A combinator at the end has no step behind it.
  return steps.length && by === (steps.at(-1)?.by ?? "") ? steps : null;
}

const parentOf = (element: TreeElement): TreeElement | null =>
  element.parentNode?.nodeType === 1 ? (element.parentNode as TreeElement) : null;

/** Tests elements against steps. Each question about an element is answered once, so a page costs its size times the steps. */
function matcher(steps: Step[]): Test {
  const known = new Map<TreeElement, (boolean | undefined)[]>();
  const answersOf = (element: TreeElement): (boolean | undefined)[] => {
    const answers = known.get(element) ?? [];
    known.set(element, answers);
    return answers;
  };
  const isFit = (element: TreeElement, last: number): boolean => {
    const step = steps[last];
    if (!step?.tests.every((test) => test(element))) return false;
    if (step.by === "") return true;
    const before = step.by === ">" || step.by === " " ? parentOf(element) : element.previousElementSibling;
    return step.by === ">" || step.by === "+" ? fits(before, last - 1) : reaches(before, last - 1, step.by);
  };
  const fits = (element: TreeElement | null, last: number): boolean => {
    if (!element) return false;
    const answers = answersOf(element);
    answers[last * 2] ??= isFit(element, last);
    return answers[last * 2] === true;
  };
  /** Whether an element, or one further in this direction, fits the steps up to `last`. Without recursion: there may be any number of siblings. */
  const reaches = (element: TreeElement | null, last: number, by: " " | "~"): boolean => {
    const passed: (boolean | undefined)[][] = [];
    let found: boolean | undefined;
    for (let at = element; at && found === undefined; at = by === " " ? parentOf(at) : at.previousElementSibling) {
      const answers = answersOf(at);
      passed.push(answers);
      found = answers[last * 2 + 1] ?? (fits(at, last) || undefined);
    }
    for (const answers of passed) answers[last * 2 + 1] = found === true;
    return found === true;
  };
  return (element) => fits(element, steps.length - 1);
}

/** Tests whether an element of one page is among those that a path selects; null if the path is invalid. */
export function pathOf(path: string): Test | null {
  const found = path.split(",").map(stepsOf);
  const tests = found.flatMap((steps) => (steps ? [matcher(steps)] : []));
  return tests.length === found.length ? (element) => tests.some((test) => test(element)) : null;
}
