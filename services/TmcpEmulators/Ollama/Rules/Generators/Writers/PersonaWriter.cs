using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>The one customer whom a brand is for.</summary>
internal static class PersonaWriter
{
    public static JsonObject Write(Draft draft)
    {
        var copy = draft.Book.Profile;
        var seed = Seed.Of(draft.Facts.Find("brand")) + draft.Prompt.Complaints.Count;
        var person = copy.People[seed % copy.People.Length];
        var facts = draft.Facts
            .With("keyword", draft.Facts.All("keyword").Concat(copy.Keywords))
            .With("brand", draft.Facts.Find("brand") ?? draft.Book.Worksheet.UntitledBrand)
            .With("person", person.Name)
            .With("age", person.Age)
            .With("occupation", person.Occupation)
            .With("location", person.Location);
        var goals = Template.Every(copy.Goals, facts).ToList();
        var pains = Template.Every(copy.Pains, facts.At(2)).ToList();
        return new JsonObject
        {
            ["persona_name"] = $"{person.Name}, {Lower(person.Occupation)}",
            ["summary"] = Template.Pick(copy.Summaries, facts, seed),
            ["demographics"] = new JsonObject
            {
                ["age"] = person.Age, ["gender"] = person.Gender, ["location"] = person.Location, ["occupation"] = person.Occupation, ["income"] = person.Income,
            },
            ["psychographics"] = new JsonObject
            {
                ["values"] = Template.Pick(copy.Values, facts, seed),
                ["interests"] = Template.Pick(copy.Interests, facts, 0),
                ["personality"] = Template.Pick(copy.Personalities, facts, seed),
                ["goals"] = Draft.List(goals),
                ["pain_points"] = Draft.List(pains),
            },
            ["goals_and_motivations"] = new JsonObject
            {
                ["primary_goal"] = goals[0], ["secondary_goal"] = goals[1], ["motivation"] = Template.Pick(copy.Motivations, facts, 0),
            },
            ["pain_points_and_challenges"] = new JsonObject
            {
                ["primary_pain"] = pains[0], ["challenges"] = pains[1], ["frustrations"] = Template.Pick(copy.Frustrations, facts, seed),
            },
            ["goals"] = Draft.List(goals),
            ["pain_points"] = Draft.List(pains),
        };
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
