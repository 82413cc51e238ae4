/**
 * For pages of others: the element `<whence-timeline claim="…">`, and the right height for every embed of ours on the page. Without it, or
 * before it runs, the element shows what stands in it: a link, which stays until the timeline is there. A frame is found by the window that spoke,
 * never by the id that it names; heights are kept to 200–3,000 px.
 */
(() => {
  const base = new URL(document.currentScript.src).origin;
  /** Attributes that become parameters of the embed's address. */
  const names = ["theme", "lead", "compact", "order", "font", "accent", "background", "lang", "tz", "rev", "asOf"];
  addEventListener("message", (e) => {
    if (e.data?.type !== "whence:height") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === e.source) {
        frame.style.height = `${Math.min(3000, Math.max(200, +e.data.height || 0))}px`;
        for (const node of frame.parentElement.fallback ?? []) node.remove();
      }
  });
  if (customElements.get("whence-timeline")) return;
  // Where the page's own policy allows no frame of ours, the link comes back.
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
    if (disposition !== "enforce" || effectiveDirective !== "frame-src" || !blockedURI.startsWith(base)) return;
    for (const element of document.querySelectorAll("whence-timeline")) element.undraw();
  });
  customElements.define(
    "whence-timeline",
    class extends HTMLElement {
      static get observedAttributes() {
        return ["claim", ...names.map((name) => name.toLowerCase())];
      }
      connectedCallback() {
        this.draw();
      }
      attributeChangedCallback() {
        if (this.isConnected) this.draw();
      }
      draw() {
        const id = this.getAttribute("claim") || "";
        if (!/^c[0-9a-z]{26}$/.test(id)) return;
        const url = new URL(`/embed/${id}`, base);
        for (const name of names) if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
        if (this.querySelector("iframe")?.src === url.href) return;
        const frame = document.createElement("iframe");
        this.fallback ??= [...this.childNodes];
        const words = this.fallback.map((node) => node.textContent).join("");
        frame.title = words.trim() || "Timeline of a claim";
        frame.loading = "lazy";
        frame.style.cssText = "display:block;width:100%;height:650px;border:0";
        frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
        frame.src = url.href;
        this.replaceChildren(...this.fallback, frame);
        this.style.display = "block";
      }
      undraw() {
        if (this.fallback) this.replaceChildren(...this.fallback);
      }
    },
  );
})();
