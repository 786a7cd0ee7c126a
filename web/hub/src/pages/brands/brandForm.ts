import { changes } from "@/data/changes";
import { toObject, toText, toTexts } from "@/data/json";
import { fromLines, toLines } from "@/data/lines";
import type { Brand } from "@/data/records";
import { toPlain, toRich } from "@/data/richText";

/** What the assistant can write, too. */
export interface BrandIdentity {
  name: string;
  slogan: string;
  mission: string;
  keywords: string[];
  colors: string[];
}

/** Texts named "lines" hold one entry a line. */
export interface BrandForm extends BrandIdentity {
  logo: string[];
  logoUrl: string;
  voice: string;
  dosLines: string;
  dontsLines: string;
  pillarLines: string;
}

export function toForm(brand: Brand | null): BrandForm {
  const messaging = toObject(brand?.core_messaging);
  const visual = toObject(brand?.visual_assets);
  const rules = toObject(brand?.dos_and_donts);
  return {
    name: brand?.brand_name ?? "",
    slogan: toText(messaging["slogan"]),
    mission: toText(messaging["mission_statement"]),
    keywords: toTexts(messaging["keywords"]),
    colors: toTexts(visual["color_palette"]),
    logo: brand?.logo ? [brand.logo] : [],
    logoUrl: toText(visual["logo_url"]),
    voice: toPlain(brand?.voice_and_tone ?? ""),
    dosLines: toLines(toTexts(Array.isArray(brand?.dos_and_donts) ? brand.dos_and_donts : rules["dos"])),
    dontsLines: toLines(toTexts(rules["donts"])),
    pillarLines: toLines(toTexts(brand?.content_pillars)),
  };
}

/** What is to be saved: all of a new brand, and of an existing one what was changed. */
export function toValues(form: BrandForm, brand: Brand | null): Record<string, unknown> {
  const values = write(form, brand);
  return brand ? changes(write(toForm(brand), brand), values) : values;
}

function write(form: BrandForm, brand: Brand | null): Record<string, unknown> {
  return {
    brand_name: form.name.trim(),
    core_messaging: { ...toObject(brand?.core_messaging), slogan: form.slogan.trim(), mission_statement: form.mission.trim(), keywords: form.keywords },
    visual_assets: { ...toObject(brand?.visual_assets), logo_url: form.logoUrl.trim(), color_palette: form.colors.map((color) => color.trim()).filter(Boolean) },
    voice_and_tone: toRich(form.voice),
    dos_and_donts: { ...toObject(brand?.dos_and_donts), dos: fromLines(form.dosLines), donts: fromLines(form.dontsLines) },
    content_pillars: fromLines(form.pillarLines),
    logo: form.logo[0] ?? "",
  };
}
