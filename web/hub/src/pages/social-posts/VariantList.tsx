import type { UseQueryResult } from "@tanstack/react-query";
import type { ListResult } from "pocketbase";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { VariantCard } from "@/pages/social-posts/VariantCard";
import { ListView } from "@/ui/ListView";

interface VariantListProps {
  query: UseQueryResult<ListResult<PlatformVariant>>;
  onPage: (page: number) => void;
  onEdit: (variant: PlatformVariant) => void;
}

export function VariantList({ query, onPage, onEdit }: VariantListProps) {
  const t = useTexts();
  return (
    <ListView query={query} emptyText={t.socialPosts.noVariants} onPage={onPage}>
      {(variants) => (
        <ul className="grid gap-3 lg:grid-cols-2" aria-label={t.socialPosts.variants}>
          {variants.map((variant) => (
            <li key={variant.id} className="min-w-0">
              <VariantCard variant={variant} onEdit={() => onEdit(variant)} />
            </li>
          ))}
        </ul>
      )}
    </ListView>
  );
}
