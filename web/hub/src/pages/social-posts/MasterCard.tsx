import { ChevronDown, ChevronUp, Pencil, Plus, Sparkles, Trash2 } from "lucide-react";
import { useState } from "react";
import { useGeneration } from "@/agent/useGeneration";
import { equals } from "@/data/filter";
import type { MasterContent, PlatformVariant } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { toPlain } from "@/data/richText";
import { useTexts } from "@/i18n/useTexts";
import { variantsKey } from "@/pages/social-posts/generated";
import { splitTags } from "@/pages/social-posts/masterForm";
import { MasterDelete } from "@/pages/social-posts/MasterDelete";
import { approvalTones } from "@/pages/social-posts/statusTones";
import { VariantDialog } from "@/pages/social-posts/VariantDialog";
import { VariantList } from "@/pages/social-posts/VariantList";
import { VariantSummary } from "@/pages/social-posts/VariantSummary";
import { VariantsAiDialog } from "@/pages/social-posts/VariantsAiDialog";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { IconButton } from "@/ui/IconButton";
import { Markdown } from "@/ui/Markdown";
import { MediaThumb } from "@/ui/MediaThumb";

type Open = { kind: "variant"; variant: PlatformVariant | null } | { kind: "generate" } | { kind: "delete" } | null;

/** One message with its variants for the platforms. */
export function MasterCard({ master, onEdit }: { master: MasterContent; onEdit: () => void }) {
  const t = useTexts();
  const [shown, setShown] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const [page, setPage] = useState(1);
  const run = useGeneration(variantsKey(master.id));
  const variants = useRecordList("platform_variants", { filter: equals("master_content_id", master.id), sort: "platform,created", perPage: 20, page });
  const count = variants.data?.totalItems ?? 0;
  const campaign = master.expand?.campaign_id;
  const tags = splitTags(master.metadata?.["suggested_hashtags"]);
  const name = toPlain(master.core_message).slice(0, 60) || t.socialPosts.untitled;

  return (
    <Card
      title={
        <span className="flex flex-wrap gap-2">
          {campaign && <Badge tone="accent">{campaign.name}</Badge>}
          {master.approval_status !== "" && <Badge tone={approvalTones[master.approval_status]}>{t.socialPosts.approvalStatus[master.approval_status]}</Badge>}
        </span>
      }
      actions={
        <>
          <IconButton icon={Pencil} title={t.common.edit} onClick={onEdit} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => setOpen({ kind: "delete" })} />
        </>
      }
    >
      <Markdown text={master.core_message} />
      {tags.length > 0 && <p className="text-sm break-words text-muted">{tags.join(" ")}</p>}
      {master.expand?.primaryMediaIds && (
        <div className="flex flex-wrap gap-2">
          {master.expand.primaryMediaIds.map((asset) => (
            <MediaThumb key={asset.id} asset={asset} />
          ))}
        </div>
      )}
      <VariantSummary variants={variants.data?.items ?? []} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" aria-expanded={shown} disabled={count === 0} onClick={() => setShown(!shown)}>
          {shown ? <ChevronUp aria-hidden="true" className="size-4" /> : <ChevronDown aria-hidden="true" className="size-4" />}
          {shown ? t.socialPosts.hideVariants : t.socialPosts.showVariants(count)}
        </Button>
        <Button size="small" onClick={() => setOpen({ kind: "variant", variant: null })}>
          <Plus aria-hidden="true" className="size-4" />
          {t.socialPosts.addVariant}
        </Button>
        {run && (
          <Button size="small" onClick={() => setOpen({ kind: "generate" })}>
            <Sparkles aria-hidden="true" className="size-4" />
            {t.socialPosts.runState[run.state]}
          </Button>
        )}
      </div>
      {shown && count > 0 && <VariantList query={variants} onPage={setPage} onEdit={(variant) => setOpen({ kind: "variant", variant })} />}
      {open?.kind === "variant" && (
        <VariantDialog
          masterId={master.id}
          {...(open.variant && { variant: open.variant })}
          initial={{ copy: "", hashtags: tags, mediaIds: master.primaryMediaIds }}
          {...(!open.variant && { onGenerate: () => setOpen({ kind: "generate" }) })}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === "generate" && (
        <VariantsAiDialog
          master={master}
          onBack={() => setOpen({ kind: "variant", variant: null })}
          onSaved={() => setShown(true)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === "delete" && <MasterDelete master={master} name={name} variants={count} onClose={() => setOpen(null)} />}
    </Card>
  );
}
