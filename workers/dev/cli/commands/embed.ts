/** `whence embed CLAIM`: the code that puts a timeline on another page. */
import { EMBED_PARAMETERS } from "../../../pages/embed/element.ts";
import { snippets } from "../../../pages/embed/snippets.ts";
import { baseUrl, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT } from "../failure.ts";
import { wrap } from "../screen.ts";

const names = EMBED_PARAMETERS.map((name) => [name, name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)] as const);

/** Where each snippet can be used. */
const USES: Readonly<Record<string, string>> = {
  Address: "WordPress and other systems that know oEmbed: paste it on a line of its own.",
  Frame: "Any page. The script sets the height; without it the frame scrolls.",
  Element: "Pages that may load a script from here. Without it, a link remains.",
  Picture: "Newsletters and other mail, which show no frames: a still image.",
};

export const embed: Command = {
  name: "embed",
  usage: `embed CLAIM ${names.map(([, option]) => `[--${option} X]`).join(" ")}`,
  summary: "Prints the snippets that put a timeline on another page",
  examples: ["embed bridge"],
  options: Object.fromEntries(names.map(([, option]) => [option, { type: "string" as const }])),
  async run(screen, { words, options }) {
    const claim = await claimNamed(words.join(" "));
    const chosen = Object.fromEntries(names.map(([name, option]) => [name, text(options[option]) ?? ""]));
    const found = snippets(claim, baseUrl(), chosen);
    if (screen.json) screen.out(JSON.stringify({ claim: claim.id, snippets: found.map((one) => ({ use: USES[one.name], ...one })) }));
    else
      for (const { name, code } of found) {
        screen.out(screen.paint("bold", name));
        for (const line of wrap(USES[name] ?? "", screen.width)) screen.out(screen.paint("dim", line));
        screen.out(`${code}\n`);
      }
    return EXIT.done;
  },
};
