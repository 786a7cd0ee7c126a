using Tmcp.Agent.Generation.Answers;

namespace Tmcp.Agent.Generation.Prompts;

/// <summary>Asks for a correction.</summary>
internal static class RepairRequest
{
    public static string For(IReadOnlyList<Finding> findings) =>
        $"""
        Validation errors:
        {string.Join('\n', findings.Select(finding => $"- {finding}"))}
        Write the whole answer again with these corrected and everything else as it was. Answer with the JSON object and nothing else.
        """;
}
