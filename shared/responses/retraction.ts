import type { ResponseKind } from "./kind.ts";

export const retraction: ResponseKind = {
  name: "retraction",
  label: "Retraction",
  verb: "takes it back",
  stance: "deny",
  outranks: ["denial", "correction", "apology", "takedown", "clarification", "explanation", "confirmation", "partial_confirmation"],
  cues: {
    en: [
      "retract(s|ed|ing)?",
      "retraction",
      "(withdr[ae]w|withdraws|withdrew|withdrawn|withdrawing) (the|his|her|its|their|that|this) (\\w+ ){0,2}(claims?|allegations?|post|statement|story|article|report|accusations?|complaint|paper)",
      "t(ook|akes?|aken|aking) (it|that|them|(the|his|her|its|their) (\\w+ ){0,2}\\w+) back",
      "t(ook|akes?|aken|aking) back (the|his|her|its|their|that|this|what)",
      "(I|he|she|we|they) (was|were|had been) wrong",
      "deleted (the|his|her|its|their|that) (\\w+ ){0,2}(post|posts|tweet|thread|video|message|account) and (apologi[sz]ed|said sorry|admitted)",
      "deleted (it |them )?and apologi[sz]ed",
      "(admit(s|ted)?|conceded?) (that )?(it|this|that|the \\w+) (was|were|is|had been) (wrong|mistaken|false|untrue|made up|not true|a mistake)",
      "recant(s|ed|ing)?",
      "(admit(s|ted)?|confess(es|ed)?|acknowledge[sd]?|conceded?) (that )?((he|she|it|they|I) )?(had |having )?(made|making|invented|inventing|fabricated|fabricating|faked|faking) (it|the|this|up)",
      "(admit(s|ted)?|confess(es|ed)?|acknowledge[sd]?|conceded?)[^.;]{0,80} (made|invented|faked|fabricated) (it|that|this|(the|his|her|their) (\\w+ )?\\w+)( up)?",
      "(pulled|unpublished) (the|its|his|her|their) (\\w+ ){0,2}(story|article|report|post|video)",
    ],
    zh: ["删除了?[^，。]{0,8}道歉|删帖[^，。]{0,3}[道致]歉", "撤回", "收回", "撤稿", "删除并道歉", "撤销报道"],
  },
};
