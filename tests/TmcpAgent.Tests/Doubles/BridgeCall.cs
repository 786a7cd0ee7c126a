using System.Text.Json;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>What reached the bridge.</summary>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Arguments">All arguments, the token among them.</param>
internal sealed record BridgeCall(string Tool, IReadOnlyDictionary<string, JsonElement> Arguments)
{
    public string? Text(string argument) =>
        Arguments.TryGetValue(argument, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
