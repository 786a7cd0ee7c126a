import type { Campaign } from "@/data/records";
import type { Tone } from "@/ui/Badge";

export const statusTones: Record<Campaign["status"], Tone> = { planned: "neutral", active: "success", paused: "warning", completed: "accent", cancelled: "danger" };
