import type { MediaAsset } from "@/data/records";
import { platformNames } from "@/data/platforms";
import { toPlain } from "@/data/richText";
import { useTexts } from "@/i18n/useTexts";
import type { MediaUses } from "@/pages/media/uses";

// More would fill the dialog; how many there are, the list says.
const mostShown = 5;

/** What loses a file when it goes. */
export function UsesList({ asset, uses }: { asset: MediaAsset; uses: MediaUses }) {
  const t = useTexts();
  const places = [
    ...uses.brands.map((brand) => t.media.useOf.brand(brand.brand_name)),
    ...uses.personas.map((persona) => t.media.useOf.persona(persona.persona_name)),
    ...uses.masters.map((master) => t.media.useOf.master(toPlain(master.core_message).slice(0, 50))),
    ...uses.variants.map((variant) => t.media.useOf.variant(platformNames[variant.platform], variant.adapted_copy.slice(0, 50))),
  ];
  return (
    <section className="rounded-md bg-warning-soft px-3 py-2 text-warning">
      <h3 className="font-medium break-words">{t.media.usedIn(asset.file)}</h3>
      <ul className="list-disc pl-5 text-sm">
        {places.slice(0, mostShown).map((place, index) => (
          <li key={`${String(index)}-${place}`} className="break-words">
            {place}
          </li>
        ))}
        {places.length > mostShown && <li>{t.media.andMore(places.length - mostShown)}</li>}
      </ul>
    </section>
  );
}
