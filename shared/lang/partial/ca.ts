/** Catalan. */
import type { LanguagePack } from "../pack.ts";

export const ca: LanguagePack = {
  tag: "ca",
  letters: "l·l|ny\\b",
  commonWords:
    "el la els les l d un una uns unes de del dels i o a al als en amb per pel pels que què qui quan com si no és són era eren ser estat ha han hi havia ho em et es ens us se li seu seva seus seves meu teu aquest aquesta aquests aquestes això allò molt més menys tot tota tots totes però perquè també només ja encara ara després abans sobre sense entre fins segons des cap res mai sempre pot poden fer fet té tenen està estan hem sigui fou seria hauria dins davant durant mentre avui ahir cada altre altres altra dos dues any anys part vegada on doncs sota contra cal tant tan així nou dit diu diuen",
};
