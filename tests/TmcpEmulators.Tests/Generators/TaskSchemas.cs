using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Generators;

/// <summary>Schemas such as the agent sends, in camelCase and in snake_case, strict and with limits.</summary>
internal static class TaskSchemas
{
    private const string Angle = """
        {"type":"object","additionalProperties":false,
         "required":["angle_name","funnel_stage","psychological_angle","pain_point_focus","key_message_variation","call_to_action_direction","brief"],
         "properties":{"angle_name":{"type":"string","minLength":1,"maxLength":255},"funnel_stage":{"enum":["Awareness","Consideration","Conversion","Retention"]},
          "psychological_angle":{"type":"string","enum":["Fear","Emotion","Logic","Social Proof","Urgency","Curiosity"]},"pain_point_focus":{"type":"string","maxLength":1000},
          "key_message_variation":{"type":"string","maxLength":2000},"call_to_action_direction":{"type":"string","maxLength":500},"brief":{"type":"string","minLength":1}}}
        """;

    public static IReadOnlyDictionary<string, JsonNode> All { get; } = new Dictionary<string, string>
    {
        ["brand_identity"] = """
            {"type":"object","additionalProperties":false,"required":["brandName","slogan","missionStatement","keywords","colorPalette"],
             "properties":{"brandName":{"type":"string","minLength":1,"maxLength":255},"slogan":{"type":"string","minLength":1,"maxLength":255},"missionStatement":{"type":"string","minLength":1},
              "keywords":{"type":"array","minItems":5,"maxItems":7,"items":{"type":"string","minLength":1,"maxLength":60}},
              "colorPalette":{"type":"array","minItems":5,"maxItems":5,"items":{"type":"string","pattern":"^#[0-9A-Fa-f]{6}$"}}}}
            """,
        ["customer_profile"] = """
            {"type":"object","additionalProperties":false,"required":["personaName","summary","demographics","psychographics","goalsAndMotivations","painPointsAndChallenges","goals","painPoints"],
             "properties":{"personaName":{"type":"string","minLength":1,"maxLength":255},"summary":{"type":"string","maxLength":2048},
              "demographics":{"type":"object","required":["age","gender"],"properties":{"age":{"type":"string"},"gender":{"type":"string"},"income":{"type":"string"}}},
              "psychographics":{"type":"object","required":["values"],"properties":{"values":{"type":"string"},"interests":{"type":"array","items":{"type":"string"}}}},
              "goalsAndMotivations":{"type":"object","required":["primaryGoal"],"properties":{"primaryGoal":{"type":"string","minLength":1}}},
              "painPointsAndChallenges":{"type":"object","required":["primaryPain"],"properties":{"primaryPain":{"type":"string","minLength":1}}},
              "goals":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"string"}},"painPoints":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"string"}}}}
            """,
        ["marketing_strategy"] = """
            {"type":"object","additionalProperties":false,"required":["name","acquisitionStrategy","positioning","valueProposition","toneOfVoice"],
             "properties":{"name":{"type":"string","maxLength":20},"acquisitionStrategy":{"type":"string"},"positioning":{"type":"string"},"valueProposition":{"type":"string"},"toneOfVoice":{"type":"string"}}}
            """,
        ["master_content"] = """
            {"type":"object","additionalProperties":false,"required":["core_message","extended_message","tone_markers","suggested_hashtags","call_to_action","key_benefits","confidence_score"],
             "properties":{"core_message":{"type":"string","minLength":20,"maxLength":280},"extended_message":{"type":"string","maxLength":1000},"tone_markers":{"type":"array","items":{"type":"string"}},
              "suggested_hashtags":{"type":"array","items":{"type":"string"}},"call_to_action":{"type":"string"},"key_benefits":{"type":"array","items":{"type":"string"}},
              "confidence_score":{"type":"number","minimum":1,"maximum":5}}}
            """,
        ["platform_variant"] = """
            {"type":"object","required":["adapted_copy","hashtags","summary","callToAction","seoTitle","seoDescription","seoKeywords","character_count","confidence_score"],
             "properties":{"adapted_copy":{"type":"string","minLength":10,"maxLength":280},"hashtags":{"type":"array","maxItems":2,"items":{"type":"string"}},"summary":{"type":"string"},
              "callToAction":{"type":"string"},"seoTitle":{"type":"string"},"seoDescription":{"type":"string"},"seoKeywords":{"type":"array","items":{"type":"string"}},
              "platform_tips":{"type":"string"},"character_count":{"type":"integer"},"confidence_score":{"type":"integer","minimum":1,"maximum":5},"optimization_notes":{"type":["string","null"]}}}
            """,
        ["angles"] = """{"type":"object","required":["angles"],"properties":{"angles":{"type":"array","minItems":3,"maxItems":3,"items":ANGLE}}}""".Replace("ANGLE", Angle, StringComparison.Ordinal),
        ["content_briefs"] = """{"type":"object","required":["briefs"],"properties":{"briefs":{"type":"array","items":{"$ref":"#/$defs/brief"}}},"$defs":{"brief":ANGLE}}""".Replace("ANGLE", Angle, StringComparison.Ordinal),
        ["editor_flags"] = """
            {"type":"object","required":["flags"],"properties":{"flags":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["type","target","target_id","message"],
             "properties":{"type":{"enum":["brand_voice","cta_missing","duplication","platform_tone"]},"target":{"enum":["master","variant"]},"target_id":{"type":"string"},"message":{"type":"string"}}}}}}
            """,
    }.ToDictionary(entry => entry.Key, entry => JsonNode.Parse(entry.Value)!, StringComparer.Ordinal);
}
