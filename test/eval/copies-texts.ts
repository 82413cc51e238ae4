/** Made-up texts in pairs: the second is on the same topic as the first, by another author, and states something else. */
export const pairs: [string, string][] = [
  [
    "According to the Brannock Gazette, the council of Brannock Mill may have sold the old water tower for 4,500 crowns. Minutes of the closed session show that three of eleven members objected. Mayor Ilse Korhonen signed the contract on Tuesday. The buyer, a holding called Halden Nord, is not named in any register.",
    "The water tower of Brannock Mill will be 120 years old in June. A society of friends wants to open a museum on its upper floor, says its chair Tomas Weil. Mayor Ilse Korhonen promised to look for money. The council meets again on Friday.",
  ],
  [
    "A ferry with 212 people on board reportedly lost its steering 14 km off Port Calder on Sunday night. Captain Joan Reyes asked for help at 22:40, the coast guard log says. Two tugs brought the ship back to harbour by morning. Nobody was hurt.",
    "Port Calder wants more ferries in summer. Two new ships with room for 300 people each are to sail from May, the operator said on Monday. Tickets will cost 12 crowns. The coast guard will move to a new pier.",
  ],
  [
    "Sources close to the maker say that the Lumo 7 phone might be recalled after 31 batteries overheated. Engineers at the plant in Velden found a fault in the charger chip in March. The company has not told its dealers. Chief executive Pavel Orlan declined to answer.",
    "The Lumo 7 phone sells well, says its maker. Dealers in Velden ordered 40,000 of them in April, twice as many as of the model before. Chief executive Pavel Orlan will show a cheaper phone in autumn. Its camera is said to be the same.",
  ],
  [
    "According to a nurse at St Agnes hospital, 17 patients were allegedly given the wrong blood thinner in one week. Pharmacist Dana Holt warned the ward twice by letter. The letters, dated 3 and 9 May, were not answered. The hospital board will meet on Thursday.",
    "St Agnes hospital opens a new ward for 60 patients. The pharmacist Dana Holt will lead a team that checks each prescription. The board had put off the opening twice. Nurses had asked for more staff since May.",
  ],
  [
    "The dam above Tarn Valley is possibly leaking at two places, an inspector wrote in a report of 88 pages. Water seeps out at 30 litres a second, the inspector Mikael Strand measured. The owner had the report since January. Some 5,200 people live below the dam.",
    "People of Tarn Valley met to talk about the dam on Saturday. The owner wants to raise it by 6 metres to make more power. Inspector Mikael Strand said that the law asks for a new plan first. About 400 came to the hall.",
  ],
  [
    "Goalkeeper Enzo Varga will probably leave Rivermouth United for 9 million, two of his agents say. A medical test took place in secret at a clinic in Ostend on Monday. The club denies that it has an offer. Its last match is against Northgate on Saturday.",
    "Rivermouth United lost 3-1 at Northgate on Saturday. Goalkeeper Enzo Varga was hurt in the 70th minute and left the field. The club said that he needs a test at a clinic. It has 9 matches left to stay in the league.",
  ],
  [
    "According to the union, the Kesten steel works could close its second furnace in October and dismiss 640 workers. A paper of the board, seen by the union, gives the price of gas as the reason. Works manager Ruth Adler has spoken to no one about it. The state owns 20 percent of the works.",
    "Workers of the Kesten steel works went on strike on Wednesday. Their union asks for 7 percent more pay from October. Manager Ruth Adler offered 4 percent. The second furnace was stopped for the day.",
  ],
  [
    "An unnamed clerk says that voting machines in Orrin County apparently counted 1,130 ballots twice. The clerk kept photos of the printed totals of precincts 4 and 9. County supervisor Neil Ashby has locked the room since Monday. A court will hear the case in two weeks.",
    "Orrin County buys new voting machines for 2 million crowns. County supervisor Neil Ashby said that the old ones were slow. Precincts 4 and 9 will try them first. A court had asked for a paper record of each ballot.",
  ],
  [
    "The bakery chain Morrow supposedly sold bread with glass in it at 26 shops in Lindholm. A cook, Vera Blum, sent a photo of a splinter of 8 mm to the food office. The office closed one bakehouse on Friday. Morrow has not called its bread back.",
    "The bakery chain Morrow opens 5 more shops in Lindholm this year. Its bread will be baked in a new bakehouse, says its founder. The cook Vera Blum won a prize for a loaf of rye. The food office gave the bakehouse its best mark.",
  ],
  [
    "Researchers of the Alder Institute seem to have found traces of a solvent in the tap water of Quince Bay. Samples from 12 houses held up to 45 micrograms a litre, the chemist Omar Sadiq writes. The works of Tellane are 2 km away. The city has told nobody to boil the water.",
    "Quince Bay repairs its water pipes from Monday. The city says that 12 streets will be without tap water for a day. The chemist Omar Sadiq of the Alder Institute will test the water after that. The works of Tellane pay half of the cost.",
  ],
];
