/** A page that reports a post at an address of which nothing is held yet. */
export const CLAIM = "The bell of Tarnby church was cast from melted tin";
export const ADDRESS = "https://forum.example/p1";
/** The page, as it is sent. */
export const PAGE = {
  kind: "article",
  url: "https://gazette.example/1",
  publishedAt: "2025-06-02",
  html: `<html lang="en"><body><article><h1>Is the bell of Tarnby tin?</h1><p>${CLAIM}, according to <a href="${ADDRESS}">a post on a forum</a>.</p><p>The rumour first appeared in <a href="${ADDRESS}">a post on a forum</a>, where an anonymous user wrote: “${CLAIM}, I heard it from the sexton.”</p></article></body></html>`,
};
