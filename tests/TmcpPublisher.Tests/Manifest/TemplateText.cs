using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Manifest;

/// <summary>Values as one line, for comparing: <c>Host=db;Password=&lt;secret pw&gt;</c>.</summary>
internal static class TemplateText
{
    internal static string Of(Workload workload, string variable) => Of(workload.Environment.Single(entry => entry.Name == variable).Value);

    internal static string Of(TextTemplate template) => string.Concat(template.Parts.Select(part => part switch
    {
        TextPart.Literal literal => literal.Text,
        TextPart.Config config => $"<config {config.Parameter}{(config.UriEncode ? " encoded" : "")}>",
        TextPart.Secret secret => $"<secret {secret.Parameter}{(secret.UriEncode ? " encoded" : "")}>",
        _ => throw new InvalidOperationException($"{part}"),
    }));
}
