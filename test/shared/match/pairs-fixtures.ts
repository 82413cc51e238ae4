/**
 * A claim and a text, and how they stand to each other, as people judged it before anything was run. All names are invented.
 * same: the text makes the claim. number: with another number. other: the same names with another statement. entity: the same statement on somebody else.
 */
export type Standing = "same" | "number" | "other" | "entity";
export type Pair = [standing: Standing, what: string, lang: string, text: string];
/** Each claim, and texts beside it. */
export const PAIRS: [claim: string, texts: Pair[]][] = [
  [
    "The mayor of Tarnbeck fired the city treasurer Olga Renner for refusing to sign the stadium contract",
    [
      ["other", "sued the bank", "en", "The mayor of Tarnbeck has sued the bank that treasurer Olga Renner used for the city's savings"],
      ["other", "praised", "en", "Olga Renner, treasurer of Tarnbeck, was praised by the mayor at the opening of the new swimming pool"],
      ["other", "married", "en", "Tarnbeck's mayor and the city treasurer Olga Renner got married on Saturday in the old chapel"],
      ["same", "other words", "en", "City treasurer Olga Renner wouldn't sign the stadium contract, so Tarnbeck's mayor sacked her"],
      ["same", "hashtags", "en", "#Tarnbeck mayor fires treasurer #OlgaRenner because she refused to sign the #stadium contract!!"],
      ["same", "typos", "en", "The mayor of Tarnbeck fird the city tresurer Olga Renner for refusing to sing the stadiun contract"],
      [
        "same",
        "negated",
        "en",
        "It's false that the mayor of Tarnbeck fired treasurer Olga Renner for refusing to sign the stadium contract",
      ],
      [
        "entity",
        "another treasurer, reordered",
        "en",
        "For refusing to sign the stadium contract the city treasurer Pavel Holub was fired by the mayor of Tarnbeck",
      ],
      [
        "entity",
        "another city, reordered",
        "en",
        "A city treasurer who refused to sign a stadium contract was fired by the mayor of Grimsholt",
      ],
    ],
  ],
  [
    "The utility of Lindenau cut off 2,300 households because a trainee turned the wrong switch",
    [
      ["entity", "reordered", "en", "A trainee in Bremerfeld turned the wrong switch, and the utility cut off 2,300 households"],
      [
        "entity",
        "reordered, lower case",
        "en",
        "because a trainee turned the wrong switch the utility of bremerfeld cut 2,300 households off",
      ],
      ["number", "reordered", "en", "A trainee turned the wrong switch at the Lindenau utility and 5,100 households were cut off"],
      ["same", "dialect", "en", "some trainee at t'Lindenau utility went an' turned wrong switch, cut off 2,300 households, daft sod"],
      ["same", "there and back", "en", "Lindenau's utility disconnected 2,300 households because an apprentice operated the wrong switch"],
      ["other", "a prize", "en", "The utility of Lindenau gave 2,300 households a discount for switching to heat pumps last winter"],
      ["other", "trainees wanted", "en", "The utility of Lindenau is looking for a trainee who wants to help households save energy"],
    ],
  ],
  [
    "Senator Ida Marlow took a holiday in Porto Alba that was paid for by the cable company Veridian",
    [
      ["same", "passive", "en", "Cable company Veridian paid for Senator Ida Marlow's holiday in Porto Alba"],
      ["same", "question", "en", "So is it true that Veridian, the cable company, paid for a holiday of Senator Ida Marlow in Porto Alba?"],
      ["other", "hearing", "en", "Senator Ida Marlow questioned the boss of cable company Veridian for three hours about rising prices"],
      ["other", "tower", "en", "Cable company Veridian is building a new tower in Porto Alba, Senator Ida Marlow cut the ribbon"],
      ["entity", "another senator", "en", "The cable company Veridian paid for a holiday that Senator Bruno Castell took in Porto Alba"],
      [
        "entity",
        "another company, reordered",
        "en",
        "A holiday in Porto Alba for Senator Ida Marlow was paid for by Norvex, the cable company",
      ],
    ],
  ],
  [
    "A vaccine trial at Kelmore hospital was stopped after 14 volunteers lost their sense of smell",
    [
      ["number", "another number", "en", "A vaccine trial at Kelmore hospital was stopped after 41 volunteers lost their sense of smell"],
      [
        "same",
        "other words",
        "en",
        "Kelmore hospital halts vaccine trial: fourteen volunteers can no longer smell anything, trial stopped",
      ],
      [
        "same",
        "post",
        "en",
        "wow. 14 volunteers lost their sense of smell so they had to stop that vaccine trial at Kelmore hospital https://t.co/xyz",
      ],
      ["other", "started", "en", "Kelmore hospital is looking for volunteers for a new vaccine trial that begins in the spring"],
      ["other", "won", "en", "The nurses of Kelmore hospital won a prize for the vaccine trial that they finished ahead of time"],
      [
        "entity",
        "another hospital, reordered",
        "en",
        "After 14 volunteers lost their sense of smell, Ashgrove hospital stopped its vaccine trial",
      ],
    ],
  ],
  [
    "Footballer Dario Venn was paid 3 million by the betting firm Luxbet to miss a penalty in the cup final",
    [
      [
        "same",
        "reordered",
        "en",
        "Luxbet, the betting firm, paid footballer Dario Venn 3 million so that he would miss a penalty in the cup final",
      ],
      ["number", "another sum", "en", "The betting firm Luxbet paid Dario Venn 7 million to miss that penalty in the cup final"],
      [
        "other",
        "advert",
        "en",
        "Dario Venn is the new face of betting firm Luxbet, the footballer signed for two years before the cup final",
      ],
      [
        "other",
        "scored",
        "en",
        "Footballer Dario Venn scored a penalty in the last minute of the cup final and dedicated it to his mother",
      ],
      [
        "entity",
        "another player, reordered",
        "en",
        "To miss a penalty in the cup final, Marek Oldan got 3 million from the betting firm Luxbet",
      ],
      [
        "same",
        "denied",
        "en",
        "No, the betting firm Luxbet did not pay footballer Dario Venn 3 million to miss a penalty in the cup final",
      ],
    ],
  ],
  [
    "The bakery chain Kornhaus mixes sawdust into its rye bread to save money",
    [
      ["same", "casual", "en", "heard Kornhaus, that bakery chain, puts sawdust in their rye bread just to save a bit of money"],
      ["same", "there and back", "en", "To save money, the bakery chain Kornhaus adds sawdust to its rye bread"],
      ["other", "gives away", "en", "The bakery chain Kornhaus gives its unsold rye bread to shelters so that nothing is thrown away"],
      [
        "other",
        "closes",
        "en",
        "Bakery chain Kornhaus closes forty shops because fewer people buy rye bread, staff say they were told by mail",
      ],
      ["entity", "another chain, reordered", "en", "Sawdust is mixed into the rye bread of the bakery chain Brotmann to save money"],
    ],
  ],
  [
    "Wildfires near Castel Moro were started by a drone of the television channel Onda Sei",
    [
      ["same", "active", "en", "A drone belonging to TV channel Onda Sei started the wildfires near Castel Moro"],
      ["other", "filmed", "en", "The television channel Onda Sei filmed the wildfires near Castel Moro for two nights and won an award"],
      ["other", "banned", "en", "Castel Moro bans drones above its vineyards after a complaint by the television channel Onda Sei"],
      [
        "entity",
        "another channel",
        "en",
        "The wildfires near Castel Moro were started by a drone that the television channel Rete Nord was flying",
      ],
    ],
  ],
  [
    "El alcalde de Peñafría vendió el agua del pueblo a la empresa Aguaclara sin preguntar a los vecinos",
    [
      ["same", "otras palabras", "es", "Sin preguntar a los vecinos, el alcalde de Peñafría le vendió a Aguaclara el agua del pueblo"],
      ["same", "erratas", "es", "el alcalde de Peñafria vendio el agua del puevlo a la enpresa Aguaclara sin preguntar a los becinos"],
      ["other", "demanda", "es", "La empresa Aguaclara demanda al alcalde de Peñafría por llamarla mafia en una reunión de vecinos"],
      [
        "entity",
        "otro pueblo",
        "es",
        "La empresa Aguaclara compró el agua del pueblo: el alcalde de Robledal la vendió sin preguntar a los vecinos",
      ],
      [
        "same",
        "negado",
        "es",
        "Es mentira que el alcalde de Peñafría vendiera el agua del pueblo a la empresa Aguaclara sin preguntar a los vecinos",
      ],
    ],
  ],
  [
    "Das Klinikum Rautenberg hat 600 Patientenakten in den Altpapiercontainer geworfen",
    [
      [
        "same",
        "umgestellt",
        "de",
        "600 Patientenakten landeten im Altpapiercontainer: Klinikum Rautenberg hat sie einfach hinein geworfen",
      ],
      ["number", "andere Zahl", "de", "Das Klinikum Rautenberg hat 900 Patientenakten in den Altpapiercontainer geworfen"],
      ["other", "Neubau", "de", "Das Klinikum Rautenberg bekommt einen Neubau mit 600 Betten, der Altpapiercontainer muss dafür weichen"],
      ["entity", "anderes Haus", "de", "In den Altpapiercontainer geworfen hat das Klinikum Sonnwald 600 Patientenakten, unglaublich"],
    ],
  ],
  [
    "Le maire de Valombre a fait abattre 80 platanes pour agrandir le parking du supermarché Belprix",
    [
      ["same", "autre ordre", "fr", "Pour agrandir le parking du supermarché Belprix, le maire de Valombre a fait abattre 80 platanes"],
      ["number", "autre nombre", "fr", "Le maire de Valombre a fait abattre 30 platanes pour agrandir le parking du supermarché Belprix"],
      [
        "other",
        "inauguration",
        "fr",
        "Le maire de Valombre a inauguré le supermarché Belprix et promis de planter des arbres autour du parking",
      ],
      ["entity", "autre ville", "fr", "À Courlande, le maire a fait abattre 80 platanes pour agrandir le parking du supermarché Belprix"],
      ["same", "faute", "fr", "le mair de Valombre a fait abatre 80 platanes pour agrandir le parking du supermarche Belprix"],
    ],
  ],
  [
    "A prefeita de Montelindo gastou a verba da merenda escolar em fogos de artifício",
    [
      ["same", "outra ordem", "pt", "A verba da merenda escolar foi gasta em fogos de artifício pela prefeita de Montelindo"],
      ["other", "visita", "pt", "A prefeita de Montelindo visitou uma escola e provou a merenda escolar ao lado dos alunos"],
      ["entity", "outra cidade", "pt", "Em fogos de artifício a prefeita de Serraverde gastou a verba da merenda escolar"],
    ],
  ],
  [
    "临江市第二医院把过期的疫苗打给了四百名儿童",
    [
      ["same", "换序", "zh", "四百名儿童被打了过期的疫苗，就在临江市第二医院"],
      ["same", "口语", "zh", "听说临江市第二医院给四百名儿童打了过期的疫苗，太吓人了"],
      ["number", "数字", "zh", "临江市第二医院把过期的疫苗打给了九百名儿童"],
      ["other", "新楼", "zh", "临江市第二医院新建的儿童大楼下个月开放，可以预约疫苗接种"],
      ["entity", "另一个城市", "zh", "青河市第一医院把过期的疫苗打给了四百名儿童"],
    ],
  ],
  [
    "星桥汽车隐瞒了刹车失灵的缺陷，没有召回六万辆电动车",
    [
      ["same", "换序", "zh", "刹车失灵的缺陷被星桥汽车隐瞒了，六万辆电动车没有召回"],
      ["other", "销量", "zh", "星桥汽车宣布今年卖出六万辆电动车，并在南方建立新的工厂"],
      ["entity", "另一家公司", "zh", "蓝海汽车隐瞒了刹车失灵的缺陷，没有召回六万辆电动车"],
    ],
  ],
];
