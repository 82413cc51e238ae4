/** A reader's way through a page by keys, and what does not fit a small window. */
import type { Page as Tab } from "playwright-core";

interface Stop {
  tag: string;
  name: string;
  href: string | null;
  /** Whether the focus can be seen. */
  seen: boolean;
  top: number;
}
/** What has the focus now; null when it has left the page. */
function focused(tab: Tab): Promise<Stop | null> {
  return tab.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at.matches(".flt label input") ? (at.closest("label") ?? at) : at);
    const { top, bottom, width } = at.getBoundingClientRect();
    return {
      tag: at.tagName.toLowerCase(),
      name: at.getAttribute("aria-label") ?? at.textContent ?? "",
      href: at.getAttribute("href"),
      seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && width > 0 && bottom > 0 && top < innerHeight,
      top: top + scrollY,
    };
  });
}
/** The stops of the tab key from the top, at most so many. */
export async function walk(tab: Tab, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < most; i++) {
    await tab.keyboard.press("Tab");
    const at = await focused(tab);
    if (!at) break;
    stops.push(at);
  }
  return stops;
}

/** Texts that reach out of a window of 320 px: 1,280 × 1,024 at 400 % (WCAG 1.4.10). */
export function cutOff(tab: Tab, selector: string): Promise<(string | undefined)[]> {
  return tab.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((e) => e.checkVisibility() && (e.getBoundingClientRect().right > 321 || e.getBoundingClientRect().left < -1))
        .map((e) => e.textContent?.slice(0, 60)),
    selector,
  );
}
