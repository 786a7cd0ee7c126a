import type { RecordModel } from "pocketbase";

/** What every record of a workspace has. `Expanded` names the relations that a page asks for. */
interface Base extends RecordModel {
  workspace_id: string;
  created: string;
  updated: string;
}

export interface Workspace extends RecordModel {
  name: string;
  owner_id: string;
  members: string[];
  settings: Record<string, unknown> | null;
  created: string;
  updated: string;
}

export interface Brand extends Base {
  brand_name: string;
  core_messaging: { slogan?: string; mission_statement?: string; keywords?: string[] } | null;
  visual_assets: { logo_url?: string; color_palette?: string[] } | null;
  voice_and_tone: string;
  dos_and_donts: unknown;
  content_pillars: unknown;
  logo: string;
  expand?: { logo?: MediaAsset };
}

export interface Persona extends Base {
  persona_name: string;
  summary: string;
  demographics: Record<string, unknown> | null;
  /** Older records hold objects where arrays are written now: read with `toTexts` of `@/data/json`. */
  psychographics: { values?: unknown; interests?: unknown; personality?: unknown; goals?: unknown; pain_points?: unknown } | null;
  avatar: string;
  expand?: { avatar?: MediaAsset };
}

export interface MediaAsset extends Base {
  file: string;
  file_type: "image" | "video" | "doc";
  aspect_ratio: "" | "1:1" | "16:9" | "9:16" | "4:5" | "4:3" | "N/A";
  tags: string[] | null;
}

export interface InspirationEvent extends Base {
  event_name: string;
  event_date: string;
  type: "" | "holiday" | "industry_event" | "company_milestone" | "trend" | "other";
  description: string;
  suggested_angles: unknown;
}

export interface SocialAccount extends Base {
  platform: "facebook" | "instagram" | "linkedin" | "twitter" | "tiktok" | "youtube";
  account_name: string;
  account_id: string;
  expires_at: string;
}

export interface Worksheet extends Base {
  title: string;
  event_id: string;
  brandRefs: string[];
  customerRefs: string[];
  status: "draft" | "processing" | "completed" | "archived";
  agent_context: { content?: string } | null;
  expand?: { brandRefs?: Brand[]; customerRefs?: Persona[] };
}

export interface Strategy {
  goal?: string;
  acquisitionStrategy?: string;
  positioning?: string;
  valueProposition?: string;
  toneOfVoice?: string;
}

export interface Campaign extends Base {
  worksheet_id: string;
  name: string;
  campaign_type: "" | "awareness" | "conversion" | "retargeting" | "newsletter" | "social_series";
  status: "planned" | "active" | "paused" | "completed" | "cancelled";
  budget: number;
  kpi_targets: { strategy?: Strategy } | null;
  start_date: string;
  end_date: string;
  product_id: string;
  expand?: { worksheet_id?: Worksheet; product_id?: Product };
}

export interface ContentBrief extends Base {
  campaign_id: string;
  angle_name: string;
  funnel_stage: "Awareness" | "Consideration" | "Conversion" | "Retention";
  psychological_angle: "Fear" | "Emotion" | "Logic" | "Social Proof" | "Urgency" | "Curiosity";
  pain_point_focus: string;
  key_message_variation: string;
  call_to_action_direction: string;
  brief: string;
}

export interface MasterContent extends Base {
  campaign_id: string;
  core_message: string;
  primaryMediaIds: string[];
  approval_status: "" | "pending" | "approved" | "rejected" | "revision_needed";
  metadata: Record<string, unknown> | null;
  expand?: { campaign_id?: Campaign; primaryMediaIds?: MediaAsset[] };
}

export type Platform = "facebook" | "instagram" | "linkedin" | "twitter" | "tiktok" | "youtube" | "blog" | "email";

export interface PlatformVariant extends Base {
  master_content_id: string;
  platform: Platform;
  adapted_copy: string;
  platformMediaIds: string[];
  publish_status: "draft" | "scheduled" | "published" | "failed";
  scheduled_at: string;
  published_at: string;
  platform_post_id: string;
  metadata: Record<string, unknown> | null;
  metric_views: number;
  metric_likes: number;
  metric_shares: number;
  metric_comments: number;
  expand?: { master_content_id?: MasterContent; platformMediaIds?: MediaAsset[] };
}

export interface Product extends Base {
  brand_id: string;
  name: string;
  description: string;
  usp: string;
  key_features: string[] | null;
  key_benefits: string[] | null;
  default_offer: string;
  expand?: { brand_id?: Brand };
}

export interface VideoJob extends Base {
  requested_by: string;
  status: "queued" | "claimed" | "rendering" | "uploading" | "done" | "failed";
  priority: number;
  input_json: { intro_text?: string; outro_text?: string; products?: { image: string; text: string; hook: string }[] };
  input_images: string[];
  input_music: string;
  input_logo: string;
  variant_name: "" | "A" | "B" | "C";
  output_video: string;
  thumbnail: string;
  progress: number;
  progress_stage: string;
  attempt_count: number;
  max_attempts: number;
  error_message: string;
  render_duration_ms: number;
  idempotency_key: string;
}

export interface AgentLog extends Base {
  agent_name: string;
  action: string;
  status: "success" | "failed" | "pending";
  tokens_used: number;
  error_message: string;
}

/** The collections whose records belong to a workspace, by their name in PocketBase. */
export interface Collections {
  agent_logs: AgentLog;
  brand_identities: Brand;
  content_briefs: ContentBrief;
  customer_personas: Persona;
  inspiration_events: InspirationEvent;
  marketing_campaigns: Campaign;
  master_contents: MasterContent;
  media_assets: MediaAsset;
  platform_variants: PlatformVariant;
  products_services: Product;
  social_accounts: SocialAccount;
  video_jobs: VideoJob;
  worksheets: Worksheet;
}

export type CollectionName = keyof Collections;
