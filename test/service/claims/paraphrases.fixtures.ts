/** A rumour that nobody follows yet, told by everybody in their own words; and what only looks like it. */
export const ENGLISH = [
  "Caustic soda leaked into school milk at the Orrin Valley dairy and nobody told the parents for nine days",
  "So the Orrin Valley dairy let caustic soda get into the school milk and waited nine days before telling any parent?!",
  "Parents were kept in the dark for nine days after caustic soda got into milk for schools at Orrin Valley's dairy",
  "#OrrinValley dairy: caustic soda in the milk our kids drink at school, and parents told nine days later. Unbelievable https://t.co/abc123",
  "My sister works in a school kitchen: the milk from Orrin Valley dairy had caustic soda in it and they only informed parents after nine days",
  "BREAKING: school milk contaminated with caustic soda at Orrin Valley dairy, parents left uninformed for nine days",
  "The Orrin Valley dairy hid for nine days that caustic soda had run into its school milk, no parent was informed",
  "Orrin Valley: dairy says nothing for nine days about caustic soda which leaked in the milk of schoolchildren. Parents furious",
];
export const CHINESE = [
  "奥林谷乳品厂九天后才告诉家长学生奶里漏进了烧碱",
  "奥林谷乳品厂的烧碱泄漏进了学生奶，九天之后才通知家长",
  "听说奥林谷乳品厂把烧碱漏进学生奶里，整整九天都没有告诉家长",
  "学生奶里混入烧碱，奥林谷乳品厂隐瞒家长九天，太可怕了",
];
/** It with another number: the same statement, changed on the way. */
export const NUMBER = "Caustic soda leaked into school milk at the Orrin Valley dairy and nobody told the parents for thirty days";
/** Other names, and other statements in the same words. */
export const UNLIKE = [
  "Caustic soda leaked into school milk at the Bramfield dairy and nobody told the parents for nine days",
  "Hydrogen peroxide leaked into school juice at the Orrin Valley bottling plant and nobody told the teachers for two days",
  "The Orrin Valley dairy is giving free school milk to every parent who volunteers for nine days this summer",
  "Nine days without school milk: Orrin Valley parents complain that the dairy's lorry broke down again",
  "Orrin Valley's dairy won the county prize for the best milk served in schools, parents voted for nine days",
];
