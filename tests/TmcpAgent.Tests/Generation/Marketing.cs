using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Generation;

/// <summary>A workspace with one of everything, and recorded answers of a model about it.</summary>
internal static class Marketing
{
    public const string Workspace = "ws1";
    public const string Worksheet = "worksheet000001";
    public const string Brand = "brand0000000001";
    public const string Persona = "persona00000001";
    public const string Product = "product00000001";
    public const string Campaign = "campaign0000001";
    public const string Master = "master000000001";

    public const string BrandAnswer =
        """{"brandName":"Mây Coffee","slogan":"Slow mornings","missionStatement":"Coffee from the highlands.","keywords":["coffee","highlands","slow","morning","craft"],"colorPalette":["#112233","#AABBCC","#000000","#ffffff","#6F4E37"]}""";

    public const string CustomerAnswer =
        """{"personaName":"Linh","summary":"An office worker.","demographics":{"age":"29","gender":"female","location":"Hà Nội","occupation":"designer","income":"middle"},"psychographics":{"values":"craft","interests":"coffee","personality":"calm"},"goalsAndMotivations":{"primaryGoal":"A calm start","secondaryGoal":"Support farmers","motivation":"taste"},"painPointsAndChallenges":{"primaryPain":"Bitter coffee","challenges":"No time","frustrations":"Queues"}}""";

    public const string StrategyAnswer =
        """{"name":"Slow Spring","acquisitionStrategy":"Tastings","positioning":"The calm one","valueProposition":"A better morning","toneOfVoice":"warm"}""";

    public const string MasterAnswer =
        """{"core_message":"A calm morning begins with Mây Coffee.","extended_message":"Steeped for 18 hours.","tone_markers":["warm"],"suggested_hashtags":["#may"],"call_to_action":"Taste it","key_benefits":["smooth"],"confidence_score":4.5}""";

    public static async Task<(AgentHost Agent, FakeRecords Records)> StartAsync(params (string Key, string Value)[] settings)
    {
        var agent = await AgentHost.StartAsync(settings: settings);
        var records = Records();
        agent.Bridge.Answer = records.AnswerAsync;
        agent.Model.AnswerTasks((task, request) => AnswerCount(task, request));
        return (agent, records);
    }

    public static FakeRecords Records()
    {
        var records = new FakeRecords();
        records.Add("worksheets", $$$"""{"id":"{{{Worksheet}}}","workspace_id":"{{{Workspace}}}","title":"Spring","brandRefs":["{{{Brand}}}"],"customerRefs":["{{{Persona}}}"],"agent_context":{"content":"Mây Coffee wants calm mornings"}}""");
        records.Add("brand_identities", $$$"""{"id":"{{{Brand}}}","workspace_id":"{{{Workspace}}}","brand_name":"Mây Coffee","core_messaging":{"slogan":"Slow mornings","mission_statement":"Coffee from the highlands","keywords":["calm"]}}""");
        records.Add("customer_personas", $$$"""{"id":"{{{Persona}}}","workspace_id":"{{{Workspace}}}","persona_name":"Linh","psychographics":{"goals":["A calm start"],"pain_points":["Bitter coffee"]}}""");
        records.Add("products_services", $$$"""{"id":"{{{Product}}}","workspace_id":"{{{Workspace}}}","brand_id":"{{{Brand}}}","name":"Cold brew","description":"<p>Cold</p>","usp":"Steeped for 18 hours","key_features":["18 h"],"key_benefits":["smooth"]}""");
        records.Add("marketing_campaigns", $$$"""{"id":"{{{Campaign}}}","workspace_id":"{{{Workspace}}}","name":"Spring Launch","campaign_type":"awareness","worksheet_id":"{{{Worksheet}}}","product_id":"{{{Product}}}","kpi_targets":{"strategy":{"goal":"500 tastings"} } }""");
        records.Add("master_contents", $$$"""{"id":"{{{Master}}}","workspace_id":"{{{Workspace}}}","campaign_id":"{{{Campaign}}}","core_message":"A calm morning begins with Mây Coffee.","metadata":null}""");
        return records;
    }

    public static string Answer(string task) => task switch
    {
        "worksheet" => "# Worksheet\n\nMây Coffee and Linh fit.",
        "brand_identity" => BrandAnswer,
        "customer_profile" => CustomerAnswer,
        "marketing_strategy" => StrategyAnswer,
        "master_content" => MasterAnswer,
        "platform_variant" => Variant("Mornings can be calm. Taste Mây Coffee."),
        "angles" => $$"""{"angles":[{{Angle("Slow start", "Emotion")}}]}""",
        "content_briefs" => $$"""{"briefs":[{{Angle("Slow start", "Emotion")}},{{Angle("Proof", "Social Proof")}}]}""",
        "editor_flags" => """{"flags":[]}""",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "no recorded answer"),
    };

    public static string Variant(string copy) =>
        $$"""{"adapted_copy":{{System.Text.Json.JsonSerializer.Serialize(copy)}},"hashtags":["#may"],"callToAction":"Taste it","summary":"Calm.","confidence_score":4,"character_count":1,"seoTitle":"Calm","aiPrompt_used":"p"}""";

    public static string Angle(string name, string psychology, string stage = "Awareness") =>
        $$"""{"angle_name":"{{name}}","funnel_stage":"{{stage}}","psychological_angle":"{{psychology}}","pain_point_focus":"Bitter coffee","key_message_variation":"m","call_to_action_direction":"c","brief":"b"}""";

    public static string Angles(int count) => $$"""{"angles":[{{string.Join(',', Enumerable.Range(1, count).Select(number => Angle($"Angle {number}", "Emotion")))}}]}""";

    /// <summary>As <see cref="Answer"/>, with as many angles as the question counts.</summary>
    public static string AnswerCount(string task, System.Text.Json.JsonElement request) => task switch
    {
        "angles" => Angles(CountOf(request)),
        "content_briefs" => Angles(CountOf(request)).Replace("\"angles\"", "\"briefs\"", StringComparison.Ordinal),
        _ => Answer(task),
    };

    private static int CountOf(System.Text.Json.JsonElement request) =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(ScriptedModel.QuestionOf(request), "^Count: ([0-9]+)$", System.Text.RegularExpressions.RegexOptions.Multiline).Groups[1].Value);
}
