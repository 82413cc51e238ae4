/** More of the pairs of pairs-fixtures.ts, written when the rules were made; one of them showed a fault, all else is as it was at first sight. */
import type { Pair } from "./pairs-fixtures.ts";

export const LATER: [claim: string, texts: Pair[]][] = [
  [
    "Police in Harnow lost the keys to 40 patrol cars during a training weekend",
    [
      ["same", "later 1", "en", "During a training weekend the Harnow police mislaid keys for forty patrol cars lol"],
      ["entity", "later 2", "en", "Keys to 40 patrol cars were lost by the police in Dunmarsh during a training weekend"],
      ["other", "later 3", "en", "Police in Harnow got 40 electric patrol cars, the keys were handed over by the interior minister"],
      ["number", "later 4", "en", "Police in Harnow lost the keys to 70 patrol cars during a training weekend"],
    ],
  ],
  [
    "Actress Mira Solberg sold fake tickets for a charity concert in Oslo",
    [
      ["same", "later 5", "en", "Fake tickets for a charity concert in Oslo were sold by the actress Mira Solberg"],
      ["entity", "later 6", "en", "Fake tickets for that charity concert in Oslo were sold by the actress Petra Lindqvist"],
      ["other", "later 7", "en", "Mira Solberg, the actress, gave a charity concert in Oslo and sang for the first time in ten years"],
      ["same", "later 8", "en", "not true at all: actress Mira Solberg did not sell fake tickets for a charity concert in Oslo"],
    ],
  ],
  [
    "The dairy company Almfrisch adds chalk to its yoghurt to make it whiter",
    [
      ["same", "later 9", "en", "To make its yoghurt whiter, dairy company Almfrisch puts chalk into it"],
      ["other", "later 10", "en", "The dairy company Almfrisch launches a yoghurt without sugar and sponsors a ski race for children"],
      ["entity", "later 11", "en", "Chalk is added to the yoghurt of the dairy company Molkano to make it whiter"],
    ],
  ],
  [
    "The tunnel under the Velden strait was dug 3 metres too low, engineers of the firm Harkon admit",
    [
      ["same", "later 12", "en", "Harkon engineers admit: they dug the Velden strait tunnel three metres too low"],
      [
        "other",
        "later 13",
        "en",
        "The firm Harkon will paint the tunnel under the Velden strait in bright colours, artists are asked for designs",
      ],
      ["entity", "later 14", "en", "Engineers of the firm Tessera admit that the tunnel under the Velden strait was dug 3 metres too low"],
    ],
  ],
  [
    "La ministra Elena Quiroga cobró 90.000 euros de la constructora Obralia por un informe que no escribió",
    [
      ["same", "later 15", "es", "Por un informe que no escribió, la constructora Obralia pagó 90.000 euros a la ministra Elena Quiroga"],
      [
        "other",
        "later 16",
        "es",
        "La ministra Elena Quiroga multó con 90.000 euros a la constructora Obralia por un accidente en el puerto",
      ],
      ["entity", "later 17", "es", "90.000 euros cobró la ministra Sara Beltrán de la constructora Obralia por un informe que no escribió"],
    ],
  ],
  [
    "Die Stadtwerke Mehlingen haben jahrelang ungefiltertes Flusswasser als Trinkwasser verkauft",
    [
      ["same", "later 18", "de", "Jahrelang haben die Stadtwerke Mehlingen ungefiltertes Flusswasser als Trinkwasser verkauft, pfui"],
      ["other", "later 19", "de", "Die Stadtwerke Mehlingen senken im Januar die Preise für Trinkwasser und bauen ein neues Wasserwerk"],
      ["entity", "later 20", "de", "Ungefiltertes Flusswasser haben die Stadtwerke Grottau jahrelang als Trinkwasser verkauft"],
    ],
  ],
  [
    "L'acteur Hugo Varenne a payé un sosie pour passer son permis de conduire à sa place",
    [
      ["same", "later 21", "fr", "Hugo Varenne, l'acteur, aurait payé un sosie pour passer le permis de conduire à sa place"],
      ["other", "later 22", "fr", "L'acteur Hugo Varenne joue un chauffeur sans permis de conduire dans un film tourné à Lyon"],
      ["entity", "later 23", "fr", "Un sosie a été payé par l'acteur Simon Delorge pour passer son permis de conduire à sa place"],
    ],
  ],
  [
    "云岭县中学食堂用工业盐给学生做饭，校长收了回扣",
    [
      ["same", "later 24", "zh", "校长收了回扣，云岭县中学食堂居然用工业盐给学生做饭"],
      ["other", "later 25", "zh", "云岭县中学食堂重新装修，校长请学生试吃新的菜单"],
      ["entity", "later 26", "zh", "用工业盐给学生做饭的是石门县中学食堂，校长收了回扣"],
    ],
  ],
  [
    "Olympic swimmer Jana Kovar trained in a pool filled with mineral water at the expense of the town of Zellin",
    [
      ["same", "later 27", "en", "The town of Zellin paid so that swimmer Jana Kovar could train in a pool filled with mineral water"],
      ["other", "later 28", "en", "Olympic swimmer Jana Kovar opened the new pool in the town of Zellin and signed autographs for hours"],
      ["other", "later 29", "en", "Jana Kovar says the town of Zellin should close its mineral water plant, the swimmer grew up next door"],
      [
        "entity",
        "later 30",
        "en",
        "At the expense of the town of Zellin, swimmer Lucie Ambros trained in a pool filled with mineral water",
      ],
    ],
  ],
];
