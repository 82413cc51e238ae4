/** Indonesian. */
import type { LanguagePack } from "../pack.ts";

export const id: LanguagePack = {
  tag: "id",
  commonWords:
    "yang dan di ini itu dengan untuk dari tidak pada dalam akan telah adalah juga oleh ke bahwa ada atau saya kamu dia kita kami mereka bisa sudah belum karena jika kalau lebih seperti tak bukan lagi jadi hanya",
  negations: "tidak tak bukan",
  time: {
    months: ";;maret;;;;;agustus;;;;",
  },
};
