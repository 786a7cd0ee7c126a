import { all, contains, equals } from "@/data/filter";
import { pocketbase } from "@/data/pocketbase";
import type { Brand, MasterContent, Persona, PlatformVariant } from "@/data/records";

/** Where a media file is used. */
export interface MediaUses {
  brands: Brand[];
  personas: Persona[];
  masters: MasterContent[];
  variants: PlatformVariant[];
}

/** The records of a workspace that show a media file. The server does the searching, so their number does not matter. */
export async function findUses(workspaceId: string, id: string): Promise<MediaUses> {
  const find = <T>(collection: string, condition: string) =>
    pocketbase.collection(collection).getFullList<T>({ batch: 200, sort: "id", filter: all(equals("workspace_id", workspaceId), condition) });
  const [brands, personas, masters, variants] = await Promise.all([
    find<Brand>("brand_identities", equals("logo", id)),
    find<Persona>("customer_personas", equals("avatar", id)),
    // A list of ids is searched as text: an id is long enough never to be a part of another.
    find<MasterContent>("master_contents", contains("primaryMediaIds", id)),
    find<PlatformVariant>("platform_variants", contains("platformMediaIds", id)),
  ]);
  return { brands, personas, masters, variants };
}

export function countUses(uses: MediaUses): number {
  return uses.brands.length + uses.personas.length + uses.masters.length + uses.variants.length;
}

/** Takes a media file out of all that shows it, then deletes it. */
export async function deleteAsset(id: string, uses: MediaUses): Promise<void> {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  for (const { id: brand } of uses.brands) {
    await pocketbase.collection("brand_identities").update(brand, { logo: null });
  }

  for (const { id: persona } of uses.personas) {
    await pocketbase.collection("customer_personas").update(persona, { avatar: null });
  }

  for (const { id: master, primaryMediaIds } of uses.masters) {
    await pocketbase.collection("master_contents").update(master, { primaryMediaIds: without(primaryMediaIds) });
  }

  for (const { id: variant, platformMediaIds } of uses.variants) {
    await pocketbase.collection("platform_variants").update(variant, { platformMediaIds: without(platformMediaIds) });
  }

  await pocketbase.collection("media_assets").delete(id);
}
