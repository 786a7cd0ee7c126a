using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Customers;

/// <summary>One ideal customer.</summary>
internal sealed record CustomerProfile(
    string PersonaName, string Summary, Demographics Demographics, Psychographics Psychographics, GoalsAndMotivations GoalsAndMotivations,
    PainPointsAndChallenges PainPointsAndChallenges, IReadOnlyList<string>? Goals, IReadOnlyList<string>? PainPoints)
{
    /// <summary>With goals and pain points as lists, the form in which a persona is stored: the model's own, or else the parts of the two objects.</summary>
    public CustomerProfile WithLists() => this with
    {
        Goals = Goals is { Count: > 0 } ? Goals : Distinct(GoalsAndMotivations.PrimaryGoal, GoalsAndMotivations.SecondaryGoal),
        PainPoints = PainPoints is { Count: > 0 }
            ? PainPoints
            : Distinct(PainPointsAndChallenges.PrimaryPain, PainPointsAndChallenges.Challenges, PainPointsAndChallenges.Frustrations),
    };

    private static IReadOnlyList<string> Distinct(params IEnumerable<string> texts) => [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct()];
}

internal sealed record Demographics(string Age, string Gender, string Location, string Occupation, string Income);

internal sealed record Psychographics(string Values, string Interests, string Personality);

internal sealed record GoalsAndMotivations(string PrimaryGoal, string SecondaryGoal, string Motivation);

internal sealed record PainPointsAndChallenges(string PrimaryPain, string Challenges, string Frustrations);

internal sealed record CustomerDone(CustomerProfile CustomerProfile) : DoneEvent;
